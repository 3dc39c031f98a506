package dev.fanwise.processor.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.Figures;
import dev.fanwise.card.figures.Reference;
import dev.fanwise.card.figures.Suspicion;
import dev.fanwise.card.figures.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SuspicionsTest {
  private static final String RELU =
      "@Shape({64, 64}) @KaimingInit(nonlinearity = Nonlinearity.RELU) float[] layer%d;";

  private static List<String> texts(Card card) {
    return card.suspicions().stream().map(Suspicion::text).toList();
  }

  /** Ten layers, all for RELU but one. */
  private static Card planted(int place, String field) {
    List<String> fields = new ArrayList<>();
    for (int i = 1; i <= 10; i++) {
      fields.add((i == place ? field : RELU).formatted(i));
    }
    return Cards.ofFields(fields.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "@XavierInit; std 0.125 is 0.71 times; This one has gain 1, for LINEAR.",
        "@XavierInit(gain = 3); std 0.375 is 2.12 times; This one has gain 3, for LINEAR.",
        "@KaimingInit(nonlinearity = Nonlinearity.TANH); std 0.2083 is 1.18 times;"
            + " This one has gain 1.667, for TANH.",
        "@KaimingInit(a = 1); std 0.125 is 0.71 times; This one has gain 1, for LEAKY_RELU(1).",
        "@NormalInit(std = 0.02); std 0.02 is 0.11 times; This one has gain 0.16.",
        "@UniformInit(low = -1, high = 1); std 0.5774 is 3.27 times;" + " This one has gain 4.619.",
        "@OrthogonalInit; std 0.125 is 0.71 times; This one has gain 1.",
        "@LecunInit; std 0.125 is 0.71 times; This one has gain 1, for LINEAR.",
        "@VarianceScalingInit(scale = 8); std 0.3536 is 2.00 times; This one has gain 2.828.",
        "@SparseInit(sparsity = 0.5, std = 0.25); std 0.1768 is 1.00 times;",
      })
  void aWrongGainIsNamed(String scheme, String text, String reason) {
    Card card = planted(7, "@Shape({64, 64}) " + scheme + " float[] layer%d;");
    boolean isRight = reason == null;
    assertEquals(
        isRight ? List.of() : List.of("layer7: " + text + " the ideal 0.1768"), texts(card));
    if (!isRight) {
      assertEquals(
          "9 of 10 like it (layer*) have RELU’s gain 1.414. " + reason,
          card.suspicions().get(0).advice());
    }
  }

  @Test
  void theFanIsTheOneThatTheSchemeCountsBy() {
    assertEquals(
        List.of(),
        texts(
            Cards.ofFields(
                "@Shape({64, 784}) @KaimingInit float[] a;",
                "@Shape({10, 64}) @KaimingInit(mode = FanMode.FAN_OUT) float[] b;",
                "@Shape({10, 64}) @VarianceScalingInit(scale = 2, mode = FanMode.FAN_AVG) float[] c;",
                "@Shape({10, 40}) @VarianceScalingInit(scale = 2, mode = FanMode.FAN_GEO_AVG)"
                    + " float[] d;",
                "@Shape({64, 30}) @OrthogonalInit(gain = 1.4142135) float[] e;",
                "@Shape({30, 64}) @OrthogonalInit(gain = 1.4142135) float[] f;")));
  }

  @Test
  void aDeliberateFactorIsNoMistake() {
    assertEquals(
        List.of(),
        texts(
            planted(
                7,
                RELU.replace(
                    "float[]", "@ResidualScaled(layers = 9, rule = ResidualRule.GPT2) float[]"))));
  }

  @Test
  void anOutputLayerHasNoActivation() {
    Card card = planted(10, "@Shape({3, 64}) @LecunInit float[] layer%d;");
    assertEquals(List.of(), texts(card));
    assertEquals(Verdict.Kind.OUTPUT, card.parameters().get(9).verdict().kind());
    assertEquals(0.71, card.parameters().get(9).verdict().ratio(), 0.003);
  }

  @Test
  void handWrittenNumbersAreMeasuredAgainstEachOther() {
    String[] fields = new String[10];
    for (int i = 0; i < 10; i++) {
      fields[i] = "@Shape({64, 64}) @NormalInit(std = 0.17) float[] layer%d;".formatted(i);
    }
    fields[3] = fields[3].replace("0.17", "0.34");
    Card card = Cards.ofFields(fields);
    assertEquals(List.of("layer3: std 0.34 is 2.00 times the ideal 0.17"), texts(card));
    assertEquals(
        "9 of 10 like it (layer*) have std 0.17. This one has std 0.34.",
        card.suspicions().get(0).advice());
  }

  @Test
  void withoutAMajorityEachLayerHasItsOwnLine() {
    Card card =
        Cards.ofFields(
            "@Shape({64, 64}) @XavierInit float[] a;",
            "@Shape({64, 64}) @XavierInit(gain = 2) float[] b;",
            "@Shape({64, 64}) @KaimingInit float[] c;",
            "@Shape({64, 64}) @KaimingInit(nonlinearity = Nonlinearity.GELU) float[] d;",
            "@Shape({64, 64}) @NormalInit(std = 0.02) float[] e;",
            "@Shape({64, 64}) @KaimingInit(nonlinearity = Nonlinearity.ELU) float[] f;");
    assertEquals(Reference.Kind.OWN, card.reference().kind());
    assertEquals(List.of("b: std 0.25 is 2.00 times the ideal 0.125"), texts(card));
    assertEquals(
        "This one has gain 2, and LINEAR asks for another.", card.suspicions().get(0).advice());
  }

  @Test
  void nothingIsOddWhereNothingSaysWhatIsRight() {
    Card card =
        Cards.ofFields(
            "@Shape({64, 64}) @NormalInit(std = 0.01) float[] a;",
            "@Shape({64, 64}) @NormalInit(std = 0.02) float[] b;",
            "@Shape({64, 64}) @NormalInit(std = 0.04) float[] c;");
    assertEquals(Reference.Kind.LINEAR, card.reference().kind());
    assertEquals(List.of(), texts(card));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RELU", "LEAKY_RELU"})
  void xavierForRelu(String nonlinearity) {
    String xavier = "@XavierInit(nonlinearity = Nonlinearity." + nonlinearity + ")";
    assertEquals(
        List.of("w: Xavier on a layer declared " + nonlinearity),
        texts(Cards.ofFields("@Shape({64, 64}) " + xavier + " float[] w;")));
    assertEquals(
        List.of(),
        texts(
            Cards.ofFields(
                "@Shape({64, 64}) "
                    + xavier
                        .replace("EAKY_RELU", "INEAR")
                        .replace("Nonlinearity.RELU", "Nonlinearity.TANH")
                    + " float[] w;")));
  }

  @Test
  void twoConsecutiveLayersOfZeros() {
    String zeros = "@Shape({8, 8}) @ZerosInit float[] %s;";
    String bias = "@Shape(8) @ZerosInit float[] %s;";
    String other = "@Shape({8, 8}) @KaimingInit float[] %s;";
    assertEquals(
        List.of("a and b: zero weights on two consecutive layers"),
        texts(
            Cards.ofFields(
                zeros.formatted("a"),
                bias.formatted("bias"),
                zeros.formatted("b"),
                other.formatted("c"),
                zeros.formatted("d"),
                other.formatted("e"),
                bias.formatted("f"),
                bias.formatted("g"))));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0001, true",
    "0.00009, false",
    "1, true",
    "1.01, false",
    "0.02, true",
  })
  void stdsAsOneExpectsThem(double std, boolean isExpected) {
    Card card = Cards.ofFields("@Shape({8, 8}) @NormalInit(std = " + std + ") float[] w;");
    assertEquals(
        isExpected
            ? List.of()
            : List.of("w: std " + Figures.brief(std) + " is outside [0.0001, 1]"),
        texts(card));
  }

  @Test
  void equalStreamNames() {
    String source =
        """
        class Net {
          @Shape({3, 3}) @XavierInit @StreamName("w1") float[] first;
          @Submodule Part part;
          @Submodule Other[] others;
          @Submodule Part again;
        }
        class Part { @Shape({3, 3}) @XavierInit @StreamName("w1") float[] w; }
        class Other { @Shape({3, 3}) @XavierInit @StreamName("w1") float[] w; }
        """;
    assertEquals(
        List.of(
            "first and a field of p.Part have the same @StreamName",
            "first and a field of p.Other have the same @StreamName",
            "a field of p.Part and one of p.Other have the same @StreamName"),
        texts(Cards.of(source)));
    String usual = source.replaceAll("@StreamName\\(\"w1\"\\)", "");
    assertEquals(List.of(), texts(Cards.of(usual)));
    assertEquals(
        List.of(),
        texts(Cards.of(source.replaceFirst("w1", "w2").replaceFirst("\"w1\"", "\"w3\""))));
  }
}
