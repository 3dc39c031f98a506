package dev.fanwise.card.figures;

import dev.fanwise.card.model.Origin;
import java.util.List;
import java.util.function.Consumer;

/** Weights that are not what they should be, whatever their law. */
final class WeightSuspicions {
  /** Of several that are wrong in one way so many are named. */
  private static final int NAMED = 3;

  /** Fewer than one of so many that are not as drawn are an accident, more are training. */
  private static final int FEW = 4;

  /** How far off its law a standard deviation must be, or a mean in deviations, to be no drift. */
  private static final double FAR = 1.2;

  private final Card card;
  private final Consumer<Suspicion> found;

  WeightSuspicions(Card card, Consumer<Suspicion> found) {
    this.card = card;
    this.found = found;
  }

  void find() {
    if (card.model().origin() == Origin.COMPILED) {
      return; // They are drawn for the card.
    }
    List<ParameterCard> measured =
        card.parameters().stream().filter(one -> one.measured() != null).toList();
    for (ParameterCard one : measured) {
      Measured elements = one.measured();
      if (elements.nonFinite() > 0) {
        String count =
            Figures.count(elements.nonFinite()) + " of " + Figures.count(elements.count());
        add(
            Suspicion.Id.NON_FINITE,
            List.of(one),
            one.name() + ": " + count + " weights are infinite or no number",
            "What the model computes with them is neither.");
      }
    }
    addUndrawn(measured);
    addChanged(measured);
  }

  private void addUndrawn(List<ParameterCard> measured) {
    List<ParameterCard> undrawn = with(Fit.Verdict.UNDRAWN, measured);
    long random = measured.stream().filter(one -> one.of().law().isRandom()).count();
    if (undrawn.size() > NAMED && undrawn.size() == random) {
      add(
          Suspicion.Id.NOT_DRAWN,
          undrawn,
          "Nothing is drawn: all " + random + " parameters that should be are 0",
          "Was initialize called?");
      return;
    }
    for (ParameterCard one : undrawn) {
      add(
          Suspicion.Id.NOT_DRAWN,
          List.of(one),
          one.name() + ": all weights are 0, but its law is " + one.distribution(),
          "Was it drawn, or overwritten?");
    }
  }

  private void addChanged(List<ParameterCard> measured) {
    List<ParameterCard> changed = with(Fit.Verdict.CHANGED, measured);
    int tested = changed.size() + with(Fit.Verdict.AS_DRAWN, measured).size();
    if (FEW * changed.size() > tested) {
      return;
    }
    for (ParameterCard one : changed) {
      if (one.moments().std() == 0) {
        continue; // Biases move with the first step.
      }
      Measured elements = one.measured();
      double ratio = elements.std() / one.moments().std();
      double shift = Math.abs(elements.mean() - one.moments().mean());
      if (ratio > FAR || ratio < 1 / FAR || shift > FAR * one.moments().std()) {
        add(
            Suspicion.Id.CHANGED,
            List.of(one),
            one.name()
                + ": weights of mean "
                + Figures.brief(elements.mean())
                + " and std "
                + Figures.brief(elements.std())
                + " where its law has "
                + Figures.brief(one.moments().mean())
                + " and "
                + Figures.brief(one.moments().std()),
            tested - changed.size() + " of " + tested + " parameters are as drawn.");
      }
    }
  }

  private static List<ParameterCard> with(Fit.Verdict verdict, List<ParameterCard> measured) {
    return measured.stream().filter(one -> one.measured().fit().verdict() == verdict).toList();
  }

  private void add(Suspicion.Id id, List<ParameterCard> about, String text, String advice) {
    found.accept(
        new Suspicion(id, about.stream().map(ParameterCard::number).toList(), text, advice));
  }
}
