package dev.fanwise.card.figures;

import dev.fanwise.card.model.Law;
import dev.fanwise.card.model.Parameter;
import dev.fanwise.runtime.Pattern;
import dev.fanwise.runtime.Truncation;

/**
 * The statistics of a parameter by its law.
 *
 * @param low the bound below, infinite for a normal
 * @param high the bound above, likewise
 */
public record Moments(double mean, double std, double low, double high) {
  /** Products of several numbers up to this, and over its inverse, are finite and not 0. */
  private static final double LARGEST = 0x1p400;

  /** Those of a parameter whose law is known, as its {@code ParameterInfo} has them. */
  static Moments of(Parameter parameter) {
    Law law = parameter.law();
    if (law instanceof Law.Constant constant) {
      double value = Stored.of(constant.value(), parameter.type());
      return new Moments(value, 0, value, value);
    }
    if (law instanceof Law.Uniform uniform) {
      double low = uniform.low();
      double high = uniform.high();
      return new Moments(low / 2 + high / 2, uniform.std(), low, high);
    }
    if (law instanceof Law.Normal normal) {
      return new Moments(
          normal.mean(), normal.std(), Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    if (law instanceof Law.TruncatedNormal cut) {
      double sigma = cut.std();
      return new Moments(
          cut.mean() + sigma * Truncation.mean(cut.lower(), cut.upper()),
          sigma * Truncation.std(cut.lower(), cut.upper()),
          cut.mean() + sigma * cut.lower(),
          cut.mean() + sigma * cut.upper());
    }
    if (law instanceof Law.Described described) {
      return new Moments(described.mean(), described.std(), described.low(), described.high());
    }
    Pattern pattern = ((Law.Placed) law).pattern();
    return new Moments(pattern.mean(), pattern.std(), pattern.low(), pattern.high());
  }

  /** Whether statistics of the elements can be worked out in doubles: these hold their squares. */
  boolean allowStatistics() {
    return (std == 0 || std >= 1 / LARGEST)
        && std <= LARGEST
        && Math.abs(mean) <= LARGEST
        && (Double.isInfinite(low) || low >= -LARGEST)
        && (Double.isInfinite(high) || high <= LARGEST);
  }
}
