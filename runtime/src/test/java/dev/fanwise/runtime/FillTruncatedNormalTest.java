package dev.fanwise.runtime;

import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillTruncatedNormalTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Odd; some 100,000 steps cover all words. */
  private static final int STRIDE = 42_949;

  /** Where the table of doubles ends: Φ⁻¹(1 − 2⁻⁵³). */
  private static final double REACH = 8.209536151601387;

  @ParameterizedTest
  @CsvSource({
    "0, 1, -2, 2",
    "0.3, 0.02, -2, 2",
    "0, 1, 5, 6",
    "0, 1, -6, -5",
    "-1, 3, -0.5, -0.1",
    "0, 1, 2, 2.001",
    "0, 1, -0.001, 0.001",
    "0, 1, 2, Infinity",
    "10, 0.1, -Infinity, -6.3",
    "1000, 0.001, -2, 2",
    "0, 1e28, -1, 3",
    "0, 1e-20, -1, 3"
  })
  void drawsStayBetweenTheBounds(double mean, double std, double lower, double upper) {
    double low = mean + lower * std;
    double high = mean + upper * std;
    float[] floats = new float[100_000];
    Fill.truncatedNormal(floats, 0, floats.length, 42, 0, mean, std, lower, upper);
    for (float x : floats) {
      assertTrue(low < x && x < high, () -> x + " is outside");
    }
    assertTrue(distinct(floats) > 1);
    double[] doubles = new double[100_000];
    Fill.truncatedNormal(doubles, 0, doubles.length, 42, 0, mean, std, lower, upper);
    for (double x : doubles) {
      assertTrue(low < x && x < high, () -> x + " is outside");
    }
    assertTrue(Arrays.stream(doubles).distinct().count() > 1000);
  }

  /** So narrow that roundings of the kept probability show; no float lies inside. */
  @ParameterizedTest
  @CsvSource({"0, 2.6e-10", "0.3, 0.3000000003", "-2.000000002, -2", "-2e-10, 2e-10"})
  void doublesStayBetweenTheNarrowestBounds(double lower, double upper) {
    double[] doubles = new double[100_000];
    Fill.truncatedNormal(doubles, 0, doubles.length, 42, 0, 0, 1, lower, upper);
    for (double x : doubles) {
      assertTrue(lower < x && x < upper, () -> x + " is outside");
    }
    assertTrue(Arrays.stream(doubles).distinct().count() > 1000);
  }

  @Property
  void noWordLeavesTheBounds(
      @ForAll int word,
      @ForAll long words,
      @ForAll @DoubleRange(min = -6, max = 5.9) @Scale(6) double lower,
      @ForAll @DoubleRange(min = 0.001, max = 12) @Scale(6) double width) {
    double low = 0.1 + lower * 0.7;
    double high = 0.1 + (lower + width) * 0.7;
    TruncatedFloat floats = new TruncatedFloat(0.1, 0.7, lower, lower + width);
    for (int any : new int[] {word, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      float x = Element.of(floats, any);
      assertTrue(low < x && x < high, () -> x + " is outside");
    }
    TruncatedDouble doubles = new TruncatedDouble(0.1, 0.7, lower, lower + width);
    for (long any : new long[] {words, 0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      double x = doubles.of(any);
      assertTrue(low < x && x < high, () -> x + " is outside");
    }
  }

  /**
   * Inversion: a word is a fraction of the kept probability, and draws that fraction's quantile.
   */
  @ParameterizedTest
  @CsvSource({
    "-2, 2",
    "-1, 3",
    "-4, 4",
    "-0.5, -0.1",
    "0, 1",
    "0.01, 0.02",
    "2, 2.001",
    "5, 6",
    "-6, -5",
    "-0.001, 0.002",
    "0.5, Infinity",
    "2.4, Infinity",
    "-Infinity, -3",
    "6.9, Infinity",
    "-Infinity, 0.1",
    "-Infinity, Infinity"
  })
  void everyWordHasItsQuantile(double lower, double upper) {
    TruncatedFloat floats = new TruncatedFloat(0, 1, lower, upper);
    TruncatedDouble doubles = new TruncatedDouble(0, 1, lower, upper);
    double mass = NORMAL.probability(lower, upper);
    // Wide cuts are drawn on a grid of probabilities, which shows where the density is low.
    double floatGrid = mass > 0x1p-7 ? 0x1p-31 : 0;
    double doubleGrid = lower < 0 && upper > 0 ? 0x1p-52 : mass * 0x1p-52;
    for (long u = Integer.MIN_VALUE + 1; u <= Integer.MAX_VALUE; u += 2 * STRIDE) {
      double z = quantile(lower, upper, u * 0x1p-31);
      float drawn = Element.of(floats, (int) u);
      double allowed = Math.max(1e-5, floatGrid / NORMAL.density(z)) + Math.ulp(drawn);
      assertEquals(z, drawn, allowed, () -> "float at " + z);

      double z64 = quantile(lower, upper, ((u << 21) | 1) * 0x1p-52);
      double allowed64 = Math.max(1e-11, doubleGrid / NORMAL.density(z64));
      assertEquals(z64, doubles.of(u << 32), allowed64, () -> "double at " + z64);
    }
  }

  @Property
  void mirroredBoundsAndWordsMirrorTheDraw(
      @ForAll int word,
      @ForAll long words,
      @ForAll @DoubleRange(min = -6, max = 5.9) @Scale(6) double lower,
      @ForAll @DoubleRange(min = 0.01, max = 12) @Scale(6) double width) {
    double upper = lower + width;
    assertEquals(
        0 - Element.of(new TruncatedFloat(0, 0.7, lower, upper), word),
        Element.of(new TruncatedFloat(0, 0.7, -upper, -lower), ~word));
    assertEquals(
        0 - new TruncatedDouble(0, 0.7, lower, upper).of(words),
        new TruncatedDouble(0, 0.7, -upper, -lower).of(~words));
  }

  @Property
  void symmetricBoundsDrawSymmetrically(
      @ForAll int word,
      @ForAll long words,
      @ForAll @DoubleRange(min = 1e-6, max = 9) @Scale(6) double c) {
    TruncatedFloat floats = new TruncatedFloat(0, 0.7, -c, c);
    assertEquals(0 - Element.of(floats, word), Element.of(floats, ~word));
    TruncatedDouble doubles = new TruncatedDouble(0, 0.7, -c, c);
    assertEquals(0 - doubles.of(words), doubles.of(~words));
  }

  @Test
  void withoutBoundsItIsTheNormalLaw() {
    float[] cut = new float[5000];
    float[] normal = new float[5000];
    Fill.truncatedNormal(cut, 0, 5000, 7, 0, 0.1, 2, NEGATIVE_INFINITY, POSITIVE_INFINITY);
    Fill.normal(normal, 0, 5000, 7, 0, 0.1, 2);
    assertArrayEquals(normal, cut);
  }

  @Test
  void drawsAreBetweenTheBoundsInStandardDeviationsFromTheMean() {
    double[] far = new double[1000];
    Fill.truncatedNormal(far, 0, 1000, 7, 0, 100, 10, -3, -2);
    for (double x : far) {
      assertTrue(70 < x && x < 80, () -> x + " is outside");
    }
  }

  /**
   * The quantile of the fraction, from −1 to 1, of the kept probability: by the library's inverses,
   * each used on the side where it is accurate. Draws end at 8.2 standard deviations.
   */
  private static double quantile(double lower, double upper, double fraction) {
    if (upper <= 0) {
      return -quantile(-upper, -lower, -fraction);
    }
    double mass = NORMAL.probability(lower, upper);
    double above = NORMAL.survivalProbability(upper) + (1 - fraction) / 2 * mass;
    double below = NORMAL.cumulativeProbability(lower) + (1 + fraction) / 2 * mass;
    return above < 0.5
        ? Math.min(REACH, NORMAL.inverseSurvivalProbability(above))
        : Math.max(-REACH, NORMAL.inverseCumulativeProbability(below));
  }

  private static int distinct(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    int distinct = 1;
    for (int i = 1; i < sorted.length; i++) {
      distinct += sorted[i] == sorted[i - 1] ? 0 : 1;
    }
    return distinct;
  }
}
