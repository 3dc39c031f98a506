package dev.fanwise.platform;

/**
 * A generated method that fills part of a parameter.
 *
 * @param <A> what it fills
 */
interface Part<A> {
  /** Fills places {@code offset} on with elements {@code from} to {@code from + count}. */
  void fill(A into, int offset, long from, int count, long seed);

  /** Fills a whole tensor piece by piece, the last piece first. */
  static <A> A whole(A into, int elements, Part<A> part, long seed) {
    int end = elements;
    for (int size = 1; end > 0; size = size * 3 + 4) {
      int from = Math.max(0, end - size);
      part.fill(into, from, from, end - from, seed);
      end = from;
    }
    return into;
  }
}
