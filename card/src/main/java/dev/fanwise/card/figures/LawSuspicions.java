package dev.fanwise.card.figures;

import dev.fanwise.Nonlinearity;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Laws that are seldom meant. */
final class LawSuspicions {
  private static final double SMALLEST_STD = 1e-4;
  private static final double LARGEST_STD = 1;

  private final Card card;
  private final Consumer<Suspicion> found;

  LawSuspicions(Card card, Consumer<Suspicion> found) {
    this.card = card;
    this.found = found;
  }

  void find() {
    addXavierOnRelu();
    addZeroLayers();
    addStds();
  }

  private void add(Suspicion.Id id, ParameterCard parameter, String text, String advice) {
    found.accept(new Suspicion(id, List.of(parameter.number()), text, advice));
  }

  private void addXavierOnRelu() {
    for (ParameterCard one : card.parameters()) {
      // At run time a gain shows the activation, and one of ReLU's may be meant as a gain.
      boolean isDeclared = one.of().intent() != null && !one.of().derivation().isEmpty();
      Nonlinearity declared = isDeclared ? one.of().intent().nonlinearity() : null;
      if (one.of().scheme().annotation().equals("XavierInit")
          && (declared == Nonlinearity.RELU || declared == Nonlinearity.LEAKY_RELU)) {
        add(
            Suspicion.Id.XAVIER_ON_RELU,
            one,
            one.name() + ": Xavier on a layer declared " + declared,
            "Xavier's derivation is for activations that are linear around 0; for "
                + declared
                + " there is @KaimingInit.");
      }
    }
  }

  private void addZeroLayers() {
    ParameterCard before = null;
    for (ParameterCard one : card.parameters()) {
      if (!one.isLayer()) {
        continue;
      }
      boolean follows = before != null && Objects.equals(holder(before), holder(one));
      if (follows && isZero(before) && isZero(one)) {
        found.accept(
            new Suspicion(
                Suspicion.Id.ZERO_LAYERS,
                List.of(before.number(), one.number()),
                before.name() + " and " + one.name() + ": zero weights on two consecutive layers",
                "No gradient reaches either of them, so neither ever changes."));
      }
      before = one;
    }
  }

  /** The name of what a parameter is in: those of other submodules may stand beside it. */
  private static String holder(ParameterCard one) {
    return one.name().substring(0, Math.max(0, one.name().lastIndexOf('.')));
  }

  private static boolean isZero(ParameterCard one) {
    OptionalDouble value = one.of().law().onlyValue();
    return value.isPresent() && value.getAsDouble() == 0;
  }

  private void addStds() {
    for (ParameterCard one : card.parameters()) {
      // Structured laws are what they are: gates' biases are wide by design.
      if (!one.of().law().isRandom()
          || one.moments() == null
          || one.distribution().equals("structured")) {
        continue;
      }
      double std = one.moments().std();
      if (std < SMALLEST_STD || std > LARGEST_STD) {
        add(
            Suspicion.Id.STD_RANGE,
            one,
            one.name() + ": std " + Figures.brief(std) + " is outside [0.0001, 1]",
            std < SMALLEST_STD
                ? "The signal all but vanishes in this layer."
                : "The signal grows with every such layer.");
      }
    }
  }
}
