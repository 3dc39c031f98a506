package dev.fanwise.runtime;

/**
 * Standard deviations in the maximal update parametrisation.
 *
 * <p>Yang et al., "Tensor Programs V" (2022), table 8; an axis is infinite if it is not as long as
 * in the base shape.
 */
public final class MupScale {
  /** The formula of the standard deviation that weights have in the base model. */
  public static final String AT_BASE = "gain / sqrt(base fan_in)";

  /** The factor on it where both fans are infinite. */
  public static final String NARROWING = "sqrt(base fan_in / fan_in)";

  private MupScale() {}

  /**
   * std = {@value #AT_BASE}, times {@value #NARROWING} where both fans are infinite.
   *
   * @param fans the fans of the weights
   * @param base the fans of the same weights in the base model
   */
  public static double std(Fans fans, Fans base, double gain) {
    double atBase = gain / Math.sqrt(base.fanIn());
    return isHidden(fans, base) ? atBase * Math.sqrt(base.fanIn() / fans.fanIn()) : atBase;
  }

  /** Whether both fans are infinite. */
  public static boolean isHidden(Fans fans, Fans base) {
    return fans.fanIn() != base.fanIn() && fans.fanOut() != base.fanOut();
  }
}
