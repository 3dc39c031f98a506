package dev.fanwise.card.figures;

import dev.fanwise.Nonlinearity;
import dev.fanwise.card.model.Law;
import dev.fanwise.card.model.Submodule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Finds what is legal in a model but may be a mistake. */
final class Suspicions {
  private static final double SMALLEST_STD = 1e-4;
  private static final double LARGEST_STD = 1;

  private final Card card;
  private final List<Suspicion> found = new ArrayList<>();

  Suspicions(Card card) {
    this.card = card;
  }

  List<Suspicion> all() {
    addGains();
    addXavierOnRelu();
    addZeroLayers();
    addStds();
    addStreamNames();
    return found;
  }

  private void add(Suspicion.Id id, ParameterCard parameter, String text, String advice) {
    found.add(new Suspicion(id, List.of(parameter.number()), text, advice));
  }

  private void addGains() {
    for (ParameterCard one : card.layers()) {
      Verdict verdict = one.verdict();
      if (verdict.kind() == Verdict.Kind.ODD) {
        add(
            Suspicion.Id.GAIN,
            one,
            one.name()
                + ": std "
                + Figures.brief(one.moments().std())
                + " is "
                + Figures.ratio(verdict.ratio())
                + " times the ideal "
                + Figures.brief(verdict.ideal()),
            reason(one));
      }
    }
  }

  private String reason(ParameterCard one) {
    Reference reference = card.reference();
    String own = "This one has gain " + Figures.brief(one.verdict().gain());
    String activation = one.verdict().activation();
    return switch (reference.kind()) {
      case MAJORITY ->
          reference.votes()
              + " of "
              + reference.voters()
              + " layers have "
              + reference.activation()
              + "’s gain "
              + Figures.brief(reference.gain())
              + ". "
              + own
              + (activation == null || activation.equals(reference.activation())
                  ? "."
                  : ", for " + activation + ".");
      case COMMON ->
          reference.votes()
              + " of "
              + reference.voters()
              + " layers have gain "
              + Figures.brief(reference.gain())
              + ". "
              + own
              + ".";
      default -> own + ", and " + activation + " asks for another.";
    };
  }

  private void addXavierOnRelu() {
    for (ParameterCard one : card.parameters()) {
      Nonlinearity declared = one.of().intent() == null ? null : one.of().intent().nonlinearity();
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
      boolean follows = before != null && Objects.equals(before.module(), one.module());
      if (follows && isZero(before) && isZero(one)) {
        found.add(
            new Suspicion(
                Suspicion.Id.ZERO_LAYERS,
                List.of(before.number(), one.number()),
                before.name() + " and " + one.name() + ": zero weights on two consecutive layers",
                "No gradient reaches either of them, so neither ever changes."));
      }
      before = one;
    }
  }

  private static boolean isZero(ParameterCard one) {
    return one.of().law() instanceof Law.Constant constant && constant.value() == 0;
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

  private void addStreamNames() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Submodule submodule : card.model().submodules()) {
      names.put(submodule.className(), submodule.streamNames());
    }
    List<String> classes = List.copyOf(names.keySet());
    for (int i = 0; i < classes.size(); i++) {
      List<String> own = names.get(classes.get(i));
      for (ParameterCard one : card.parameters()) {
        if (one.module() == null
            && one.of().stream().isRenamed()
            && own.contains(one.of().stream().name())) {
          addStreamName(List.of(one.number()), one.name(), "a field of " + classes.get(i));
        }
      }
      for (String earlier : classes.subList(0, i)) {
        if (!Collections.disjoint(own, names.get(earlier))) {
          addStreamName(List.of(), "a field of " + earlier, "one of " + classes.get(i));
        }
      }
    }
  }

  private void addStreamName(List<Integer> parameters, String one, String other) {
    found.add(
        new Suspicion(
            Suspicion.Id.STREAM_NAMES,
            parameters,
            one + " and " + other + " have the same @StreamName",
            "Their bits differ all the same, since each submodule has a seed of its own."));
  }
}
