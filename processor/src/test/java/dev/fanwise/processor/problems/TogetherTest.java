package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** All cases that can be compiled together: each is told as if it were alone. */
class TogetherTest {
  @Test
  void everyProblemIsToldInItsPlaceAndNothingElse() {
    Map<String, List<Outcome.Error>> expected = new LinkedHashMap<>();
    Set<String> sources = new LinkedHashSet<>();
    List<ProblemCase> cases =
        EveryProblemTest.cases().stream().filter(one -> !one.isSpecial()).toList();
    for (int i = 0; i < cases.size(); i++) {
      ProblemCase numbered = cases.get(i).numbered(i);
      expected.put("" + i, numbered.expected());
      sources.addAll(numbered.codes());
    }
    assertEquals(text(expected), text(told(sources)));
  }

  /** What is told of each case, by its number. */
  private static Map<String, List<Outcome.Error>> told(Set<String> sources) {
    Outcome outcome =
        Javac.javac()
            .byJavac()
            .options("-proc:only", "-Xmaxerrs", "10000")
            .run(sources.toArray(String[]::new));
    Map<String, List<Outcome.Error>> told = new LinkedHashMap<>();
    List<? extends Diagnostic<? extends JavaFileObject>> own =
        outcome.diagnostics().stream()
            .filter(one -> one.getMessage(Locale.ROOT).startsWith("[Fanwise:"))
            .toList();
    List<Outcome.Error> errors = outcome.ownErrors();
    assertEquals(own.size(), errors.size());
    for (int i = 0; i < own.size(); i++) {
      String folder = own.get(i).getSource().getName().split("/")[0];
      told.computeIfAbsent(folder.substring(1), any -> new ArrayList<>()).add(errors.get(i));
    }
    return told;
  }

  /** A line for each problem, sorted by the number of the case. */
  private static String text(Map<String, List<Outcome.Error>> errors) {
    StringBuilder text = new StringBuilder();
    errors.keySet().stream()
        .sorted(java.util.Comparator.comparing(Integer::valueOf))
        .forEach(
            number ->
                errors
                    .get(number)
                    .forEach(error -> text.append(number).append(' ').append(error).append('\n')));
    return text.toString();
  }
}
