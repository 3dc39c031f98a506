package dev.fanwise.processor.golden;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.FanwiseProcessor;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Same;
import dev.fanwise.processor.harness.WatchedProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;

/** What Gradle's isolating mode and other build tools ask of a processor. */
class FilesTest {
  private static final String[] SOURCES = {
    """
    class Outer {
      @Shape({2, 3}) @XavierInit float[] w;
      static class Inner extends Outer { @Shape(3) @OnesInit float[] v; }
    }
    """,
    "class Net { @Shape({2, 3}) @XavierInit float[] w; }",
    "class NoModel { float[] w; }"
  };

  @Test
  void oneSourceFileForEachModelWithTheModelAsItsOrigin() {
    List<String> asked = new ArrayList<>();
    Javac.plainJavac()
        .with(() -> new WatchedProcessor(new FanwiseProcessor(), asked::add))
        .run(SOURCES)
        .requireSuccess();
    assertEquals(
        Set.of(
            "createSourceFile p.OuterInitializer [p.Outer]",
            "createSourceFile p.Outer_InnerInitializer [p.Outer.Inner]",
            "createSourceFile p.NetInitializer [p.Net]"),
        new TreeSet<>(asked));
    assertEquals(3, asked.size());
  }

  @Test
  void nothingElseIsWritten() {
    List<String> written = new ArrayList<>();
    Outcome outcome =
        Javac.javac()
            .watchedBy((className, kind) -> written.add(kind + " " + className))
            .run(SOURCES)
            .requireSuccess();
    assertEquals(3, written.stream().filter(file -> file.startsWith("SOURCE")).count());
    assertEquals(3 + 7, written.size(), written::toString);
    assertEquals(
        Set.of(
            "p.Outer",
            "p.Outer$Inner",
            "p.Net",
            "p.NoModel",
            "p.OuterInitializer",
            "p.Outer_InnerInitializer",
            "p.NetInitializer"),
        outcome.classes().keySet());
    assertEquals(Set.of(), outcome.resources().keySet());
  }

  @Test
  void withReportsTwoMoreFilesForEachModelFromTheSameOrigin() {
    List<String> asked = new ArrayList<>();
    Outcome outcome =
        Javac.plainJavac()
            .options("-Afanwise.report=true")
            .with(() -> new WatchedProcessor(new FanwiseProcessor(), asked::add))
            .run(SOURCES)
            .requireSuccess();
    Set<String> expected = new TreeSet<>();
    for (String model : List.of("p.Outer", "p.Outer$Inner", "p.Net")) {
      String initializer = model.replace('$', '_') + "Initializer";
      String origin = " [" + model.replace('$', '.') + "]";
      expected.add("createSourceFile " + initializer + origin);
      for (String kind : List.of(".html", ".json")) {
        expected.add("createResource CLASS_OUTPUT  META-INF/fanwise/" + model + kind + origin);
      }
    }
    Same.names(expected, new TreeSet<>(asked));
    assertEquals(9, asked.size());
    assertEquals(6, outcome.resources().size());
  }

  @Test
  void eclipsesCompilerGetsTheSameReports() {
    Map<String, String> reports =
        Javac.javac().options("-Afanwise.report=true").run(SOURCES).requireSuccess().resources();
    assertEquals(
        reports,
        Javac.javac().byEclipse().options("-Afanwise.report=true").run(SOURCES).resources());
  }

  @Test
  void aFaultyModelAsksForNoFile() {
    List<String> asked = new ArrayList<>();
    Outcome outcome =
        Javac.plainJavac()
            .with(() -> new WatchedProcessor(new FanwiseProcessor(), asked::add))
            .run("class Net { @Shape({2, 0}) @XavierInit float[] w; }");
    assertEquals(1, outcome.ownErrors().size());
    assertEquals(List.of(), asked);
  }

  @Test
  void buildToolsFindTheProcessor() throws IOException {
    assertEquals(
        "dev.fanwise.processor.FanwiseProcessor,isolating",
        resource("META-INF/gradle/incremental.annotation.processors"));
    assertEquals(
        "dev.fanwise.processor.FanwiseProcessor",
        resource("META-INF/services/" + Processor.class.getName()));
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = FanwiseProcessor.class.getResourceAsStream("/" + name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
