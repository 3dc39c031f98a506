package dev.fanwise.runtime;

/**
 * Keys of JAX's random numbers ({@code threefry2x32}, with 64-bit types switched off, as they are
 * by default). A key is a {@code long}: its first word in the upper half.
 *
 * <p>A Flax model's parameter number n draws from {@code fold(of(seed), n)}.
 */
public final class JaxKeys {
  private JaxKeys() {}

  /**
   * {@code jax.random.PRNGKey(seed)}.
   *
   * @param seed any; JAX takes its lower 32 bits
   */
  public static long of(long seed) {
    return seed & 0xFFFFFFFFL;
  }

  /**
   * {@code jax.random.fold_in(key, data)}.
   *
   * @param data any; JAX takes its lower 32 bits
   */
  public static long fold(long key, long data) {
    return Threefry2x32.block(key, data & 0xFFFFFFFFL);
  }

  /**
   * {@code jax.random.split(key, n)[i]}, which does not depend on n.
   *
   * @param i which of the keys, from 0
   */
  public static long split(long key, int i) {
    if (i < 0) {
      throw new IllegalArgumentException("i must be a key's index, not " + i);
    }
    return Threefry2x32.block(key, i);
  }
}
