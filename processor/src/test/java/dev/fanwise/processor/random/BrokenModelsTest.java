package dev.fanwise.processor.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.report.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Random classes, most of them faulty, many in one compilation: Fanwise says what is wrong, or
 * generates code that compiles in silence. {@code -Dfanwise.random.times=34} for 100,000 classes.
 */
class BrokenModelsTest {
  private static final int CLASSES = 50;
  private static final int TIMES = Integer.getInteger("fanwise.random.times", 1);
  private static final int LONGEST_MESSAGE = 2000;

  private static final Set<String> IDS =
      Stream.of(Problem.values())
          .filter(problem -> problem != Problem.INTERNAL)
          .map(problem -> "[Fanwise:" + problem.id() + "]")
          .collect(Collectors.toSet());

  @Property(shrinking = ShrinkingMode.OFF)
  void areReportedOrGeneratedWell(@ForAll long choices) {
    Random random = new Random(choices);
    for (int i = 0; i < TIMES; i++) {
      check(random);
    }
  }

  private static void check(Random random) {
    BrokenModels models = new BrokenModels(random);
    List<String> sources = new ArrayList<>();
    for (int i = 0; i < CLASSES; i++) {
      sources.add(Javac.withHeader("") + models.next("C" + i));
    }
    Outcome outcome = Javac.javac().byJavac().release(17).run(sources.toArray(String[]::new));
    for (Outcome.Error error : outcome.errors()) {
      if (!error.text().startsWith("warnings found and -Werror")) {
        checkMessage(error, sources);
      }
    }
    assertFalse(outcome.sources().isEmpty(), "none is in order");
    assertFalse(outcome.ownErrors().isEmpty(), "none is faulty");
    assertEquals(
        outcome.errors().size(), new HashSet<>(outcome.errors()).size(), "told more than once");
    checkGenerated(sources, outcome);
  }

  private static void checkMessage(Outcome.Error error, List<String> sources) {
    assertEquals(1, of(error.file(), sources).size(), error::toString);
    String about = error + "\n" + of(error.file(), sources);
    assertTrue(IDS.contains(error.text().split(" ")[0]), about);
    assertTrue(error.text().matches("[^\\p{Cntrl}]*[.?)]"), about);
    assertTrue(error.text().length() < LONGEST_MESSAGE, about);
    assertTrue(error.line() > 1, about);
  }

  /** What is generated beside the faulty classes is in order together with all of them. */
  private static void checkGenerated(List<String> sources, Outcome outcome) {
    List<String> all = new ArrayList<>(sources);
    all.addAll(outcome.sources().values());
    Outcome whole = Javac.plainJavac().byJavac().release(17).run(all.toArray(String[]::new));
    for (Diagnostic<?> one : whole.diagnostics()) {
      boolean isTheirs =
          one.getSource() == null
              || sources.stream()
                  .anyMatch(source -> one.toString().contains(Javac.fileName(source)));
      assertTrue(
          isTheirs && one.getKind() != Diagnostic.Kind.ERROR
              || one.getMessage(Locale.ROOT).startsWith("warnings found"),
          () -> one + "\n" + sources + outcome.sources().keySet());
    }
  }

  private static List<String> of(String file, List<String> sources) {
    return sources.stream().filter(source -> Javac.fileName(source).equals(file)).toList();
  }
}
