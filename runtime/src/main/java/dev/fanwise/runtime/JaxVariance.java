package dev.fanwise.runtime;

import dev.fanwise.FanMode;
import dev.fanwise.HalfPrecision;

/**
 * The numbers of {@code jax.nn.initializers.variance_scaling}, computed in the weights' own type as
 * JAX does it: each step is rounded to it.
 *
 * <p>Glorot (Glorot and Bengio 2010) is scale 1 over {@code FAN_AVG}, He (He et al. 2015) scale 2
 * and LeCun (LeCun et al. 1998) scale 1 over {@code FAN_IN}.
 */
public final class JaxVariance {
  /** The formula of {@link #bound(double, FanMode, Fans)}; n is {@link Formulas#fan}. */
  public static final String BOUND = "sqrt(3 * scale / n)";

  /** The formula of {@link #std}. */
  public static final String STD = "sqrt(scale / n)";

  /** The formula of {@link #truncatedStd}. */
  public static final String TRUNCATED_STD = STD + " / 0.8796256610342398";

  private JaxVariance() {}

  /**
   * {@value #BOUND}, n being the mode's number of connections: uniform weights are those on ±1
   * times this, which is to say those of {@link JaxFill#uniform} between −b and b.
   */
  public static float bound(double scale, FanMode mode, Fans fans) {
    return root(3 * variance(scale, mode, fans));
  }

  /** {@value #STD}: normal weights are standard normals times this. */
  public static float std(double scale, FanMode mode, Fans fans) {
    return root(variance(scale, mode, fans));
  }

  /** {@value #TRUNCATED_STD}: truncated normal weights are normals cut at ±2 times this. */
  public static float truncatedStd(double scale, FanMode mode, Fans fans) {
    return std(scale, mode, fans) / (float) Truncation.STD_AT_TWO;
  }

  /** As {@link #bound(double, FanMode, Fans)}, for weights in a 16-bit format. */
  public static float bound(double scale, FanMode mode, Fans fans, HalfPrecision precision) {
    float variance = rounded(variance(scale, mode, fans), precision);
    return rounded(root(rounded(3 * variance, precision)), precision);
  }

  private static float variance(double scale, FanMode mode, Fans fans) {
    return (float) (scale / Formulas.fan(mode, fans));
  }

  private static float root(float x) {
    return (float) Math.sqrt((double) x);
  }

  private static float rounded(float x, HalfPrecision precision) {
    return HalfFloats.toFloat(HalfFloats.of(x, precision), precision);
  }
}
