package dev.fanwise.runtime;

/**
 * y += a·x on parts of arrays.
 *
 * <p>All arrays of a loop have the same index, which is what C2 needs to vectorise it.
 */
final class Axpy {
  private Axpy() {}

  static void one(double[] y, double a, double[] x, int from, int to) {
    for (int k = from; k < to; k++) {
      y[k] += a * x[k];
    }
  }

  /** Four at a time, so that y is loaded and stored once for all. */
  static void four(
      double[] y,
      double a0,
      double[] x0,
      double a1,
      double[] x1,
      double a2,
      double[] x2,
      double a3,
      double[] x3,
      int from,
      int to) {
    for (int k = from; k < to; k++) {
      y[k] += (a0 * x0[k] + a1 * x1[k]) + (a2 * x2[k] + a3 * x3[k]);
    }
  }
}
