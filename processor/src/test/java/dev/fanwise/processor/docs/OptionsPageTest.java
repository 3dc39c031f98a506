package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.FanwiseProcessor;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsPageTest {
  private final Page page = new Page("docs/options.md");

  @Test
  void hasARowForEveryOption() {
    List<List<String>> rows = page.rows("`fanwise.*");
    assertEquals(
        List.copyOf(new FanwiseProcessor().getSupportedOptions()),
        rows.stream().map(cells -> cells.get(0).replace("`", "")).toList());
  }

  @Test
  void theLegalValuesAreThoseOfTheMessages() {
    for (List<String> cells : page.rows("`fanwise.*")) {
      String option = cells.get(0).replace("`", "");
      String legal = cells.get(1).replace("`true`, `false`", "true or false").replace("`", "");
      List<Outcome.Error> errors =
          Javac.javac().options("-A" + option + "=?").run("class Other {}").errors();
      assertEquals(
          "[Fanwise:OptionValue] -A" + option + " = \"?\" is not legal. Give " + legal + ".",
          errors.get(0).text());
    }
  }

  @Test
  void verbosePrintsWhatItShows() {
    Outcome outcome = Javac.javac().options("-Afanwise.verbose").run(page.block("Net.java"));
    assertTrue(outcome.succeeded());
    assertEquals(1, outcome.diagnostics().size());
    String printed = outcome.diagnostics().get(0).toString();
    assertEquals(
        page.find("```\n(Net.java:.*?)```").get(0),
        printed.substring(printed.indexOf("Net.java")) + "\n");
  }
}
