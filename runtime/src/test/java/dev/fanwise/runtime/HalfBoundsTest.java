package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.HalfPrecision;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No draw of 16 bits reaches a bound that its law excludes. */
class HalfBoundsTest {
  private static final int DRAWS = 50_000;

  private static double[] uniform(double low, double high, HalfPrecision precision) {
    short[] drawn = new short[DRAWS];
    Fill.uniform(drawn, 0, DRAWS, 42, 0, low, high, precision);
    return values(drawn, precision);
  }

  private static double[] cut(
      double mean, double std, double lower, double upper, HalfPrecision precision) {
    short[] drawn = new short[DRAWS];
    Fill.truncatedNormal(drawn, 0, DRAWS, 42, 0, mean, std, lower, upper, precision);
    return values(drawn, precision);
  }

  private static double[] values(short[] drawn, HalfPrecision precision) {
    return IntStream.range(0, drawn.length)
        .mapToDouble(i -> HalfFloats.toFloat(drawn[i], precision))
        .toArray();
  }

  private static void assertInside(double[] drawn, double low, double high) {
    for (double x : drawn) {
      assertTrue(low < x && x < high, () -> x + " for " + low + " to " + high);
    }
  }

  @ParameterizedTest
  @EnumSource
  void uniformsOfWholeNumbers(HalfPrecision precision) {
    for (double[] bounds :
        new double[][] {{0, 1}, {-1, 1}, {-1, 0}, {1, 3}, {-65504, 65504}, {0, 0x1p-10}}) {
      assertInside(uniform(bounds[0], bounds[1], precision), bounds[0], bounds[1]);
    }
  }

  @Property(tries = 200)
  void uniforms(
      @ForAll @DoubleRange(min = -50, max = 50) double low,
      @ForAll @DoubleRange(min = 0.5, max = 9) double width,
      @ForAll HalfPrecision precision) {
    assertInside(uniform(low, low + width, precision), low, low + width);
    assertInside(uniform(-width, width, precision), -width, width);
  }

  /** Bounds that numbers of 16 bits can hold are where rounding could reach them. */
  @Property(tries = 200)
  void truncatedNormals(
      @ForAll @IntRange(min = -8, max = 8) int mean,
      @ForAll @IntRange(min = 1, max = 64) int std,
      @ForAll @IntRange(min = -24, max = -1) int lower,
      @ForAll @IntRange(min = 1, max = 24) int upper,
      @ForAll HalfPrecision precision) {
    double sigma = std / 20.0;
    double low = mean / 10.0 + lower / 8.0 * sigma;
    double high = mean / 10.0 + upper / 8.0 * sigma;
    assertInside(cut(mean / 10.0, sigma, lower / 8.0, upper / 8.0, precision), low, high);
  }

  @ParameterizedTest
  @EnumSource
  void whatIsNotNearABoundIsTheNearestNumber(HalfPrecision precision) {
    short[] halves = new short[DRAWS];
    float[] floats = new float[DRAWS];
    Fill.uniform(halves, 0, DRAWS, 7, 3, 0, 1, precision);
    Fill.uniform(floats, 0, DRAWS, 7, 3, 0, 1);
    short most = HalfFloats.of((float) Math.nextDown(1), precision);
    int moved = 0;
    for (int i = 0; i < DRAWS; i++) {
      short nearest = HalfFloats.of(floats[i], precision);
      if (HalfFloats.toFloat(nearest, precision) == 1) {
        moved++;
        nearest = (short) (most - 1);
      }
      assertEquals(nearest, halves[i]);
    }
    assertTrue(moved > 0);
  }

  @Test
  void normalsHaveNoBounds() {
    short[] halves = new short[DRAWS];
    float[] floats = new float[DRAWS];
    Fill.normal(halves, 0, DRAWS, 7, 3, 0, 1, HalfPrecision.BF16);
    Fill.normal(floats, 0, DRAWS, 7, 3, 0, 1);
    short[] nearest = new short[DRAWS];
    HalfFloats.convert(floats, 0, DRAWS, nearest, 0, HalfPrecision.BF16);
    assertArrayEquals(nearest, halves);
  }

  @ParameterizedTest
  @EnumSource
  void chronoBiasesStayBelowTheLongestTime(HalfPrecision precision) {
    int units = 20_000;
    for (double maxTime : new double[] {2.5, 3, 50, 784, 1e6}) {
      short[] drawn = new short[2 * units];
      ChronoPattern pattern = ChronoPattern.of(2, units, 0, 1, maxTime);
      pattern.fill(Sink.of(drawn, 0, precision), 0, drawn.length, 42);
      double[] biases = values(drawn, precision);
      for (int unit = 0; unit < units; unit++) {
        assertTrue(0 < biases[units + unit] && biases[units + unit] < Math.log(maxTime - 1));
        assertEquals(-biases[units + unit], biases[unit]);
      }
    }
  }

  @Test
  void boundsWithoutNumbersBetweenThemAreRefused() {
    short[] untouched = {1, 2, 3};
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> Fill.uniform(untouched, 0, 3, 1, 0, 99.9, 100, HalfPrecision.BF16))
            .getMessage();
    assertEquals("there are no numbers of BF16 between 99.9 and 100.0", message);
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Fill.truncatedNormal(untouched, 0, 3, 1, 0, 0.1, 1e-4, -1, -0.05, HalfPrecision.BF16));
    assertArrayEquals(new short[] {1, 2, 3}, untouched);
    float[] floats = {1};
    assertThrows(
        IllegalArgumentException.class,
        () -> Fill.truncatedNormal(floats, 0, 1, 1, 0, 0.1, 1e-12, -2, 2));
    assertEquals(1, floats[0]);
  }

  /** The number above, over all numbers of the format in order. */
  @ParameterizedTest
  @EnumSource
  void theNumbersAboveAndBelow(HalfPrecision precision) {
    float before = Float.NEGATIVE_INFINITY;
    int infinity = HalfFloats.of(Float.POSITIVE_INFINITY, precision);
    for (int i = -infinity + 1; i < infinity; i++) {
      float here = HalfFloats.toFloat((short) (i < 0 ? 0x8000 | -i : i), precision);
      assertEquals(here, Bounds.halfAbove(before, precision) + 0f);
      assertEquals(before, Bounds.halfBelow(here, precision) + 0f);
      double middle = i == -infinity + 1 ? here * 1.5 : before / 2.0 + here / 2.0;
      assertEquals(here, Bounds.halfAbove(middle, precision) + 0f);
      assertEquals(here, Bounds.halfAbove(Math.nextDown((double) here), precision) + 0f);
      before = here;
    }
  }
}
