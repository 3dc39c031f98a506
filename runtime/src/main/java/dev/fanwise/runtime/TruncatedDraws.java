package dev.fanwise.runtime;

import dev.fanwise.Distribution;

/** A normal law cut at two bounds; see {@link Fill#truncatedNormal}. */
final class TruncatedDraws extends ElementDraws {
  private final double centre;
  private final double sigma;
  private final double lower;
  private final double upper;

  /**
   * @param centre the mean before the cut
   * @param sigma the standard deviation before the cut
   */
  TruncatedDraws(double centre, double sigma, double lower, double upper) {
    super(
        Distribution.TRUNCATED_NORMAL,
        centre + sigma * Truncation.mean(lower, upper),
        sigma * Truncation.std(lower, upper),
        centre + sigma * lower,
        centre + sigma * upper);
    this.centre = centre;
    this.sigma = sigma;
    this.lower = lower;
    this.upper = upper;
  }

  @Override
  FloatLaw floats() {
    LawChecks.FLOATS.cut((float) centre, (float) sigma, lower, upper);
    return new TruncatedFloat((float) centre, (float) sigma, lower, upper);
  }

  @Override
  DoubleLaw doubles() {
    LawChecks.DOUBLES.cut(centre, sigma, lower, upper);
    return new TruncatedDouble(centre, sigma, lower, upper);
  }

  @Override
  Draws scaled(double factor) {
    return new TruncatedDraws(centre, sigma * factor, lower, upper);
  }

  @Override
  public ParameterInfo describe(ParameterInfo.Builder parameter) {
    return parameter.truncatedNormal(mean(), std(), low(), high());
  }
}
