package dev.fanwise.runtime;

import static dev.fanwise.runtime.Refusals.assertIllegal;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.NaN;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruncationTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** √(1 − 2cφ(c) / (2Φ(c) − 1)) with forty digits, rounded. */
  @ParameterizedTest
  @CsvSource({
    "1, 0.53956009375489689",
    "1.5, 0.74264689843932641",
    "2, 0.87962566103423978",
    "2.5, 0.95459748634458064",
    "3, 0.98657839255810864",
    "4, 0.99946450180707958"
  })
  void stdOfASymmetricCut(double c, double std) {
    assertEquals(std, Truncation.std(-c, c), 1e-14);
    assertEquals(0, Truncation.mean(-c, c));
  }

  @Test
  void theConstantForTwoIsTheOneOfJaxAndTensorFlow() {
    assertEquals(0.87962566103423978, Truncation.STD_AT_TWO);
  }

  @ParameterizedTest
  @CsvSource({
    "-2, 2",
    "-1, 3",
    "-3, -1",
    "0, 1",
    "-1, 0",
    "-0.5, -0.1",
    "1.4, 1.6",
    "2, 2.5",
    "5, 6",
    "-6, -5",
    "-8, 8",
    "0, Infinity",
    "3, Infinity",
    "-Infinity, -3",
    "-Infinity, 0.5",
    "-9, Infinity"
  })
  void agreesWithAStatisticsLibrary(double lower, double upper) {
    TruncatedNormalDistribution cut = TruncatedNormalDistribution.of(0, 1, lower, upper);
    double mass = NORMAL.probability(lower, upper);
    assertEquals(mass, Truncation.mass(lower, upper), 5e-12 * mass);
    assertEquals(cut.getMean(), Truncation.mean(lower, upper), 1e-11);
    assertEquals(Math.sqrt(cut.getVariance()), Truncation.std(lower, upper), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"-2, 2", "-1, 3", "0.2, 0.9", "3, 4", "5, 6"})
  void agreesWithNumericalIntegration(double lower, double upper) {
    double mass = Simpson.integral(NORMAL::density, lower, upper, 20_000);
    double mean = Simpson.integral(x -> x * NORMAL.density(x), lower, upper, 20_000) / mass;
    double variance =
        Simpson.integral(x -> (x - mean) * (x - mean) * NORMAL.density(x), lower, upper, 20_000)
            / mass;
    assertEquals(1, Truncation.mass(lower, upper) / mass, 5e-12);
    assertEquals(mean, Truncation.mean(lower, upper), 1e-11);
    assertEquals(Math.sqrt(variance), Truncation.std(lower, upper), 1e-9);
  }

  @ParameterizedTest
  @CsvSource({"-1, 3", "0.2, 0.9", "5, 6", "2, Infinity"})
  void mirroredBoundsMirrorTheLaw(double lower, double upper) {
    assertEquals(Truncation.mass(lower, upper), Truncation.mass(-upper, -lower));
    assertEquals(-Truncation.mean(lower, upper), Truncation.mean(-upper, -lower));
    assertEquals(Truncation.std(lower, upper), Truncation.std(-upper, -lower));
  }

  @Test
  void withoutBoundsNothingIsCut() {
    assertEquals(1, Truncation.mass(NEGATIVE_INFINITY, POSITIVE_INFINITY));
    assertEquals(0, Truncation.mean(NEGATIVE_INFINITY, POSITIVE_INFINITY));
    assertEquals(1, Truncation.std(NEGATIVE_INFINITY, POSITIVE_INFINITY));
  }

  @Test
  void halfANormal() {
    assertEquals(0.5, Truncation.mass(0, POSITIVE_INFINITY));
    assertEquals(Math.sqrt(2 / Math.PI), Truncation.mean(0, POSITIVE_INFINITY), 1e-15);
    assertEquals(Math.sqrt(1 - 2 / Math.PI), Truncation.std(0, POSITIVE_INFINITY), 1e-15);
  }

  @Test
  void boundsOutOfOrderAreRefused() {
    String text = "lower must be less than upper, but they are ";
    assertIllegal(text + "2.0 and -2.0", () -> Truncation.mass(2, -2));
    assertIllegal(text + "1.0 and 1.0", () -> Truncation.mass(1, 1));
    assertIllegal(text + "NaN and 1.0", () -> Truncation.mass(NaN, 1));
    assertIllegal(text + "1.0 and NaN", () -> Truncation.mean(1, NaN));
    assertIllegal(text + "3.0 and -3.0", () -> Truncation.std(3, -3));
  }

  /** Between near bounds the law is nearly uniform: std = width / √12·(1 + O(width)). */
  @ParameterizedTest
  @CsvSource({"2, 1e-7", "2, 1e-5", "5, 1e-8", "0, 1e-8", "-3, 1e-6", "1, 1e-3"})
  void narrowCutsKeepTheirDigits(double lower, double width) {
    double upper = lower + width;
    double actualWidth = upper - lower;
    assertEquals(
        actualWidth / Math.sqrt(12),
        Truncation.std(lower, upper),
        1e-2 * width * actualWidth + 1e-9 * width);
    assertEquals(lower + actualWidth / 2, Truncation.mean(lower, upper), width * width);
  }

  /** Both formulas where they meet. */
  @Test
  void narrowAndWideCutsAgree() {
    for (double lower = -4; lower < 3; lower += 0.25) {
      double narrow = Truncation.std(lower, lower + 1 - 1e-9);
      assertEquals(Truncation.std(lower, lower + 1 + 1e-9), narrow, 1e-8);
      double mean = Truncation.mean(lower, lower + 1 - 1e-9);
      assertEquals(Truncation.mean(lower, lower + 1 + 1e-9), mean, 1e-8);
    }
  }
}
