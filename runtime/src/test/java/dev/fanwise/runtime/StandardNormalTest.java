package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Against a statistics library; the documented relative error is 2e-12 for |x| ≤ 9. */
class StandardNormalTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double TOLERANCE = 2e-12;

  @Test
  void densityIsAccurate() {
    overTheGrid(x -> assertClose(NORMAL.density(x), StandardNormal.density(x), x));
  }

  @Test
  void upperTailIsAccurateOnBothSides() {
    overTheGrid(x -> assertClose(NORMAL.survivalProbability(x), StandardNormal.upperTail(x), x));
  }

  @Test
  void centralMassIsAccurateNearTheMedianToo() {
    overTheGrid(
        x -> {
          double mass = x < 0 ? -NORMAL.probability(x, 0) : NORMAL.probability(0, x);
          assertClose(mass, StandardNormal.centralMass(x), x);
        });
    for (double x = 1e-300; x < 1e-3; x *= 10) {
      assertClose(x / Math.sqrt(2 * Math.PI), StandardNormal.centralMass(x), x, 1e-6);
    }
  }

  @Test
  void centralMassIsExactlyOddAndDensityExactlyEven() {
    overTheGrid(
        x -> {
          assertEquals(-StandardNormal.centralMass(x), StandardNormal.centralMass(-x));
          assertEquals(StandardNormal.density(x), StandardNormal.density(-x));
        });
  }

  @Test
  void centralMassRisesWhereSeriesAndFractionMeet() {
    double before = StandardNormal.centralMass(1.5 - 1e-9);
    double at = StandardNormal.centralMass(1.5);
    double after = StandardNormal.centralMass(1.5 + 1e-9);
    assertTrue(before < at && at < after);
    double slope =
        (StandardNormal.centralMass(1.5 + 1e-6) - StandardNormal.centralMass(1.5 - 1e-6)) / 2e-6;
    assertEquals(NORMAL.density(1.5), slope, 1e-6);
  }

  @Test
  void infinityHasNoTail() {
    assertEquals(0, StandardNormal.density(Double.POSITIVE_INFINITY));
    assertEquals(0, StandardNormal.density(Double.NEGATIVE_INFINITY));
    assertEquals(0, StandardNormal.upperTail(Double.POSITIVE_INFINITY));
    assertEquals(1, StandardNormal.upperTail(Double.NEGATIVE_INFINITY));
    assertEquals(0.5, StandardNormal.centralMass(Double.POSITIVE_INFINITY));
    assertEquals(-0.5, StandardNormal.centralMass(Double.NEGATIVE_INFINITY));
  }

  @Test
  void farAwayNothingIsLeftButNothingBreaks() {
    assertEquals(0, StandardNormal.density(1e200));
    assertEquals(0, StandardNormal.upperTail(40));
    assertEquals(1, StandardNormal.upperTail(-40));
    assertEquals(0.5, StandardNormal.centralMass(Double.MAX_VALUE));
  }

  private interface Check {
    void at(double x);
  }

  /** 36,001 points of [−9, 9], of which 0, ±1.5 and ±9 are some. */
  private static void overTheGrid(Check check) {
    for (int i = -18_000; i <= 18_000; i++) {
      check.at(i / 2000.0);
    }
  }

  private static void assertClose(double expected, double actual, double x) {
    assertClose(expected, actual, x, TOLERANCE);
  }

  private static void assertClose(double expected, double actual, double x, double relative) {
    assertEquals(expected, actual, Math.abs(expected) * relative, () -> "at " + x);
  }
}
