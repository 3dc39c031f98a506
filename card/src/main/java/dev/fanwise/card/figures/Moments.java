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

  /** Those of a parameter as its {@code ParameterInfo} has them, or null if they are not known. */
  static Moments of(Parameter parameter) {
    return parameter
        .law()
        .accept(
            new Law.Cases<>(
                constant -> only(Stored.of(constant.value(), parameter.type())),
                uniform ->
                    new Moments(
                        uniform.low() / 2 + uniform.high() / 2,
                        uniform.std(),
                        uniform.low(),
                        uniform.high()),
                normal ->
                    new Moments(
                        normal.mean(),
                        normal.std(),
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY),
                Moments::truncated,
                placed -> of(placed.pattern()),
                told -> new Moments(told.mean(), told.std(), told.low(), told.high()),
                unsaid -> null,
                unknown -> null));
  }

  private static Moments only(double value) {
    return new Moments(value, 0, value, value);
  }

  private static Moments truncated(Law.TruncatedNormal cut) {
    double sigma = cut.std();
    return new Moments(
        cut.mean() + sigma * Truncation.mean(cut.lower(), cut.upper()),
        sigma * Truncation.std(cut.lower(), cut.upper()),
        cut.mean() + sigma * cut.lower(),
        cut.mean() + sigma * cut.upper());
  }

  private static Moments of(Pattern pattern) {
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
