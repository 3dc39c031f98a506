package dev.fanwise.runtime;

/**
 * How random words become floats: one of the laws that {@link Fill} draws from, with its numbers.
 * An object is of one call, and of the thread that makes it.
 *
 * <p>Loops are each law's own, or compilers could not inline what it does with a word. They come
 * twice: straight ones, {@link #pairs} and {@link #highs}, and one over words in an array, {@link
 * #convert}; see {@link Words#pace}. What any of them has made, {@link #finish} turns into
 * elements.
 */
abstract class FloatLaw {
  /** Which of the laws of {@link Words} this is. */
  private final int law;

  /** As many of a tile's words as are drawn at once, once they are. */
  private long[] words;

  FloatLaw(int law) {
    this.law = law;
  }

  /** What a word becomes before {@link #finish}. */
  abstract float raw(int word);

  /** What every element is above. */
  double low() {
    return Double.NEGATIVE_INFINITY;
  }

  /** What every element is below. */
  double high() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * Draws both halves of {@code count} words from {@code state} on: the high ones at {@code at},
   * the low ones half a tile after them.
   */
  abstract void pairs(long state, int count, float[] into, int at);

  /** Draws the high halves of {@code count} words from {@code state} on. */
  abstract void highs(long state, int count, float[] into, int at);

  /** Draws the low halves alone, which is seldom asked for: of a tile that is begun within. */
  private void lows(long state, int count, float[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = raw((int) Words.mix(state + i * Words.GAMMA));
    }
  }

  /**
   * Draws {@code into[offset + i]} from {@code (int) (words[i] >>> shift)}, for i from {@code from}
   * to {@code to}.
   *
   * @param shift 32 for the words' high halves, 0 for their low halves
   */
  abstract void convert(long[] words, int shift, int from, int to, float[] into, int offset);

  /** Turns what the loops have made into elements. */
  void finish(float[] into, int from, int to) {}

  /** Fills part of an array; the arguments have been checked. */
  final void fill(float[] into, int offset, int count, long key, long from) {
    for (int done = 0; done < count; ) {
      int start = (int) ((from + done) & (Words.TILE - 1));
      int end = start + Math.min(Words.TILE - start, count - done);
      long state = Words.state(key, (from + done >>> 10) << 9);
      int pace = end - start < Words.SHORTEST_RANGE ? Words.LONGS : Words.pace(law);
      draw(state, start, end, pace, into, offset + done - start);
      done += end - start;
    }
  }

  /**
   * Fills elements {@code start} to {@code end} of a tile whose first word is that of {@code state}
   * and whose element 0 belongs at {@code tile}.
   *
   * @param pace as {@link Words#pace} says
   */
  final void draw(long state, int start, int end, int pace, float[] into, int tile) {
    if (pace > 0) {
      straight(state, start, end, pace, into, tile);
    } else {
      tile(state, start, end, -pace, into, tile);
    }
  }

  private void straight(long state, int start, int end, int range, float[] into, int tile) {
    int both = start == 0 ? Math.max(end - Words.LONGS, 0) : 0;
    for (int c = 0; c < both; c += range) {
      int count = Math.min(range, both - c);
      int at = tile + c;
      pairs(state + c * Words.GAMMA, count, into, at);
      finish(into, at, at + count);
      finish(into, at + Words.LONGS, at + Words.LONGS + count);
    }
    int high = Math.min(end, Words.LONGS);
    for (int c = Math.max(start, both); c < high; c += range) {
      int count = Math.min(range, high - c);
      highs(state + c * Words.GAMMA, count, into, tile + c);
      finish(into, tile + c, tile + c + count);
    }
    int low = Math.max(start, Words.LONGS);
    if (start > 0 && low < end) {
      lows(state + (low - Words.LONGS) * Words.GAMMA, end - low, into, tile + low);
      finish(into, tile + low, tile + end);
    }
  }

  private void tile(long state, int start, int end, int most, float[] into, int tile) {
    boolean both = start < Words.LONGS && end > Words.LONGS;
    int from = both ? 0 : start & (Words.LONGS - 1);
    int to = both ? Words.LONGS : (end - 1 & (Words.LONGS - 1)) + 1;
    int range = end - start < Words.TILE ? Words.evenRange(to - from) : most;
    if (words == null || words.length < range) {
      words = new long[range];
    }
    for (int c = from; c < to; c += range) {
      int stop = Math.min(c + range, to);
      long first = state + c * Words.GAMMA;
      WordTile.fill(words, first, stop - c);
      half(first, 32, Math.max(start - c, 0), Math.min(stop, end) - c, into, tile + c);
      int low = c + Words.LONGS;
      half(
          first,
          0,
          Math.max(start - low, 0),
          Math.min(stop, end - Words.LONGS) - c,
          into,
          tile + low);
    }
    finish(into, tile + start, tile + end);
  }

  private void half(long state, int shift, int from, int to, float[] into, int offset) {
    if (to - from >= Words.SHORTEST_RANGE) {
      convert(words, shift, from, to, into, offset);
    } else if (shift > 0) {
      highs(state + from * Words.GAMMA, to - from, into, offset + from);
    } else {
      lows(state + from * Words.GAMMA, to - from, into, offset + from);
    }
  }
}
