package dev.fanwise.runtime;

/**
 * Normal matrices with a fixed number of zeros in every column.
 *
 * <p>Martens, "Deep learning via Hessian-free optimization" (ICML 2010), section 5.
 */
public final class Sparse {
  private Sparse() {}

  /**
   * Fills a whole matrix: entry (row, column) is element {@code row·rowStep + column·columnStep}.
   *
   * @param key the parameter's key: its elements are those of {@link Fill#normal} for doubles, and
   *     the rows that are zero in a column come from a shuffle with words of key {@code fold(key,
   *     column)}
   * @param rows the number of outputs
   * @param columns the number of inputs
   * @param zeros how many entries of each column are zero
   * @param std the standard deviation of the others
   */
  public static void fill(
      Sink into,
      long key,
      int rows,
      long rowStep,
      int columns,
      long columnStep,
      int zeros,
      double std) {
    int[] order = new int[rows];
    for (int column = 0; column < columns; column++) {
      long shuffleKey = Keys.fold(key, column);
      for (int row = 0; row < rows; row++) {
        order[row] = row;
      }
      // Fisher and Yates, as far as zeros are needed.
      for (int i = 0; i < rows; i++) {
        if (i < zeros) {
          int other = i + below(Words.longAt(shuffleKey, i), rows - i);
          int chosen = order[other];
          order[other] = order[i];
          order[i] = chosen;
        }
        long index = order[i] * rowStep + column * columnStep;
        into.set(index, i < zeros ? 0 : DoubleQuantile.of(Words.longAt(key, index)) * std);
      }
    }
  }

  /**
   * A number from 0 to n − 1: the upper half of the 32 × 64-bit product, biased by less than
   * n·2⁻⁶³.
   */
  private static int below(long word, int n) {
    long high = (word >>> 32) * n;
    long low = (word & 0xFFFFFFFFL) * n;
    return (int) ((high + (low >>> 32)) >>> 32);
  }
}
