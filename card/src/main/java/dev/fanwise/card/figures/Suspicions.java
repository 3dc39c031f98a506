package dev.fanwise.card.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All that is legal in a model but may be a mistake, the most serious first. */
final class Suspicions {
  private final Card card;
  private final List<Suspicion> found = new ArrayList<>();

  Suspicions(Card card) {
    this.card = card;
  }

  List<Suspicion> all() {
    new WeightSuspicions(card, found::add).find();
    new GainSuspicions(card, found::add).find();
    new LawSuspicions(card, found::add).find();
    new ShapeSuspicions(card, found::add).find();
    new StreamSuspicions(card, found::add).find();
    found.sort(Comparator.comparing(Suspicion::id));
    return first();
  }

  /** Of each parameter the most serious one: others mostly follow from it. */
  private List<Suspicion> first() {
    Map<Integer, Suspicion.Id> seen = new HashMap<>();
    List<Suspicion> first = new ArrayList<>();
    for (Suspicion one : found) {
      one.parameters().forEach(number -> seen.putIfAbsent(number, one.id()));
      boolean isFirst =
          one.parameters().isEmpty()
              || one.parameters().stream().anyMatch(number -> seen.get(number) == one.id());
      if (isFirst && first.stream().noneMatch(one::isSame)) {
        first.add(one);
      }
    }
    return first;
  }
}
