package dev.fanwise.processor.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.card.figures.Card;
import dev.fanwise.card.figures.Suspicion;
import dev.fanwise.card.json.CardJson;
import dev.fanwise.card.page.CardPage;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers whose squares, sums or ratios no double holds. */
class HugeNumbersTest {
  /** The largest and the smallest that the compiler lets pass, by every kind of law. */
  private static final List<String> EXTREMES =
      List.of(
          "@XavierInit(gain = Double.MAX_VALUE)",
          "@XavierInit(gain = 1e-290)",
          "@KaimingInit(a = 1e150)",
          "@NormalInit(std = 1e307)",
          "@NormalInit(mean = 1.7e308)",
          "@NormalInit(std = 1e-290)",
          "@UniformInit(low = -1e308, high = 1e308)",
          "@UniformInit(low = 0, high = 1e-290)",
          "@TruncatedNormalInit(std = 1e307)",
          "@OrthogonalInit(gain = 1e300)",
          "@SparseInit(sparsity = 0.5, std = 1e300)",
          "@VarianceScalingInit(scale = 1e308)",
          "@VarianceScalingInit(scale = 1e-308)",
          "@ConstantInit(Double.MAX_VALUE)");

  private static final String USUAL = "@Shape({8, 8}) @KaimingInit float[] usual%d;";

  @Test
  void everyNumberOfACardIsFinite() {
    for (int usual : new int[] {0, 1, 4}) {
      Card card =
          Cards.ofFields(
              Stream.concat(
                      numbered("@Shape({8, 8}) %s double[] extreme", EXTREMES),
                      Stream.iterate(0, k -> k + 1).limit(usual).map(k -> USUAL.formatted(k)))
                  .toArray(String[]::new));
      for (String text : List.of(CardPage.of(card), CardJson.of(card))) {
        // The listing is Java, which has words of its own.
        String shown = text.replaceAll("(?s)<section id=\"source\".*?</section>", "");
        for (String word : List.of("NaN", "Infinity", "∞")) {
          int at = shown.indexOf(word);
          assertFalse(
              at >= 0,
              () -> shown.substring(Math.max(0, at - 200), Math.min(shown.length(), at + 50)));
        }
      }
    }
  }

  private static Stream<String> numbered(String field, List<String> schemes) {
    return Stream.iterate(0, k -> k + 1)
        .limit(schemes.size())
        .map(k -> field.formatted(schemes.get(k)) + k + ";");
  }

  @Test
  void aLayerThatIsTooLargeIsNamedAndLeftOut() {
    Card card =
        Cards.ofFields(
            "@Shape({8, 8}) @XavierInit(gain = Double.MAX_VALUE) double[] a;", USUAL.formatted(1));
    assertNull(card.parameters().get(0).verdict());
    assertNull(card.parameters().get(0).measured());
    assertEquals(
        "its numbers are so large or small that no double holds their squares",
        card.parameters().get(0).undrawn());
    assertNotNull(card.parameters().get(1).verdict());
    assertNotNull(card.parameters().get(1).measured());
    List<String> texts =
        card.suspicions().stream().map(Suspicion::text).collect(Collectors.toList());
    assertEquals(1, texts.size(), texts::toString);
    assertTrue(texts.get(0).startsWith("a: std "), texts::toString);
    assertTrue(texts.get(0).endsWith("e307 is outside [0.0001, 1]"), texts::toString);
  }
}
