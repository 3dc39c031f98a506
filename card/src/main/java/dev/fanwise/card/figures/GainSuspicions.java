package dev.fanwise.card.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Layers whose standard deviation, or law, is not that of those like them. */
final class GainSuspicions {
  /** So many of one role must be alike before another one is odd: those are made in a row. */
  private static final int FEWEST = 4;

  private final Card card;
  private final Consumer<Suspicion> found;

  GainSuspicions(Card card, Consumer<Suspicion> found) {
    this.card = card;
    this.found = found;
  }

  void find() {
    addGains();
    for (int level = 0; level < 2; level++) {
      addRoles(level);
    }
  }

  /** What is odd for one reason in many places is said once; what is farthest off comes first. */
  private void addGains() {
    Map<String, List<ParameterCard>> odd = new LinkedHashMap<>();
    for (ParameterCard one : card.layers()) {
      if (one.verdict().kind() == Verdict.Kind.ODD) {
        String key = Roles.byPlace(one.name()) + Figures.ratio(one.verdict().ratio());
        odd.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
      }
    }
    odd.values().stream()
        .sorted((a, b) -> Double.compare(distance(b.get(0)), distance(a.get(0))))
        .forEach(this::addGain);
  }

  private static double distance(ParameterCard one) {
    return Math.abs(Math.log(one.verdict().ratio()));
  }

  private void addGain(List<ParameterCard> alike) {
    ParameterCard one = alike.get(0);
    Verdict verdict = one.verdict();
    found.accept(
        new Suspicion(
            Suspicion.Id.GAIN,
            alike.stream().map(ParameterCard::number).toList(),
            one.name()
                + (alike.size() == 1 ? "" : " and " + (alike.size() - 1) + " like it")
                + ": std "
                + Figures.brief(one.std())
                + " is "
                + Figures.ratio(verdict.ratio())
                + " times the ideal "
                + Figures.brief(verdict.ideal()),
            verdict.ground()));
  }

  /** One of a role that is constant where the others are not, or another constant. */
  private void addRoles(int level) {
    Map<String, List<ParameterCard>> groups = new LinkedHashMap<>();
    for (ParameterCard one : card.parameters()) {
      String role = Roles.of(one.name()).get(level);
      if (one.of().law().isKnown() && !Roles.isSequence(role)) {
        groups.computeIfAbsent(role, any -> new ArrayList<>()).add(one);
      }
    }
    groups.forEach(this::addRole);
  }

  private void addRole(String role, List<ParameterCard> group) {
    Map<String, List<ParameterCard>> kinds = new LinkedHashMap<>();
    for (ParameterCard one : group) {
      kinds.computeIfAbsent(kind(one), any -> new ArrayList<>()).add(one);
    }
    if (kinds.size() == 1 || group.size() < FEWEST) {
      return;
    }
    List<ParameterCard> most =
        kinds.values().stream().max((a, b) -> Integer.compare(a.size(), b.size())).orElseThrow();
    if (FEWEST * most.size() < (FEWEST - 1) * group.size()) {
      return; // They differ on purpose.
    }
    for (ParameterCard one : group) {
      if (!kind(one).equals(kind(most.get(0)))) {
        found.accept(
            new Suspicion(
                Suspicion.Id.ROLE,
                List.of(one.number()),
                one.name() + ": " + kind(one) + ", unlike the others",
                most.size()
                    + " of "
                    + group.size()
                    + " like it ("
                    + role
                    + ") are "
                    + kind(most.get(0))
                    + "."));
      }
    }
  }

  private static String kind(ParameterCard one) {
    return one.of().law().onlyValue().isPresent()
        ? "all " + Figures.brief(one.moments().mean())
        : one.of().law().isRandom() ? "drawn" : one.distribution();
  }
}
