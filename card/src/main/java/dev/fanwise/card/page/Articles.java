package dev.fanwise.card.page;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.ParameterCard;
import dev.fanwise.card.figures.Roles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which parameters are shown at length: all, or of very many one of each role and law. */
final class Articles {
  /** So many are all shown. */
  private static final int ALL = 300;

  private final List<List<ParameterCard>> groups;
  private final Map<Integer, Integer> shownBy = new HashMap<>();

  Articles(Card card) {
    boolean areAll = card.parameters().size() <= ALL;
    Map<String, List<ParameterCard>> alike = new LinkedHashMap<>();
    for (ParameterCard one : card.parameters()) {
      boolean isAlone = areAll || card.isSuspicious(one);
      String key =
          isAlone
              ? "#" + one.number()
              : Roles.byPlace(one.name())
                  + ParameterTable.shape(one)
                  + ParameterTable.scheme(one)
                  + ParameterTable.law(one);
      alike.computeIfAbsent(key, any -> new ArrayList<>()).add(one);
    }
    this.groups = List.copyOf(alike.values());
    for (List<ParameterCard> group : groups) {
      group.forEach(one -> shownBy.put(one.number(), group.get(0).number()));
    }
  }

  /** Parameters that are shown as one, the first of each at length. */
  List<List<ParameterCard>> groups() {
    return groups;
  }

  /** The address of what shows a parameter. */
  String link(int number) {
    return "#p" + shownBy.get(number);
  }
}
