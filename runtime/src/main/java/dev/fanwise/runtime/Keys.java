package dev.fanwise.runtime;

/**
 * Keys of the random stream: every parameter of a model has one of its own, derived from the seed
 * and the parameter's name, so that neither the order nor the number of other parameters matters.
 */
public final class Keys {
  /** The parity word of the Threefish key schedule, 32-bit form. */
  private static final int PARITY = 0x1BD11BDA;

  private Keys() {}

  /**
   * The key below another: of a parameter below its model's seed, of a model below its parent's. It
   * is the block of {@link Threefry2x32} for the id as its counter.
   *
   * @param key a key; a user's seed is one
   * @param id what to derive a key for, usually {@link #id}
   */
  public static long fold(long key, long id) {
    int k0 = (int) (key >>> 32);
    int k1 = (int) key;
    int k2 = k0 ^ k1 ^ PARITY;
    int x0 = (int) (id >>> 32) + k0;
    int x1 = (int) id + k1;

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

  /**
   * The number that stands for a name: the first eight bytes, big-endian, of the SHA-256 of its
   * UTF-8. Generated code holds it as a literal.
   */
  public static long id(String name) {
    return NameDigest.id(name);
  }
}
