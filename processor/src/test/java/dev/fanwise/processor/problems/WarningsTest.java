package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.report.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** What is legal but suspicious: the class is generated all the same. */
class WarningsTest {
  static final Set<Problem> WARNINGS =
      EnumSet.of(
          Problem.TRUNCATION_WITHOUT_CUT,
          Problem.LAYOUT_DOUBTFUL,
          Problem.GROUPS_UNDIVIDED,
          Problem.BIAS_LENGTH);

  private static final int LINE_OF_FIELD = 4;

  /** The warnings about a class, each with line and column, and that its initialiser is there. */
  private static List<String> warnings(String source) {
    Outcome outcome = Javac.javac().run(source);
    assertTrue(outcome.sources().containsKey("p.NetInitializer"));
    return outcome.diagnostics().stream()
        .filter(diagnostic -> diagnostic.getMessage(Locale.ROOT).startsWith("[Fanwise:"))
        .map(
            diagnostic ->
                diagnostic.getLineNumber()
                    + ":"
                    + diagnostic.getColumnNumber()
                    + " "
                    + diagnostic.getMessage(Locale.ROOT))
        .toList();
  }

  /** A field whose place of the warning is marked. */
  private static void assertWarns(String text, String before, String field) {
    int column = field.indexOf('▸');
    String source = "class Net {\n  " + before + "\n" + field.replace("▸", "") + "\n}\n";
    // The harness puts the package and an import before the class, on its line.
    assertEquals(List.of(LINE_OF_FIELD + ":" + (column + 1) + " " + text), warnings(source));
  }

  @Test
  void shapesThatReadLikeTheOtherLayout() {
    assertWarns(
        "[Fanwise:LayoutDoubtful] @Shape of k, [3, 3, 3, 64], looks like [k..., in, out], but"
            + " without a layout it is [out, in, k...]. Add layout = Layout.IO, or layout ="
            + " Layout.OI if that is meant.",
        "",
        "@Shape(▸{3, 3, 3, 64}) @KaimingInit float[] k;");
    assertWarns(
        "[Fanwise:LayoutDoubtful] @Shape of k, [4, 4, 64, 128], looks like [k..., out, in], but"
            + " without a layout it is [in, out, k...]. Add layout = Layout.IO, or layout ="
            + " Layout.OI if that is meant.",
        "",
        "@Shape(connection = Connection.TRANSPOSED, value = ▸{4, 4, 64, 128}) @KaimingInit float[]"
            + " k;");
    assertWarns(
        "[Fanwise:LayoutDoubtful] @Shape of k, [3, 3, in, out], looks like [k..., in, out], but"
            + " without a layout it is [out, in, k...]. Add layout = Layout.IO, or layout ="
            + " Layout.OI if that is meant.",
        "int in, out;",
        "@Shape(dims = ▸{\"3\", \"3\", \"in\", \"out\"}) @KaimingInit float[] k;");
  }

  @Test
  void groupsOfUndividedChannels() {
    assertWarns(
        "[Fanwise:GroupsUndivided] groups = 64 of k makes 4096 inputs of the 64 in shape [64, 64,"
            + " 3, 3], which are those of one group. If 64 are all, give 1 in their place;"
            + " @SuppressWarnings(\"fanwise\") says that they are not.",
        "",
        "@Shape(value = {64, 64, 3, 3}, groups = ▸64) @KaimingInit float[] k;");
    assertWarns(
        "[Fanwise:GroupsUndivided] groups = 32 of k makes 4096 inputs of the 128 in shape [3, 3,"
            + " 128, 128], which are those of one group. If 128 are all, give 4 in their place;"
            + " @SuppressWarnings(\"fanwise\") says that they are not.",
        "",
        "@Shape(value = {3, 3, 128, 128}, layout = Layout.IO, groups = ▸32) @KaimingInit float[]"
            + " k;");
  }

  @Test
  void biasesOfAnotherLength() {
    String text =
        "[Fanwise:BiasLength] b has 63 elements, but weight, shape [64, 3], has 64 outputs. Give it"
            + " shape [64], or @SuppressWarnings(\"fanwise\") if that is meant.";
    String weight = "@Shape({64, 3}) @XavierInit float[] weight;";
    assertWarns(text, weight, "@Shape(▸63) @BiasInit(of = \"weight\") float[] b;");
    assertWarns(
        "[Fanwise:BiasLength] hiddenBias has 3 elements, but hidden, shape [64, 3], has 64 outputs."
            + " Give it shape [64], or @SuppressWarnings(\"fanwise\") if that is meant.",
        "@Shape({64, 3}) @XavierInit float[] hidden;",
        "@Shape(▸3) @ZerosInit float[] hiddenBias;");
    assertWarns(
        "[Fanwise:BiasLength] b has 8 elements, but up, shape [9, 2, 4], has 6 outputs. Give it"
            + " shape [6], or @SuppressWarnings(\"fanwise\") if that is meant.",
        "@Shape(value = {9, 2, 4}, connection = Connection.TRANSPOSED, groups = 3, stride = 2)"
            + " @XavierInit float[] up;",
        "@Shape(▸8) @BiasInit(of = \"up\") float[] b;");
  }

  @Test
  void whatIsMeant() {
    assertEquals(
        List.of(),
        warnings(
            """
            class Net {
              @Shape(value = {3, 3, 3, 64}, layout = Layout.OI) @KaimingInit float[] a;
              @Shape(value = {3, 3, 3, 64}, layout = Layout.IO) @KaimingInit float[] b;
              @SuppressWarnings("fanwise") @Shape({3, 3, 3, 64}) @KaimingInit float[] c;
              @SuppressWarnings({"unused", "Fanwise:GroupsUndivided"})
              @Shape(value = {64, 64, 3, 3}, groups = 64) @KaimingInit float[] d;
              @Shape({64, 3}) @XavierInit float[] weight;
              @Shape(64) @BiasInit(of = "weight") float[] bias;
              @Shape({2, 64}) @BiasInit(of = "weight") float[] both;
              @SuppressWarnings("fanwise") @Shape(1) @BiasInit(of = "weight") float[] shared;
              @Shape(64) @OnesInit float[] norm;
              @Shape(32) @ZerosInit float[] normBias;
              @Shape(value = {3, 3, 8, 2}, layout = Layout.IO, connection = Connection.DEPTHWISE)
              @KaimingInit float[] deep;
              @Shape(16) @BiasInit(of = "deep") float[] deepBias;
            }
            """));
    assertEquals(
        List.of(),
        warnings(
            """
            @SuppressWarnings("fanwise")
            class Net {
              @Shape({3, 3, 3, 64}) @KaimingInit float[] k;
              @Shape(2) @TruncatedNormalInit(std = 0.02, lower = -100, upper = 100) float[] w;
            }
            """));
  }

  @Test
  void anotherWarningIsNotSuppressed() {
    assertEquals(
        1,
        warnings(
                """
                class Net {
                  @SuppressWarnings("Fanwise:BiasLength")
                  @Shape({3, 3, 3, 64}) @KaimingInit float[] k;
                }
                """)
            .size());
  }

  @Test
  void inheritedWeightsAreNotReportedAgain() {
    assertEquals(
        1,
        warnings(
                """
                class Net {
                  @Shape({3, 3, 3, 64}) @KaimingInit float[] k;
                  static class Lower extends Net {
                    @Shape(2) @OnesInit float[] more;
                  }
                }
                """)
            .size());
  }

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
