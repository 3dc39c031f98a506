package dev.fanwise.runtime;

/**
 * How random words become doubles: one of the laws that {@link Fill} draws from, with its numbers.
 * As {@link FloatLaw}, with a word for each element.
 */
abstract class DoubleLaw {
  /** Which of the laws of {@link Words} this is. */
  private final int law;

  /** As many words as are drawn at once, once they are. */
  private long[] words;

  DoubleLaw(int law) {
    this.law = law;
  }

  /** The element that a word stands for. */
  abstract double of(long word);

  /** Draws from {@code count} words from {@code state} on. */
  abstract void singles(long state, int count, double[] into, int at);

  /** Draws {@code into[at + i]} from {@code words[i]}, for i below {@code count}. */
  abstract void convert(long[] words, int count, double[] into, int at);

  /** Turns what the loops have made into elements. */
  void finish(double[] into, int from, int to) {}

  /** Fills part of an array; the arguments have been checked. */
  final void fill(double[] into, int offset, int count, long key, long from) {
    for (int done = 0; done < count; ) {
      int length = Math.min(Words.LONGS, count - done);
      long state = Words.state(key, from + done);
      int pace = length < Words.SHORTEST_RANGE ? Words.LONGS : Words.pace(law);
      draw(state, length, pace, into, offset + done);
      done += length;
    }
  }

  /**
   * Fills {@code length} elements from the word of {@code state} on, at most a tile's.
   *
   * @param pace as {@link Words#pace} says
   */
  final void draw(long state, int length, int pace, double[] into, int at) {
    boolean isStraight = pace > 0;
    int range = isStraight ? pace : length < Words.LONGS ? Words.evenRange(length) : -pace;
    for (int c = 0; c < length; c += range) {
      int count = Math.min(range, length - c);
      long first = state + c * Words.GAMMA;
      if (isStraight || count < Words.SHORTEST_RANGE) {
        singles(first, count, into, at + c);
      } else {
        if (words == null || words.length < range) {
          words = new long[range];
        }
        WordTile.fill(words, first, count);
        convert(words, count, into, at + c);
      }
      finish(into, at + c, at + c + count);
    }
  }
}
