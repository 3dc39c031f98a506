package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Tensors;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sources at the limits of the language, or meant to break out of what is generated. */
class HostileSourcesTest {
  private static final int MOST_DIMENSIONS = 255;

  /** javac shows a hundred, unless it is told otherwise; it takes quadratic time for them. */
  private static final int FAULTY = 1000;

  @Test
  void asManyDimensionsAsAnArrayCanHave() {
    String ones = "1" + ", 1".repeat(MOST_DIMENSIONS - 2);
    String nested = "float" + "[]".repeat(MOST_DIMENSIONS);
    Model model =
        Model.of(
            Javac.compile(
                "class Net { @Shape({"
                    + ones
                    + ", 2}) @NormalInit "
                    + nested
                    + " deep;"
                    + " @Shape({"
                    + ones
                    + ", 2}) @NormalInit @StreamName(\"deep \") float[] flat; }"),
            "p.Net");
    model.initialize(7);
    assertEquals(2, Tensors.flat(model.get("deep")).length);
    assertEquals(MOST_DIMENSIONS, model.parameter("deep").shape().length);
  }

  @Test
  void moreDimensionsThanAnArrayCanHave() {
    String shape = "1" + ", 1".repeat(999);
    Model model =
        Model.of(
            Javac.compile("class Net { @Shape({" + shape + "}) @XavierInit float[] w; }"), "p.Net");
    assertEquals(1000, model.parameter("w").shape().length);
  }

  @Test
  void wordsThatAreKeywordsHereAndThere() {
    List<String> names =
        List.of(
            "record",
            "var",
            "yield",
            "sealed",
            "permits",
            "module",
            "requires",
            "exports",
            "open",
            "to",
            "with",
            "when",
            "transitive",
            "opens",
            "uses",
            "provides",
            "it",
            "val",
            "fun");
    StringBuilder fields = new StringBuilder();
    names.forEach(name -> fields.append("@Shape(2) @OnesInit float[] ").append(name).append(";\n"));
    Model model = Model.of(Javac.compile("class Net {\n" + fields + "}"), "p.Net");
    assertEquals(names, model.names());
  }

  @Test
  void aNameAsLongAsAConstantCanBe() {
    String name = "x".repeat(60_000);
    Outcome outcome = Javac.compile("class Net { @Shape(3) @OnesInit float[] " + name + "; }");
    assertEquals(List.of(name), Model.of(outcome, "p.Net").names());
  }

  /** Eclipse's compiler shows the first hundred. */
  @Tag("javac")
  @Test
  void aThousandFaultyFieldsInOneRound() {
    StringBuilder fields = new StringBuilder();
    IntStream.range(0, FAULTY)
        .forEach(i -> fields.append("@Shape({3, 0}) @XavierInit float[] w" + i + ";\n"));
    Outcome outcome =
        Javac.javac().byJavac().options("-Xmaxerrs", "5000").run("class Net {\n" + fields + "}");
    assertEquals(FAULTY, outcome.ownErrors().size());
    assertEquals(FAULTY, outcome.errors().size());
    for (int i = 0; i < FAULTY; i++) {
      assertEquals(i + 3, outcome.ownErrors().get(i).line());
      assertTrue(outcome.ownErrors().get(i).text().contains(" of w" + i + " has dimension 0 in "));
    }
  }

  /** What a user writes in an annotation is in no comment and no code but as a literal. */
  @Test
  void textThatWouldEndACommentOrALiteral() {
    String name = "*/ \\\\u002a/ \\n} ${x} $L $T %s {@code </pre> \\\" @Override \\0 \\ud800";
    Outcome outcome =
        Javac.compile(
            "class Net { @Shape({2, 3}) @XavierInit @StreamName(\"" + name + "\") float[] w; }");
    String source = outcome.source("p.NetInitializer");
    for (String line : source.split("\n")) {
      int end = line.indexOf("*/");
      boolean isComment = line.strip().equals("*/") || line.strip().startsWith("/**");
      assertTrue(end < 0 || isComment && end == line.length() - 2, line);
      assertTrue(!line.contains("\\u002a") && !line.contains("${x}"), line);
    }
  }
}
