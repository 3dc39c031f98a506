package dev.fanwise.runtime;

/**
 * What cutting a standard normal at two bounds does to it: how much it keeps, and the mean and
 * standard deviation of what is kept.
 *
 * <p>Johnson, Kotz and Balakrishnan, "Continuous Univariate Distributions", volume 1, section 10.1.
 * For bounds ±c the standard deviation is √(1 − 2cφ(c) / (2Φ(c) − 1)).
 */
public final class Truncation {
  /**
   * The standard deviation of a standard normal cut at ±2, by which variance-scaling schemes divide
   * to reach theirs; the digits are those that JAX and TensorFlow use.
   */
  public static final double STD_AT_TWO = 0.87962566103423978;

  /** Where variance-scaling schemes cut, in standard deviations before the cut. */
  public static final double CUT = 2;

  /** Below this width the closed formulas lose their digits in differences. */
  private static final double NARROW = 1;

  private Truncation() {}

  /**
   * The probability that a standard normal lies between two bounds.
   *
   * @param lower the lower bound in standard deviations; may be −∞
   * @param upper the upper bound in standard deviations; may be ∞
   */
  public static double mass(double lower, double upper) {
    requireOrdered(lower, upper);
    if (lower > 0) {
      return StandardNormal.upperTail(lower) - StandardNormal.upperTail(upper);
    }
    if (upper < 0) {
      return StandardNormal.upperTail(-upper) - StandardNormal.upperTail(-lower);
    }
    return StandardNormal.centralMass(upper) - StandardNormal.centralMass(lower);
  }

  /** The mean of a standard normal cut at two bounds: (φ(lower) − φ(upper)) / mass. */
  public static double mean(double lower, double upper) {
    double mass = mass(lower, upper);
    if (upper - lower < NARROW) {
      return lower / 2 + upper / 2 + NarrowCut.moments(lower, upper)[0];
    }
    return (StandardNormal.density(lower) - StandardNormal.density(upper)) / mass;
  }

  /**
   * The standard deviation of a standard normal cut at two bounds: √(1 + (lower·φ(lower) −
   * upper·φ(upper)) / mass − mean²).
   */
  public static double std(double lower, double upper) {
    double mass = mass(lower, upper);
    if (upper - lower < NARROW) {
      return NarrowCut.moments(lower, upper)[1];
    }
    double mean = mean(lower, upper);
    double edges = edge(lower) - edge(upper);
    return Math.sqrt(1 + edges / mass - mean * mean);
  }

  /** x·φ(x), which vanishes at infinity. */
  private static double edge(double x) {
    return Double.isInfinite(x) ? 0 : x * StandardNormal.density(x);
  }

  private static void requireOrdered(double lower, double upper) {
    if (!(lower < upper)) {
      throw new IllegalArgumentException(
          "lower must be less than upper, but they are " + lower + " and " + upper);
    }
  }
}
