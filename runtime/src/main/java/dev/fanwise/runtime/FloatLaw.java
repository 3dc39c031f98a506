package dev.fanwise.runtime;

/**
 * How random words become floats: one of the laws that {@link Fill} draws from, with its numbers.
 */
abstract class FloatLaw {
  /** The element that a word stands for. */
  abstract float of(int word);

  /** The elements that the first {@code count} words stand for; {@link #of} of each. */
  abstract void convert(int[] words, int count, float[] into, int offset);

  /** Fills part of an array; the arguments have been checked. */
  final void fill(float[] into, int offset, int count, long key, long from) {
    int[] words = new int[Math.min(count, Words.TILE)];
    for (int done = 0; done < count; ) {
      int drawn = Words.tile(key, from + done, count - done, words);
      convert(words, drawn, into, offset + done);
      done += drawn;
    }
  }
}
