package dev.fanwise.card.figures;

import dev.fanwise.Nonlinearity;
import dev.fanwise.card.model.Intent;
import dev.fanwise.card.model.Parameter;
import java.util.Optional;

/**
 * The weights of a layer as far as their gain goes.
 *
 * @param activation the activation that their scheme is for, or null
 * @param gain the gain of that activation, or NaN
 * @param root sqrt(n), where the scheme makes std = gain / sqrt(n)
 * @param factor what the standard deviation is deliberately multiplied by
 * @param std the standard deviation
 */
record Layer(String activation, double gain, double root, double factor, double std) {
  /** The layer of a parameter, if its standard deviation comes of a gain or could. */
  static Optional<Layer> of(Parameter parameter) {
    Intent intent = parameter.intent();
    if (intent == null || !parameter.law().isKnown()) {
      return Optional.empty();
    }
    Moments moments = Moments.of(parameter);
    double std = moments.std();
    if (!(std > 0) || !moments.allowStatistics()) {
      return Optional.empty();
    }
    return Optional.of(
        new Layer(label(intent), intent.gain(), Math.sqrt(intent.n()), intent.factor(), std));
  }

  /** Whether the layer is for an activation; if it is for none, whether it has the gain. */
  boolean votesFor(String other, double otherGain) {
    return activation == null
        ? Reference.isNear(actualGain() / otherGain)
        : activation.equals(other);
  }

  /** The gain that the standard deviation amounts to. */
  double actualGain() {
    return std * root / factor;
  }

  /** The standard deviation that a gain would make. */
  double stdOf(double otherGain) {
    return otherGain * factor / root;
  }

  private static String label(Intent intent) {
    if (intent.nonlinearity() != Nonlinearity.LEAKY_RELU) {
      return intent.nonlinearity() == null ? null : intent.nonlinearity().name();
    }
    return intent.slope() == 0 ? "RELU" : "LEAKY_RELU(" + Figures.brief(intent.slope()) + ")";
  }
}
