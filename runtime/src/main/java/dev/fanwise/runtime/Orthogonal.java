package dev.fanwise.runtime;

/**
 * Random semi-orthogonal matrices, uniformly distributed (Haar), in tensors of any layout.
 *
 * <p>Saxe, McClelland and Ganguli (ICLR 2014), section 3; for the delta form Xiao et al. (ICML
 * 2018), algorithm 1.
 */
public final class Orthogonal {
  private Orthogonal() {}

  /**
   * Fills a whole tensor whose output axis has {@code outer} elements of other axes before it and
   * {@code inner} after it, seen as a matrix [out, outer·inner].
   *
   * @param key the parameter's key; part p is drawn with {@code fold(key, p)}
   * @param parts how many matrices are stacked along the output axis, each orthogonal by itself
   * @param gain the factor on the orthonormal rows or columns
   */
  public static void fill(
      Sink into, long key, int outer, int out, int inner, int parts, double gain) {
    int height = out / parts;
    int width = outer * inner;
    for (int part = 0; part < parts; part++) {
      double[][] matrix = draw(Keys.fold(key, part), height, width);
      boolean tall = height >= width;
      for (int o = 0; o < height; o++) {
        for (int c = 0; c < width; c++) {
          long row = (long) (c / inner) * out + part * height + o;
          into.set(row * inner + c % inner, (tall ? matrix[o][c] : matrix[c][o]) * gain);
        }
      }
    }
  }

  /**
   * Fills a whole tensor that is zero but for matrices with orthonormal columns: entry (o, i) of
   * each is element {@code start + o·outStep + i·inStep + g·groupStep + p·partStep}.
   *
   * @param key the parameter's key; matrix g·parts + p is drawn with {@code fold(key, g·parts + p)}
   * @param elements the number of elements of the tensor
   * @param out the outputs of one matrix, at least as many as its inputs
   * @param in the inputs of one matrix
   */
  public static void delta(
      Sink into,
      long key,
      long elements,
      long start,
      int out,
      long outStep,
      int in,
      long inStep,
      int groups,
      long groupStep,
      int parts,
      long partStep,
      double gain) {
    Taps.zero(into, elements);
    for (int g = 0; g < groups; g++) {
      for (int p = 0; p < parts; p++) {
        double[][] matrix = HaarColumns.draw(Keys.fold(key, (long) g * parts + p), out, in);
        long first = start + g * groupStep + p * partStep;
        for (int o = 0; o < out; o++) {
          for (int i = 0; i < in; i++) {
            into.set(first + o * outStep + i * inStep, matrix[o][i] * gain);
          }
        }
      }
    }
  }

  /** The tall one of a matrix and its transpose. */
  private static double[][] draw(long key, int height, int width) {
    return HaarColumns.draw(key, Math.max(height, width), Math.min(height, width));
  }
}
