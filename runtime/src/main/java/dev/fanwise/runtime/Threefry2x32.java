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
  private Threefry2x32() {}

  /**
   * The two random words that belong to a key and a counter: what {@link Keys#fold} does, whose
   * class has the rounds, since every model needs it and a cold JVM takes half a millisecond to
   * load one more.
   *
   * @param key the key: word k0 in the high half, k1 in the low half
   * @param counter the counter, likewise
   * @return the words: x0 in the high half, x1 in the low half
   */
  public static long block(long key, long counter) {
    return Keys.fold(key, counter);
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
