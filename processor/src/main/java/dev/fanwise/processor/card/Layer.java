package dev.fanwise.processor.card;

import dev.fanwise.Nonlinearity;
import dev.fanwise.processor.plan.Intent;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.runtime.Gains;
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
  static Optional<Layer> of(ParameterPlan parameter) {
    Intent intent = parameter.intent();
    if (parameter.fans() == null
        || intent.basis() == Intent.Basis.OWN
        || !parameter.law().isKnown()) {
      return Optional.empty();
    }
    Moments moments = Moments.of(parameter);
    double std = moments.std();
    if (!(std > 0) || !moments.allowStatistics()) {
      return Optional.empty();
    }
    boolean hasActivation = intent.nonlinearity() != null;
    return Optional.of(
        new Layer(
            hasActivation ? label(intent) : null,
            hasActivation ? Gains.of(intent.nonlinearity(), intent.slope()) : Double.NaN,
            Math.sqrt(n(parameter)),
            intent.factor(),
            std));
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
      return intent.nonlinearity().name();
    }
    return intent.slope() == 0 ? "RELU" : "LEAKY_RELU(" + Figures.brief(intent.slope()) + ")";
  }

  private static double n(ParameterPlan parameter) {
    double in = parameter.fans().fanIn();
    double out = parameter.fans().fanOut();
    return switch (parameter.intent().basis()) {
      case FAN_OUT -> out;
      case FAN_AVG -> (in + out) / 2;
      case FAN_GEO_AVG -> Math.sqrt(in * out);
      case LONGER_SIDE -> {
        Arguments matrix = new Arguments((Law.Structured) parameter.law());
        yield Math.max(
            matrix.whole("out") / matrix.whole("parts"),
            matrix.whole("outer") * matrix.whole("inner"));
      }
      default -> in;
    };
  }
}
