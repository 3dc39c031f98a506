package dev.fanwise.runtime;

/**
 * Keys of the random stream: every parameter of a model has one of its own, derived from the seed
 * and the parameter's name, so that neither the order nor the number of other parameters matters.
 */
public final class Keys {
  private Keys() {}

  /**
   * The key below another: of a parameter below its model's seed, of a model below its parent's.
   *
   * @param key a key; a user's seed is one
   * @param id what to derive a key for, usually {@link #id}
   */
  public static long fold(long key, long id) {
    return Threefry2x32.block(key, id);
  }

  /**
   * The number that stands for a name: the first eight bytes, big-endian, of the SHA-256 of its
   * UTF-8. Generated code holds it as a literal.
   */
  public static long id(String name) {
    return NameDigest.id(name);
  }
}
