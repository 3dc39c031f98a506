package dev.fanwise.card.live;

import dev.fanwise.card.model.Law;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.Truncation;

/** The law of a parameter, from what its description says. */
final class LawOf {
  private static final int STEPS = 100;
  private static final double CLOSE = 1e-6;

  private LawOf() {}

  static Law of(ParameterInfo info) {
    if (Double.isNaN(info.std())) {
      return new Law.Unsaid();
    }
    if (info.distribution() == null) {
      return info.std() == 0 && info.low() == info.high()
          ? new Law.Constant(info.mean())
          : described(info);
    }
    return switch (info.distribution()) {
      case UNIFORM -> new Law.Uniform(info.std(), info.low(), info.high());
      case NORMAL -> new Law.Normal(info.mean(), info.std());
      case TRUNCATED_NORMAL -> truncated(info);
    };
  }

  private static Law described(ParameterInfo info) {
    return new Law.Described(info.mean(), info.std(), info.low(), info.high());
  }

  /**
   * The normal before the cut. Of all with these bounds one has this mean and standard deviation
   * after it; the wider the normal, the wider what is left.
   */
  private static Law truncated(ParameterInfo info) {
    double least = info.std();
    double most = 1e3 * info.std();
    for (int step = 0; step < STEPS; step++) {
      double sigma = Math.sqrt(least * most);
      double std = std(info, centre(info, sigma), sigma);
      if (Double.isNaN(std)) {
        return described(info);
      }
      if (std < info.std()) {
        least = sigma;
      } else {
        most = sigma;
      }
    }
    double centre = centre(info, most);
    boolean isFound =
        Math.abs(std(info, centre, most) - info.std()) < CLOSE * info.std()
            && Math.abs(mean(info, centre, most) - info.mean()) < CLOSE * info.std();
    return isFound
        ? new Law.TruncatedNormal(
            centre, most, (info.low() - centre) / most, (info.high() - centre) / most)
        : described(info);
  }

  /** The mean before the cut that makes the mean after it. */
  private static double centre(ParameterInfo info, double sigma) {
    double middle = info.low() / 2 + info.high() / 2;
    double width = info.high() - info.low();
    if (Double.isFinite(width) && Math.abs(info.mean() - middle) <= 1e-12 * width) {
      return middle;
    }
    double least = info.mean() - 8 * sigma;
    double most = info.mean() + 8 * sigma;
    for (int step = 0; step < STEPS; step++) {
      double centre = least / 2 + most / 2;
      if (mean(info, centre, sigma) < info.mean()) {
        least = centre;
      } else {
        most = centre;
      }
    }
    return most;
  }

  private static double mean(ParameterInfo info, double centre, double sigma) {
    return centre
        + sigma * Truncation.mean((info.low() - centre) / sigma, (info.high() - centre) / sigma);
  }

  private static double std(ParameterInfo info, double centre, double sigma) {
    return sigma * Truncation.std((info.low() - centre) / sigma, (info.high() - centre) / sigma);
  }
}
