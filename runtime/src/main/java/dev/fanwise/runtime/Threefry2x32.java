package dev.fanwise.runtime;

/**
 * The Threefry-2x32 block function with 20 rounds.
 *
 * <p>A block function turns a key and a counter into random bits with no state in between. It makes
 * the {@link Keys} of parameters, and the random numbers of JAX.
 *
 * <p>Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3" (SC 2011),
 * section 3.2 and table 2; the rotations are those of the authors' Random123 library.
 */
public final class Threefry2x32 {
  /** The parity word of the Threefish key schedule, 32-bit form. */
  private static final int PARITY = 0x1BD11BDA;

  private Threefry2x32() {}

  /**
   * The two random words that belong to a key and a counter.
   *
   * @param key the key: word k0 in the high half, k1 in the low half
   * @param counter the counter, likewise
   * @return the words: x0 in the high half, x1 in the low half
   */
  public static long block(long key, long counter) {
    int k0 = (int) (key >>> 32);
    int k1 = (int) key;
    int k2 = k0 ^ k1 ^ PARITY;
    int x0 = (int) (counter >>> 32) + k0;
    int x1 = (int) counter + k1;

    // One round: x0 += x1, then x1 = rotl(x1, r) ^ x0. Java reads the old x1 on the left first.
    x1 = Integer.rotateLeft(x1, 13) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 15) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 26) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 6) ^ (x0 += x1);
    x0 += k1;
    x1 += k2 + 1;

    x1 = Integer.rotateLeft(x1, 17) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 29) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 16) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 24) ^ (x0 += x1);
    x0 += k2;
    x1 += k0 + 2;

    x1 = Integer.rotateLeft(x1, 13) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 15) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 26) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 6) ^ (x0 += x1);
    x0 += k0;
    x1 += k1 + 3;

    x1 = Integer.rotateLeft(x1, 17) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 29) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 16) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 24) ^ (x0 += x1);
    x0 += k1;
    x1 += k2 + 4;

    x1 = Integer.rotateLeft(x1, 13) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 15) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 26) ^ (x0 += x1);
    x1 = Integer.rotateLeft(x1, 6) ^ (x0 += x1);
    x0 += k2;
    x1 += k0 + 5;

    return ((long) x0 << 32) | (x1 & 0xFFFFFFFFL);
  }

  /** The first word, x0, of a {@linkplain #block block}. */
  public static int x0(long block) {
    return (int) (block >>> 32);
  }

  /** The second word, x1, of a {@linkplain #block block}. */
  public static int x1(long block) {
    return (int) block;
  }
}
