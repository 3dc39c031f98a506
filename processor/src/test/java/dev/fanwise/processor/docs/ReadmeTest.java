package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Same;
import dev.fanwise.processor.harness.Tensors;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the README shows is what the processor does; {@code -Dgolden.update=true} writes the whole
 * generated class in docs/generated-code.md anew.
 */
class ReadmeTest {
  private static final String GENERATED = "MlpInitializer.java";

  private final Page readme = new Page("README.md");

  @Test
  void theGeneratedClassIsTheOneThatThePageShows() throws IOException {
    String generated = Javac.compile(readme.block("Mlp.java")).source("MlpInitializer");
    Page page = new Page("docs/generated-code.md");
    if (Boolean.getBoolean("golden.update")) {
      page.replaceBlock(GENERATED, generated);
    }
    Same.text(page.block(GENERATED), generated);
    for (String part : List.of("initialize", "fillHidden")) {
      assertTrue(generated.contains(readme.block(part)), readme.block(part));
    }
  }

  @Test
  void itIsShort() {
    assertTrue(readme.text().lines().count() <= 180, "lines of the README");
  }

  @Test
  void theCallThatItNamesCompilesAndFillsTheModel() {
    List<String> calls = readme.find("`(MlpInitializer\\.initialize\\([^`]*)`");
    assertEquals(1, calls.size());
    String user = "import java.util.*;\nclass User {\n  Mlp mlp = " + calls.get(0) + ";\n}\n";
    Outcome outcome = Javac.compile(readme.block("Mlp.java"), user);
    Model model = Model.of(outcome, "Mlp");
    model.initialize(42);
    assertEquals(List.of("hidden", "hiddenBias", "out"), model.names());
    assertEquals(Tensors.list(256 * 784), Tensors.shape(model.get("hidden")));
  }

  @Test
  void theNewcomersProjectIsTheOneThatItShows() {
    String project = "integration-tests/src/it/newcomer/";
    String setUp = readme.find("\nMaven:\n\n```xml\n(.*?)```").get(0).indent(2);
    String pom = new Page(project + "pom.xml").text();
    assertEquals("\n" + setUp + "</project>\n", pom.substring(pom.indexOf("</version>") + 11));
    assertEquals(readme.block("Mlp.java"), new Page(project + "src/main/java/Mlp.java").text());
  }

  @Test
  void theErrorThatItQuotesIsTheProcessors() {
    List<String> quoted = readme.find("`(\\[Fanwise:\\w+\\] [^`]*)`");
    assertEquals(1, quoted.size());
    Outcome outcome = Javac.javac().run("class Net { @Shape(256) @KaimingInit float[] hidden; }");
    assertEquals(
        List.of(quoted.get(0).replaceAll("\\s+", " ")),
        outcome.errors().stream().map(Outcome.Error::text).toList());
  }
}
