package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.report.Problem;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** What is legal but suspicious: the class is generated all the same. */
class WarningsTest {
  static final Problem WARNING = Problem.TRUNCATION_WITHOUT_CUT;

  @Test
  void aTruncationThatCutsNothing() {
    Outcome outcome =
        Javac.javac()
            .run(
                """
                class Net {
                  @Shape(2) @TruncatedNormalInit(std = 0.02, lower = -100, upper = 100) float[] w;
                }
                """);
    List<? extends Diagnostic<?>> warnings =
        outcome.diagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.WARNING)
            .filter(diagnostic -> diagnostic.getMessage(Locale.ROOT).startsWith("[Fanwise:"))
            .toList();
    assertEquals(1, warnings.size());
    assertEquals(
        "[Fanwise:TruncationWithoutCut] lower = -100 and upper = 100 of w cut off less than one"
            + " element in three billion. Use @NormalInit, or bounds nearer to 0; they are in"
            + " standard deviations from the mean.",
        warnings.get(0).getMessage(Locale.ROOT));
    assertEquals(3, warnings.get(0).getLineNumber());
    assertEquals(
        "  @Shape(2) @TruncatedNormalInit(std = 0.02, lower = ".length() + 1,
        warnings.get(0).getColumnNumber());
    assertTrue(outcome.sources().containsKey("p.NetInitializer"));
  }
}
