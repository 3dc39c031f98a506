package dev.fanwise.card.figures;

import dev.fanwise.card.model.Submodule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Names of streams that stand in two classes. */
final class StreamSuspicions {
  private final Card card;
  private final Consumer<Suspicion> found;

  StreamSuspicions(Card card, Consumer<Suspicion> found) {
    this.card = card;
    this.found = found;
  }

  void find() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Submodule submodule : card.model().submodules()) {
      names.put(submodule.className(), submodule.streamNames());
    }
    List<String> classes = List.copyOf(names.keySet());
    for (int i = 0; i < classes.size(); i++) {
      List<String> own = names.get(classes.get(i));
      for (ParameterCard one : card.parameters()) {
        if (one.module() == null
            && one.of().stream() != null
            && one.of().stream().isRenamed()
            && own.contains(one.of().stream().name())) {
          add(List.of(one.number()), one.name(), "a field of " + classes.get(i));
        }
      }
      for (String earlier : classes.subList(0, i)) {
        if (!Collections.disjoint(own, names.get(earlier))) {
          add(List.of(), "a field of " + earlier, "one of " + classes.get(i));
        }
      }
    }
  }

  private void add(List<Integer> parameters, String one, String other) {
    found.accept(
        new Suspicion(
            Suspicion.Id.STREAM_NAMES,
            parameters,
            one + " and " + other + " have the same @StreamName",
            "Their bits differ all the same, since each submodule has a seed of its own."));
  }
}
