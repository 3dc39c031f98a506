package dev.fanwise.runtime;

/**
 * {@code jax.random.normal} and {@code jax.random.truncated_normal} as XLA computes them on CPUs:
 * √2·erf⁻¹ of a uniform number.
 */
final class JaxNormal extends JaxLaw {
  private static final float ROOT_TWO = (float) Math.sqrt(2);

  /** The uniform number is above −1. */
  private static final float LOWEST = -1 + 0x1p-24f;

  /** erf(2/√2) in XLA's precision. */
  private static final float CUT = 0x1.e8b43p-1f;

  /** A normal cut at 2 stays below it. */
  private static final float MOST = 2 - 0x1p-23f;

  private final float mean;
  private final float std;
  private final boolean isCut;
  private final float[] values = new float[ELEMENTS];
  private final float[] uniforms = new float[ELEMENTS];
  private final JaxQuantile quantile = new JaxQuantile();

  /** A normal, or one cut at ±2 standard deviations. */
  JaxNormal(double mean, double std, boolean isCut) {
    this.mean = (float) mean;
    this.std = (float) std;
    this.isCut = isCut;
  }

  @Override
  void convert(int[] first, int[] second, int from, int to, float[] into, int offset) {
    if (isCut) {
      JaxUniform.scale(first, second, CUT * 0x1p-22f, from, to, uniforms, -from);
    } else {
      JaxUniform.scaleAndShift(first, second, 2, LOWEST, from, to, uniforms, -from);
    }
    int n = Math.max(to - from, LEAST_ELEMENTS);
    quantile.convert(uniforms, n, values);
    scale(values, ROOT_TWO, n);
    if (isCut) {
      clip(values, n);
    }
    scale(values, std, n);
    if (mean != 0) {
      shift(values, mean, n);
    }
    System.arraycopy(values, 0, into, offset + from, to - from);
  }

  private static void scale(float[] values, float factor, int n) {
    for (int i = 0; i < n; i++) {
      values[i] *= factor;
    }
  }

  private static void shift(float[] values, float term, int n) {
    for (int i = 0; i < n; i++) {
      values[i] += term;
    }
  }

  private static void clip(float[] values, int n) {
    for (int i = 0; i < n; i++) {
      values[i] = Math.max(-MOST, Math.min(MOST, values[i]));
    }
  }
}
