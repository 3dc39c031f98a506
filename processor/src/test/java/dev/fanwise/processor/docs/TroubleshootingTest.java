package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The messages that docs/troubleshooting.md quotes are the processor's. */
class TroubleshootingTest {
  private static final List<String> MISTAKES =
      List.of(
          "@Shape({256, 784}) @XavierInit private float[] hidden;",
          "@Shape({256, 784}) @XavierInit Float[] hidden;",
          "@Shape({256, 784}) float[] hidden;",
          "@XavierInit float[] hidden;",
          "@Shape({3, 3, 8, 32}) @KaimingInit float[] kernel;");

  @Test
  void itsMessagesAreThose() {
    List<String> said = new ArrayList<>();
    for (String field : MISTAKES) {
      Outcome outcome = Javac.javac().run("class Net { " + field + " }");
      outcome.diagnostics().stream()
          .map(one -> one.getMessage(Locale.ROOT))
          .filter(text -> text.startsWith("[Fanwise:"))
          .forEach(said::add);
    }
    assertEquals(new Page("docs/troubleshooting.md").find("`(\\[Fanwise:\\w+\\] .*?)`[,\n]"), said);
  }
}
