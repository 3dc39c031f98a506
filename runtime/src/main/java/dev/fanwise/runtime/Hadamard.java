package dev.fanwise.runtime;

/**
 * Sylvester's Hadamard matrix, cut to a shape: entry (i, j) is +1 or −1 as the number of ones that
 * i and j have in common in binary is even or odd.
 */
public final class Hadamard {
  private Hadamard() {}

  /**
   * Fills elements {@code from} to {@code from + count} of a tensor in which entry (i, j) of the
   * matrix, times {@code scale}, is element {@code start + i·rowStep + j·columnStep} of each group,
   * {@code groupStep} apart, and whose other elements are 0.
   *
   * @param rows how many rows of the matrix are used
   * @param columns how many of its columns
   */
  public static void fill(
      Sink into,
      long from,
      long count,
      long start,
      int rows,
      long rowStep,
      int columns,
      long columnStep,
      int groups,
      long groupStep,
      int parts,
      long partStep,
      double scale) {
    Taps.zero(into, count);
    for (int g = 0; g < groups; g++) {
      for (int p = 0; p < parts; p++) {
        for (int i = 0; i < rows; i++) {
          long first = start + g * groupStep + p * partStep + i * rowStep - from;
          for (int j = 0; j < columns; j++) {
            long index = first + j * columnStep;
            if (index >= 0 && index < count) {
              into.set(index, (Integer.bitCount(i & j) & 1) == 0 ? scale : -scale);
            }
          }
        }
      }
    }
  }
}
