package dev.fanwise.runtime;

import java.util.Arrays;

/**
 * Every fill of {@link Fill} with every branch its laws have, behind one method. Floats are widened
 * to doubles, which loses no bit, so that one test serves both types.
 */
enum Kernel {
  UNIFORM_FLOAT(floats((a, o, n, k, f) -> Fill.uniform(a, o, n, k, f, -0.3, 0.3))),
  UNIFORM_DOUBLE(doubles((a, o, n, k, f) -> Fill.uniform(a, o, n, k, f, -0.3, 0.3))),
  OFF_CENTRE_UNIFORM_FLOAT(floats((a, o, n, k, f) -> Fill.uniform(a, o, n, k, f, 1, 3))),
  OFF_CENTRE_UNIFORM_DOUBLE(doubles((a, o, n, k, f) -> Fill.uniform(a, o, n, k, f, 1, 3))),
  NORMAL_FLOAT(floats((a, o, n, k, f) -> Fill.normal(a, o, n, k, f, 0.1, 0.7))),
  NORMAL_DOUBLE(doubles((a, o, n, k, f) -> Fill.normal(a, o, n, k, f, 0.1, 0.7))),
  TRUNCATED_FLOAT(floats((a, o, n, k, f) -> Fill.truncatedNormal(a, o, n, k, f, 0, 0.7, -2, 2))),
  TRUNCATED_DOUBLE(doubles((a, o, n, k, f) -> Fill.truncatedNormal(a, o, n, k, f, 0, 0.7, -2, 2))),
  TAIL_FLOAT(floats((a, o, n, k, f) -> Fill.truncatedNormal(a, o, n, k, f, 0.1, 1, -6, -5))),
  TAIL_DOUBLE(doubles((a, o, n, k, f) -> Fill.truncatedNormal(a, o, n, k, f, 0.1, 1, 5, 6)));

  /** What {@link #draw} leaves in the places that are not drawn. */
  static final double UNTOUCHED = -99;

  interface FloatFill {
    void fill(float[] into, int offset, int count, long key, long from);
  }

  interface DoubleFill {
    void fill(double[] into, int offset, int count, long key, long from);
  }

  private final DoubleFill fill;

  Kernel(DoubleFill fill) {
    this.fill = fill;
  }

  /** Overwrites part of an array. */
  void fill(double[] into, int offset, int count, long key, long from) {
    fill.fill(into, offset, count, key, from);
  }

  /** An array of the given length of which only the given range was drawn. */
  double[] draw(int length, int offset, int count, long key, long from) {
    double[] into = new double[length];
    Arrays.fill(into, UNTOUCHED);
    fill(into, offset, count, key, from);
    return into;
  }

  /** Just the elements {@code from} to {@code from + count}. */
  double[] draw(int count, long key, long from) {
    return draw(count, 0, count, key, from);
  }

  private static DoubleFill doubles(DoubleFill fill) {
    return fill;
  }

  private static DoubleFill floats(FloatFill fill) {
    return (into, offset, count, key, from) -> {
      float[] narrow = new float[into.length];
      for (int i = 0; i < into.length; i++) {
        narrow[i] = (float) into[i];
      }
      fill.fill(narrow, offset, count, key, from);
      for (int i = 0; i < into.length; i++) {
        into[i] = narrow[i];
      }
    };
  }
}
