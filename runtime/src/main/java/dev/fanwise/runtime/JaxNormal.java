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
  private final float[] uniforms = new float[ELEMENTS];
  private final JaxQuantile quantile = new JaxQuantile();

  /** A normal, or one cut at ±2 standard deviations. */
  JaxNormal(double mean, double std, boolean isCut) {
    this.mean = (float) mean;
    this.std = (float) std;
    this.isCut = isCut;
  }

  @Override
  void convert(int[] words, int from, int to, float[] into) {
    // All of the least range, drawn or not; nothing behind it is ever read.
    int end = Math.min(ELEMENTS, Math.max(to, from + LEAST_ELEMENTS));
    if (isCut) {
      JaxUniform.scale(words, CUT * 0x1p-22f, from, end, uniforms);
    } else {
      JaxUniform.scaleAndShift(words, 2, LOWEST, from, end, uniforms);
    }
    quantile.convert(uniforms, from, end, into);
    scale(into, from, end, ROOT_TWO);
    if (isCut) {
      clip(into, from, end);
    }
    scale(into, from, end, std);
    if (mean != 0) {
      shift(into, from, end, mean);
    }
  }

  private static void scale(float[] values, int from, int to, float factor) {
    for (int i = from; i < to; i++) {
      values[i] *= factor;
    }
  }

  private static void shift(float[] values, int from, int to, float term) {
    for (int i = from; i < to; i++) {
      values[i] += term;
    }
  }

  private static void clip(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      values[i] = Math.max(-MOST, Math.min(MOST, values[i]));
    }
  }
}
