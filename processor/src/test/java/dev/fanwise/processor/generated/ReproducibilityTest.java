package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Tensors;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What changes a parameter's bits and what does not: the page on reproducibility. */
class ReproducibilityTest {
  private static final long SEED = 42;
  private static final String W = "@Shape({6, 4}) @NormalInit float[] w;";

  /** The elements of {@code w} in a class with the given body. */
  private static double[] w(String body) {
    return w(body, SEED);
  }

  private static double[] w(String body, long seed) {
    Model model = Model.of(Javac.compile("class Net {\n" + body + "\n}\n"), "p.Net");
    model.initialize(seed);
    return Tensors.flat(model.get("w"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // Other fields, before and behind, and their order.
        "@Shape(5) @NormalInit float[] a; @Shape({6, 4}) @NormalInit float[] w;",
        "@Shape({6, 4}) @NormalInit float[] w; @Shape(5) @NormalInit float[] a;",
        "int a; String b; @Shape({6, 4}) @NormalInit float[] w, x, y;",
        // How it is kept.
        "@Shape({6, 4}) @NormalInit float[][] w;",
        "@Shape({6, 4}) @NormalInit protected final float[] w = new float[24];",
        // The name of the scheme, where its law is the same.
        "@Shape({6, 4}) @NormalInit(std = 2) @ResidualScaled(layers = 2, rule = ResidualRule.GPT2)"
            + " float[] w;",
        // Another shape over the same row of elements.
        "@Shape({4, 6}) @NormalInit float[] w;",
        "@Shape({2, 3, 4}) @NormalInit float[] w;",
        "@Shape(value = {4, 6}, layout = Layout.IO) @NormalInit float[] w;",
      })
  void staysTheSame(String body) {
    assertArrayEquals(w(W), w(body));
  }

  @Test
  void staysTheSameInEveryClassAndPackage() {
    Model model =
        Model.of(
            Javac.compile(
                "package elsewhere;\nimport dev.fanwise.*;\nclass Outer { static class Other { "
                    + W
                    + " } }"),
            "elsewhere.Outer$Other");
    model.initialize(SEED);
    assertArrayEquals(w(W), Tensors.flat(model.get("w")));
  }

  /** A vocabulary that grows keeps the rows that it has. */
  @Test
  void rowsThatAreAddedLeaveTheOthersAlone() {
    double[] grown = w("@Shape({9, 4}) @NormalInit float[] w;");
    assertArrayEquals(w(W), Arrays.copyOf(grown, 24));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the name           | @Shape({6, 4}) @NormalInit @StreamName(\"v\") float[] w;",
        "the type           | @Shape({6, 4}) @NormalInit double[] w;",
        "the law            | @Shape({6, 4}) @NormalInit(std = 0.5) float[] w;",
        "the kind of law    | @Shape({6, 4}) @UniformInit float[] w;",
      })
  void changes(String what, String body) {
    double[] before = w(W);
    double[] after = w(body);
    for (int e = 0; e < before.length; e++) {
      assertTrue(before[e] != after[e], what + ", element " + e);
    }
  }

  @Test
  void changesWithTheSeed() {
    double[] before = w(W);
    double[] after = w(W, SEED + 1);
    assertFalse(Arrays.equals(before, after));
  }

  /** Draws by fan: the shape or the layout moves the bound, and nothing but that. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Shape({12, 8}) @LecunInit float[] w;",
        "@Shape(value = {6, 4}, layout = Layout.IO) @LecunInit float[] w;",
      })
  void fansScaleTheSameDraws(String body) {
    double[] before = w("@Shape({6, 4}) @LecunInit float[] w;");
    double[] after = w(body);
    double scale = after[0] / before[0];
    assertTrue(scale < 0.9);
    for (int e = 0; e < before.length; e++) {
      assertEquals(before[e] * scale, after[e], 1e-6 * Math.abs(after[e]));
    }
  }

  /** Elements are numbered row by row: a column more moves all rows but the first. */
  @Test
  void columnsThatAreAddedMoveTheOthers() {
    double[] before = w(W);
    double[] after = w("@Shape({6, 5}) @NormalInit float[] w;");
    assertArrayEquals(before, Arrays.copyOf(after, 24));
    assertTrue(before[4] != after[5], "the start of the second row");
  }
}
