package dev.fanwise.processor.schemes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TruncatedNormalDistribution;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A million elements of each law against the distributions of a statistics library. */
@Tag("law")
class MomentsTest {
  private static final int ELEMENTS = 1_000_000;
  private static final long SEED = 1;

  /** The distance of two distributions, times √n, that one in a thousand samples exceeds. */
  private static final double KOLMOGOROV = 1.95;

  /** In standard errors. */
  private static final double MARGIN = 5;

  static List<Arguments> laws() {
    double infinity = Double.POSITIVE_INFINITY;
    double halfNormal = 0.60281027498908697;
    double cut = 0.72094558685904579;
    return List.of(
        law("@UniformInit(low = -0.25, high = 1)", UniformContinuousDistribution.of(-0.25, 1)),
        law("@UniformInit(low = 7, high = 8)", UniformContinuousDistribution.of(7, 8)),
        law("@NormalInit(mean = 2, std = 0.5)", NormalDistribution.of(2, 0.5)),
        law(
            "@TruncatedNormalInit(std = 0.02)",
            TruncatedNormalDistribution.of(0, 0.02, -0.04, 0.04)),
        law(
            "@TruncatedNormalInit(mean = 3, std = 0.5, lower = -1, upper = 2.5)",
            TruncatedNormalDistribution.of(3, 0.5, 2.5, 4.25)),
        law(
            "@TruncatedNormalInit(std = 2, lower = 2, upper = 2.5)",
            TruncatedNormalDistribution.of(0, 2, 4, 5)),
        law(
            "@TruncatedNormalInit(lower = 4, upper = 6)",
            TruncatedNormalDistribution.of(0, 1, 4, 6)),
        law(
            "@TruncatedNormalInit(lower = -3, upper = -1.5)",
            TruncatedNormalDistribution.of(0, 1, -3, -1.5)),
        law(
            "@TruncatedNormalInit(std = 2, lower = 0, upper = Double.POSITIVE_INFINITY, correctStd = true)",
            TruncatedNormalDistribution.of(0, 2 / halfNormal, 0, infinity)),
        law(
            "@TruncatedNormalInit(mean = 1, std = 0.1, lower = -1, upper = 2, correctStd = true)",
            TruncatedNormalDistribution.of(1, 0.1 / cut, 1 - 0.1 / cut, 1 + 0.2 / cut)));
  }

  private static Arguments law(String scheme, ContinuousDistribution distribution) {
    return Arguments.of(scheme, distribution);
  }

  @ParameterizedTest
  @MethodSource("laws")
  void floatsAndDoublesHaveTheDistribution(String scheme, ContinuousDistribution distribution) {
    for (FieldKind kind : List.of(FieldKind.FLOATS, FieldKind.DOUBLES)) {
      double[] sample = sample(scheme, kind);
      assertMoments(sample, distribution, scheme);
      Arrays.sort(sample);
      double distance = 0;
      for (int i = 0; i < ELEMENTS; i++) {
        double expected = distribution.cumulativeProbability(sample[i]) * ELEMENTS;
        distance = Math.max(distance, Math.max(expected - i, i + 1 - expected));
      }
      double scaled = distance / Math.sqrt(ELEMENTS);
      assertTrue(scaled < KOLMOGOROV, () -> kind + " " + scheme + " at a distance of " + scaled);
    }
  }

  @ParameterizedTest
  @MethodSource("laws")
  void halvesAreTheFloatsRoundedInwards(String scheme, ContinuousDistribution distribution) {
    double[] floats = sample(scheme, FieldKind.FLOATS);
    double low = distribution.getSupportLowerBound();
    double high = distribution.getSupportUpperBound();
    for (FieldKind kind : List.of(FieldKind.BF16, FieldKind.FP16)) {
      double[] inside =
          Arrays.stream(floats).map(x -> kind.inside(kind.round(x), low, high)).toArray();
      assertArrayEquals(inside, sample(scheme, kind), () -> kind + " " + scheme);
    }
  }

  private static double[] sample(String scheme, FieldKind kind) {
    String field = "@Shape(" + ELEMENTS + ") " + scheme + " " + kind.type(1) + " w;";
    Model model = Model.of(Javac.compile("class Net {\n  " + field + "\n}\n"), "p.Net");
    model.initialize(SEED);
    return kind.read(model.get("w"));
  }

  /** The first four moments around the mean, in standard deviations. */
  private static void assertMoments(
      double[] sample, ContinuousDistribution distribution, String label) {
    double mean = distribution.getMean();
    double std = Math.sqrt(distribution.getVariance());
    double[] sums = new double[5];
    for (double element : sample) {
      double power = 1;
      for (int k = 1; k <= 4; k++) {
        power *= (element - mean) / std;
        sums[k] += power;
      }
    }
    for (int k = 1; k <= 4; k++) {
      int power = k;
      double expected = expectation(distribution, x -> Math.pow((x - mean) / std, power));
      double ofSquare = expectation(distribution, x -> Math.pow((x - mean) / std, 2 * power));
      double error = Math.sqrt((ofSquare - expected * expected) / sample.length);
      assertEquals(expected, sums[k] / sample.length, MARGIN * error, label + " moment " + k);
    }
  }

  /** By Simpson's rule. */
  private static double expectation(ContinuousDistribution distribution, DoubleUnaryOperator f) {
    double low = distribution.inverseCumulativeProbability(1e-15);
    double high = distribution.inverseSurvivalProbability(1e-15);
    int panels = 4000;
    double sum = 0;
    for (int i = 0; i <= panels; i++) {
      double x = low + (high - low) * i / panels;
      double weight = i == 0 || i == panels ? 1 : i % 2 == 0 ? 2 : 4;
      sum += weight * f.applyAsDouble(x) * distribution.density(x);
    }
    return sum * (high - low) / panels / 3;
  }

  static List<Arguments> grids() {
    return List.of(
        Arguments.of("@UniformInit(low = 0.5, high = 1)", FieldKind.BF16, 0.5, 1, 0x1p-8),
        Arguments.of("@UniformInit(low = -2, high = -1)", FieldKind.BF16, -2, -1, 0x1p-7),
        Arguments.of("@UniformInit(low = 1, high = 1.25)", FieldKind.FP16, 1, 1.25, 0x1p-10),
        // subnormal numbers, 2⁻²⁴ apart
        Arguments.of(
            "@UniformInit(low = -0x1p-18, high = 0x1p-18)",
            FieldKind.FP16,
            -0x1p-18,
            0x1p-18,
            0x1p-24),
        Arguments.of(
            "@UniformInit(low = 0x1p-20, high = 0x1p-16)",
            FieldKind.FP16,
            0x1p-20,
            0x1p-16,
            0x1p-24));
  }

  /**
   * Every number gets what is nearer to it than to others, and the outermost what is nearer to a
   * bound: chi squared.
   */
  @ParameterizedTest
  @MethodSource("grids")
  void halvesAreRoundedToTheNearest(
      String scheme, FieldKind kind, double low, double high, double place) {
    TreeMap<Long, Integer> counts = new TreeMap<>();
    for (double element : sample(scheme, kind)) {
      double cell = element / place;
      assertEquals(Math.rint(cell), cell, "no number of the format");
      counts.merge((long) cell, 1, Integer::sum);
    }
    long first = (long) (low / place) + 1;
    long last = (long) (high / place) - 1;
    assertEquals(first, counts.firstKey());
    assertEquals(last, counts.lastKey());
    double chiSquared = 0;
    for (long cell = first; cell <= last; cell++) {
      double expected = ELEMENTS * place / (high - low) * (cell == first || cell == last ? 1.5 : 1);
      chiSquared += Math.pow(counts.getOrDefault(cell, 0) - expected, 2) / expected;
    }
    double freedom = last - first;
    assertEquals(freedom, chiSquared, MARGIN * Math.sqrt(2 * freedom), "chi squared");
  }
}
