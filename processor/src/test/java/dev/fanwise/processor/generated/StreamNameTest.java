package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Reference;
import dev.fanwise.processor.harness.Same;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams with names of their own. */
class StreamNameTest {
  private static final double BOUND = Math.sqrt(3) * Math.sqrt(2.0 / 5);

  /** A Java literal of a text; Unicode escapes of quotes or line ends would end it. */
  private static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    for (char letter : text.toCharArray()) {
      boolean isShort = letter < 256;
      literal.append(String.format(isShort ? "\\%03o" : "\\u%04x", (int) letter));
    }
    return literal.append('"').toString();
  }

  private static String model(String stream) {
    return "class Net { @Shape({3, 2}) @XavierInit @StreamName(" + stream + ") float[] w; }";
  }

  private static void assertStream(String name, Model model) {
    assertEquals(List.of("w"), model.names());
    float[] expected = new float[6];
    for (int e = 0; e < expected.length; e++) {
      expected[e] = Reference.uniformFloat(Reference.key(-5, name), e, BOUND);
    }
    model.initialize(-5);
    assertArrayEquals(expected, (float[]) model.get("w"));
    model.set("w", null);
    model.initialize(-5, ForkJoinPool.commonPool());
    assertArrayEquals(expected, (float[]) model.get("w"));
    float[] filled = new float[6];
    model.fill("w", filled, -5);
    assertArrayEquals(expected, filled);
    float[] shard = new float[6];
    model.fill("w", shard, 2, 2, 4, -5);
    shard[0] = expected[0];
    shard[1] = expected[1];
    assertArrayEquals(expected, shard);
  }

  @Test
  void keepsTheBitsOfAFieldThatIsRenamed() {
    Model before =
        Model.of(Javac.compile("class Net { @Shape({3, 2}) @XavierInit float[] w1; }"), "p.Net");
    Model after =
        Model.of(
            Javac.compile(
                "class Net { @Shape({3, 2}) @XavierInit @StreamName(\"w1\") float[] hidden;"
                    + " @Shape({3, 2}) @XavierInit @StreamName(\"hidden\") float[] w1; }"),
            "p.Net");
    before.initialize(3);
    after.initialize(3);
    assertArrayEquals((float[]) before.get("w1"), (float[]) after.get("hidden"));
    assertEquals(List.of("hidden", "w1"), after.names());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w",
        "w1",
        " w ",
        "blocks.3.query",
        "größe",
        "权重",
        "𝛼",
        "*/",
        "*/ static { System.exit(1); } /*",
        "\\u002a/",
        "\\u000a throw null;",
        "\n throw null; //",
        "a\nb\rc\td\u2028e\u0085f\0",
        "\"",
        "\\",
        "$L$S$W$$",
        "{@link Missing} @param x </code><script> &amp; {",
        "\u202e\ufeff",
      })
  void mayBeAnyText(String name) {
    String source = Javac.compile(model(literal(name))).source("p.NetInitializer");
    assertTrue(
        source.chars().allMatch(letter -> letter == '\n' || (letter >= ' ' && letter < 127)));
    String escapes = "(?<!\\\\)\\\\u(?!00[0-7])[0-9a-f]{4}";
    assertFalse(source.replaceAll(escapes, "").contains("\\"), source);
    assertStream(name, Model.of(Javac.compile(model(literal(name))), "p.Net"));
  }

  /** Eclipse's compiler takes such a constant in an annotation for one that is too long. */
  @Tag("javac")
  @Test
  void mayBeAsLongAsAConstantCanBe() {
    String name = "x".repeat(65_535);
    Outcome outcome = Javac.javac().byJavac().run(model('"' + name + '"')).requireSuccess();
    assertStream(name, Model.of(outcome, "p.Net"));
    assertTrue(outcome.source("p.NetInitializer").length() < 20_000); // so the name is not in it
  }

  @Test
  void halvesOfSurrogatePairsAreQuestionMarks() {
    assertStream("a?", Model.of(Javac.compile(model("\"a\\ud800\"")), "p.Net"));
  }

  @Test
  void mayBeAConstantOfAnotherClassOrOfAClassFile() {
    Outcome library =
        Javac.plainJavac()
            .run("class Names { static final String W = \"w\" + 1; }")
            .requireSuccess();
    assertStream(
        "w1", Model.of(Javac.javac().on(library).run(model("Names.W")).requireSuccess(), "p.Net"));
    Outcome base =
        Javac.plainJavac()
            .run("class Base { @Shape({3, 2}) @XavierInit @StreamName(\"w1\") float[] w; }")
            .requireSuccess();
    Model heir =
        Model.of(
            Javac.javac()
                .on(base)
                .run("class Net extends Base { @Shape(2) @OnesInit float[] w1x; }")
                .requireSuccess(),
            "p.Net");
    heir.initialize(8);
    assertEquals(
        Reference.uniformFloat(Reference.key(8, "w1"), 0, BOUND), ((float[]) heir.get("w"))[0]);
  }

  @Test
  void isInTheJavadocWhereItDiffers() {
    String source = Javac.compile(model("\"former */ 1\"")).source("p.NetInitializer");
    assertTrue(
        source.contains(
            "   * <p>Its bits are those of the stream <code>\"former &#42;&#47; 1\"</code>.\n"),
        source);
    assertTrue(source.contains("L); // the stream of \"former &#42;&#47; 1\"\n"), source);
    assertTrue(source.contains(" on its field's name or {@code @StreamName} and"), source);
    Same.sources(
        Javac.compile("class Net { @Shape({3, 2}) @XavierInit float[] w; }").sources(),
        Javac.compile(model("\"w\"")).sources());
  }
}
