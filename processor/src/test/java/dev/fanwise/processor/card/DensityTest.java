package dev.fanwise.processor.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.card.figures.Density;
import dev.fanwise.card.figures.Histogram;
import dev.fanwise.card.figures.Measured;
import dev.fanwise.card.figures.ParameterCard;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Densities beside what is drawn, and beside calculus. */
class DensityTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Shape({300, 400}) @XavierInit float[] w;",
        "@Shape({300, 400}) @UniformInit(low = -1, high = 5) float[] w;",
        "@Shape({300, 400}) @NormalInit(mean = 3, std = 0.1) float[] w;",
        "@Shape({300, 400}) @LecunInit(distribution = Distribution.TRUNCATED_NORMAL) float[] w;",
        "@Shape({300, 400}) @TruncatedNormalInit(mean = 1, lower = -0.5, upper = 3) double[] w;",
        "@Shape({300, 400}) @TruncatedNormalInit(lower = 4.5, upper = 5) double[] w;",
        "@Shape({400, 300}) @OrthogonalInit(gain = 1.5) float[] w;",
        "@Shape({400, 3}) @OrthogonalInit float[] w;",
        "@Shape(value = {3000, 3}, parts = 1000) @OrthogonalInit float[] w;",
        "@Shape(value = {5000, 5}, parts = 1000) @OrthogonalInit float[] w;",
        "@Shape(value = {64, 32, 5}) @DeltaOrthogonalInit(gain = 2) float[] w;",
        "@Shape({400, 300}) @SparseInit(sparsity = 0.3, std = 0.1) float[] w;",
        "@Shape(40000) @ChronoInit(maxTime = 30) float[] w;"
      })
  void isThatOfTheDraws(String field) {
    ParameterCard one = Cards.ofFields(field).parameters().get(0);
    Density density = one.density();
    assertEquals(1, integral(density, 0, 1), 4e-4);
    Histogram histogram = one.measured().histogram();
    long total = histogram.total();
    for (int bin = 0; bin < Histogram.BINS; bin++) {
      double from = bin / (double) Histogram.BINS;
      double share = integral(density, from, from + 1.0 / Histogram.BINS);
      // Entries of one matrix depend on each other a little: six deviations, and a little more.
      double deviation = Math.sqrt(share * (1 - share) / total);
      assertEquals(share, histogram.counts()[bin] / (double) total, 6 * deviation + 2e-3);
    }
    for (Measured.Share atom : one.measured().atoms()) {
      assertEquals(atom.share(), atom.count() / (double) one.measured().count(), 1e-3);
    }
    assertEquals(one.measured().count(), total + one.measured().count() - one.measured().spread());
  }

  private static double integral(Density density, double from, double to) {
    int steps = 20_000;
    double width = (density.high() - density.low()) * (to - from) / steps;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double share = from + (to - from) * (i + 0.5) / steps;
      sum += density.pdf().applyAsDouble(density.low() + share * (density.high() - density.low()));
    }
    return sum * width;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Shape(6) @ConstantInit(0.1) float[] w;",
        "@Shape(8) @ForgetGateInit(value = 0.1) float[] w;",
        "@Shape(value = {6, 2, 3}, groups = 2) @DiracInit(gain = 0.3) float[] w;",
        "@Shape(value = {6, 2, 3}, parts = 3) @DiracInit float[] w;",
        "@Shape({5, 6}) @Precision(HalfPrecision.BF16) @IdentityInit(gain = 0.1) short[] w;",
        "@Shape({12, 6}) @ZerOInit float[] w;",
        "@Shape({12, 6, 3, 3}) @ZerOInit double[] w;",
        "@Shape({1, 300}) @OrthogonalInit float[] w;"
      })
  void valuesOfManyAreCounted(String field) {
    ParameterCard one = Cards.ofFields(field).parameters().get(0);
    double shares = 0;
    for (Measured.Share atom : one.measured().atoms()) {
      assertEquals(Math.round(atom.share() * one.elements()), atom.count(), field);
      shares += atom.share();
    }
    assertEquals(one.density().isSpread() ? 0 : 1, shares, 1e-12);
  }

  @Test
  void coordinatesOfRandomUnitVectors() {
    // In three dimensions uniform (Archimedes), in two 1 / (pi sqrt(1 - x^2)).
    assertEquals(0.5, ofSphere(3, 0), 1e-15);
    assertEquals(0.5, ofSphere(3, 0.9), 1e-15);
    assertEquals(1 / Math.PI, ofSphere(2, 0), 1e-15);
    assertEquals(1 / (Math.PI * 0.6), ofSphere(2, 0.8), 1e-15);
    // In five 3/4 (1 - x^2).
    assertEquals(0.75 * 0.36, ofSphere(5, 0.8), 1e-15);
  }

  private static double ofSphere(int n, double x) {
    String field = "@Shape({%d, 2}) @OrthogonalInit float[] w;".formatted(n);
    return Cards.ofFields(field).parameters().get(0).density().pdf().applyAsDouble(x);
  }

  @Test
  void aRowOfOneIsPlusOrMinusTheGain() {
    ParameterCard one =
        Cards.ofFields("@Shape({1, 1}) @OrthogonalInit(gain = 2) float[] w;").parameters().get(0);
    List<Double> values = one.measured().atoms().stream().map(Measured.Share::value).toList();
    assertEquals(List.of(-2.0, 2.0), values);
    assertTrue(one.measured().atoms().stream().allMatch(atom -> atom.share() == 0.5));
  }
}
