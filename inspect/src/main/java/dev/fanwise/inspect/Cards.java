package dev.fanwise.inspect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The cards of models: those that the compiler wrote, and for the others new ones. */
final class Cards {
  private final Target target;
  private final Scan scan;
  private final List<Path> classPath;
  private final Long seed;

  /**
   * @param seed the seed of the draws, or null to take cards as they are
   */
  Cards(Target target, Scan scan, List<Path> classPath, Long seed) {
    this.target = target;
    this.scan = scan;
    this.classPath = classPath;
    this.seed = seed;
  }

  /** The cards of these models, in their order. */
  List<Card> read(List<String> models, Progress progress) throws IOException {
    Map<String, Card> cards = new HashMap<>();
    List<String> others = new ArrayList<>();
    for (String model : models) {
      String file = "META-INF/fanwise/" + model;
      boolean isCompiled = scan.models().contains(model);
      if (target.has(file + ".json") && (seed == null || !isCompiled)) {
        String page = target.has(file + ".html") ? text(file + ".html") : null;
        cards.put(model, Card.of(file + ".json", text(file + ".json"), page));
      } else {
        others.add(model);
      }
    }
    Compiler compiler = new Compiler(target, scan, classPath, seed == null ? 0 : seed);
    compiler.cards(others, progress).forEach(card -> cards.put(card.model(), card));
    return models.stream().map(cards::get).toList();
  }

  /** The same cards and those of the models that they lead to, as far as they are here. */
  List<Card> withSubmodules(List<Card> cards, Progress progress) throws IOException {
    List<Card> all = new ArrayList<>(cards);
    Set<String> known = new HashSet<>();
    cards.forEach(card -> known.add(card.model()));
    List<Card> latest = cards;
    while (!latest.isEmpty()) {
      List<String> next =
          latest.stream()
              .flatMap(card -> card.submodules().stream())
              .filter(
                  model ->
                      scan.models().contains(model)
                          || target.has("META-INF/fanwise/" + model + ".json"))
              .filter(known::add)
              .toList();
      latest = read(next, progress);
      all.addAll(latest);
    }
    return all;
  }

  private String text(String file) throws IOException {
    return new String(target.read(file), StandardCharsets.UTF_8);
  }
}
