package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.FrontEnd;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Same;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many problems in one run of javac: each is told as if it were alone. The cases are those of the
 * other tests; here they are checked without what comes behind the check of a model.
 */
class TogetherTest {
  /** Those with cases that can be put together. */
  static Stream<String> areas() {
    return EveryProblemTest.areas().entrySet().stream()
        .filter(area -> !area.getValue().stream().allMatch(ProblemCase::isSpecial))
        .map(Map.Entry::getKey);
  }

  @ParameterizedTest
  @MethodSource("areas")
  void everyProblemIsToldInItsPlaceAndNothingElse(String area) {
    Together together = new Together(area);
    Same.text(lines(together.expected), lines(told(FrontEnd.check(together.sources()))));
  }

  /**
   * Eclipse's compiler shows values in arrays at their annotation, and so two alike as one, and has
   * columns and an order of its own.
   */
  @ParameterizedTest
  @MethodSource("areas")
  void everyProblemIsToldByEclipsesCompilerToo(String area) {
    Together together = new Together(area);
    Outcome outcome = FrontEnd.checkByEclipse(together.sources());
    Same.text(lines(withoutColumns(together.expected)), lines(withoutColumns(told(outcome))));
  }

  /** The cases of an area, each in packages of its own. */
  private static final class Together {
    final Map<Integer, List<Outcome.Error>> expected = new TreeMap<>();
    private final Set<String> sources = new LinkedHashSet<>();

    Together(String area) {
      for (ProblemCase one : EveryProblemTest.areas().get(area)) {
        if (!one.isSpecial()) {
          ProblemCase numbered = one.numbered(expected.size());
          expected.put(expected.size(), numbered.expected());
          sources.addAll(numbered.codes());
        }
      }
    }

    String[] sources() {
      return sources.toArray(String[]::new);
    }
  }

  private static Map<Integer, List<Outcome.Error>> withoutColumns(
      Map<Integer, List<Outcome.Error>> errors) {
    Map<Integer, List<Outcome.Error>> without = new TreeMap<>();
    errors.forEach((number, all) -> without.put(number, ProblemCase.withoutColumns(all)));
    return without;
  }

  /** What is told of each case, by its number, which the name of its package ends with. */
  private static Map<Integer, List<Outcome.Error>> told(Outcome outcome) {
    Map<Integer, List<Outcome.Error>> told = new TreeMap<>();
    List<Outcome.Error> errors = outcome.ownErrors();
    List<String> folders =
        outcome.diagnostics().stream()
            .filter(one -> one.getMessage(Locale.ROOT).startsWith("[Fanwise:"))
            .map(one -> folder(one.getSource().getName()))
            .toList();
    assertEquals(folders.size(), errors.size());
    for (int i = 0; i < folders.size(); i++) {
      int number = Integer.parseInt(folders.get(i).substring(1));
      told.computeIfAbsent(number, any -> new ArrayList<>()).add(errors.get(i));
    }
    return told;
  }

  /** The folder of a file, which is its package. */
  private static String folder(String path) {
    String[] parts = path.split("/");
    return parts[parts.length - 2];
  }

  /** A line for each problem. */
  private static String lines(Map<Integer, List<Outcome.Error>> errors) {
    StringBuilder lines = new StringBuilder();
    errors.forEach(
        (number, all) ->
            all.forEach(error -> lines.append(number).append(' ').append(error).append('\n')));
    return lines.toString();
  }
}
