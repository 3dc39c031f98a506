package dev.fanwise.runtime;

/** A tile's words in an array: loops over it are vectorised. */
final class WordTile {
  /**
   * What the state is ahead by after 0, 1, 2, … words of a tile: compilers vectorise neither loops
   * that carry a sum nor those that multiply their variable.
   */
  private static final long[] AHEAD = ahead();

  private WordTile() {}

  private static long[] ahead() {
    long[] ahead = new long[Words.LONGS];
    for (int i = 0; i < ahead.length; i++) {
      ahead[i] = i * Words.GAMMA;
    }
    return ahead;
  }

  /**
   * {@code words[i]} = the word that is i after that of {@code state}, for i below {@code count}.
   */
  static void fill(long[] words, long state, int count) {
    long[] ahead = AHEAD;
    for (int i = 0; i < count; i++) {
      words[i] = Words.mix(state + ahead[i]);
    }
  }
}
