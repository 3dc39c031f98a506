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
  /** The standard deviation of a normal cut at ±2. */
  private static final double CUT_STD = .87962566103423978;

  private JaxVariance() {}

  /**
   * √(3·scale/n), n being the mode's number of connections: uniform weights are those on ±1 times
   * this, which is to say those of {@link JaxFill#uniform} between −b and b.
   */
  public static float bound(double scale, FanMode mode, Fans fans) {
    return root(3 * variance(scale, mode, fans));
  }

  /** √(scale/n): normal weights are standard normals times this. */
  public static float std(double scale, FanMode mode, Fans fans) {
    return root(variance(scale, mode, fans));
  }

  /** √(scale/n)/0.8796…: truncated normal weights are normals cut at ±2 times this. */
  public static float truncatedStd(double scale, FanMode mode, Fans fans) {
    return std(scale, mode, fans) / (float) CUT_STD;
  }

  /** As {@link #bound(double, FanMode, Fans)}, for weights in a 16-bit format. */
  public static float bound(double scale, FanMode mode, Fans fans, HalfPrecision precision) {
    float variance = rounded(variance(scale, mode, fans), precision);
    return rounded(root(rounded(3 * variance, precision)), precision);
  }

  private static float variance(double scale, FanMode mode, Fans fans) {
    return (float) (scale / connections(mode, fans));
  }

  private static double connections(FanMode mode, Fans fans) {
    switch (mode) {
      case FAN_IN:
        return fans.fanIn();
      case FAN_OUT:
        return fans.fanOut();
      case FAN_AVG:
        return (fans.fanIn() + fans.fanOut()) / 2;
      default:
        return Math.sqrt(fans.fanIn() * fans.fanOut());
    }
  }

  private static float root(float x) {
    return (float) Math.sqrt((double) x);
  }

  private static float rounded(float x, HalfPrecision precision) {
    return HalfFloats.toFloat(HalfFloats.of(x, precision), precision);
  }
}
