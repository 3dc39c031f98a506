package dev.fanwise.card.figures;

import dev.fanwise.Nonlinearity;
import dev.fanwise.card.model.Intent;
import dev.fanwise.card.model.Parameter;
import java.util.Optional;

/**
 * The weights of a layer as far as their standard deviation goes.
 *
 * @param of the parameter on the card
 * @param activation the activation that their scheme is for, or null
 * @param gain the gain of that activation, or NaN
 * @param basis how the standard deviation comes about
 * @param root sqrt(n), where the scheme makes std = gain / sqrt(n)
 * @param factor what the standard deviation is deliberately multiplied by
 * @param std the standard deviation
 */
record Layer(
    ParameterCard of,
    String activation,
    double gain,
    Intent.Basis basis,
    double root,
    double factor,
    double std) {
  /** The layer of a parameter, if its standard deviation can be measured against anything. */
  static Optional<Layer> of(ParameterCard one) {
    Parameter parameter = one.of();
    Intent intent = parameter.intent();
    boolean hasLaw = parameter.law().isKnown() && parameter.law().isRandom();
    boolean isRead = !parameter.law().isSaid() && one.measured() != null;
    if (intent == null || !hasLaw && !isRead) {
      return Optional.empty();
    }
    double std = one.std();
    boolean isUsual = one.moments() == null || one.moments().allowStatistics();
    if (!(std > 0) || !isUsual) {
      return Optional.empty();
    }
    return Optional.of(
        new Layer(
            one,
            label(intent),
            intent.gain(),
            intent.basis(),
            Math.sqrt(intent.n()),
            intent.factor(),
            std));
  }

  /** Whether the standard deviation says anything of a gain. */
  boolean hasGain() {
    return basis == Intent.Basis.COUNTED || basis == Intent.Basis.WRITTEN;
  }

  /** Whether it is that of the activation that the scheme is for. */
  boolean isConsistent() {
    return activation != null && Reference.isNear(actualGain() / gain);
  }

  /** Whether the activation is one that its author has named, rather than none. */
  boolean isOutspoken() {
    return activation != null && !activation.equals("LINEAR");
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
