package dev.fanwise.engines;

import dev.fanwise.runtime.Keys;

/** Keys of streams from the names of parameters. */
public final class StreamKeys {
  private StreamKeys() {}

  /**
   * The key of a parameter: {@code Keys.fold(seed, Keys.id(name))}. A name with points is a path in
   * a model, whose segments are folded one after the other, numbers as the indices of lists; so it
   * is in generated classes.
   *
   * @param seed the model's seed
   * @param path the name of the parameter's stream
   */
  public static long of(long seed, String path) {
    long key = seed;
    int from = 0;
    while (true) {
      int point = path.indexOf('.', from);
      String segment = point < 0 ? path.substring(from) : path.substring(from, point);
      key = Keys.fold(key, isIndex(segment) ? Integer.parseInt(segment) : Keys.id(segment));
      if (point < 0) {
        return key;
      }
      from = point + 1;
    }
  }

  /** A number as lists have it: without leading zeros, and not too long. */
  private static boolean isIndex(String segment) {
    if (segment.isEmpty()
        || segment.length() > 9
        || segment.length() > 1 && segment.charAt(0) == '0') {
      return false;
    }
    for (int i = 0; i < segment.length(); i++) {
      if (segment.charAt(i) < '0' || segment.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
