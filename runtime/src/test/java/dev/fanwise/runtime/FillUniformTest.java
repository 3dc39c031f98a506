package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FillUniformTest {
  private static final int DRAWS = 100_000;

  /** Words whose draws lie outermost, innermost and next to those. */
  private static final int[] WORDS = {
    Integer.MIN_VALUE, Integer.MIN_VALUE + 511, -512, -1, 0, 511, 512, Integer.MAX_VALUE
  };

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.1, 0.07595545253127498, 1e-20, 1e30, 0.99999999999, 1.0000001})
  void symmetricDrawsAreNeverZeroNorABound(double b) {
    float[] floats = new float[DRAWS];
    Fill.uniform(floats, 0, DRAWS, 42, 0, -b, b);
    for (float x : floats) {
      assertTrue(-b < x && x < b && x != 0, () -> x + " for ±" + b);
    }
    double[] doubles = new double[DRAWS];
    Fill.uniform(doubles, 0, DRAWS, 42, 0, -b, b);
    for (double x : doubles) {
      assertTrue(-b < x && x < b && x != 0, () -> x + " for ±" + b);
    }
  }

  /** From 2⁻⁶⁶ to 2¹²⁷, about 1e-20 to 1.7e38. */
  @Provide
  Arbitrary<Double> magnitudes() {
    return Combinators.combine(
            Arbitraries.doubles().between(0.5, 1).ofScale(17),
            Arbitraries.integers().between(-65, 127))
        .as(Math::scalb);
  }

  @Property
  void noWordDrawsZeroOrABound(@ForAll("magnitudes") double b, @ForAll long word) {
    UniformFloat floats = new UniformFloat(-b, b);
    assertInsideWithoutZero(Element.of(floats, (int) word), b);
    for (int extreme : WORDS) {
      assertInsideWithoutZero(Element.of(floats, extreme), b);
    }
    UniformDouble doubles = new UniformDouble(-b, b);
    assertInsideWithoutZero(doubles.of(word), b);
    assertInsideWithoutZero(doubles.of(Long.MIN_VALUE), b);
    assertInsideWithoutZero(doubles.of(-1), b);
    assertInsideWithoutZero(doubles.of(0), b);
    assertInsideWithoutZero(doubles.of(Long.MAX_VALUE), b);
  }

  @Test
  void symmetricDrawsReachAlmostTheBounds() {
    assertEquals(
        0.25f * (1 - 0x1p-23f), Element.of(new UniformFloat(-0.25, 0.25), Integer.MAX_VALUE));
    assertEquals(
        -0.25f * (1 - 0x1p-23f), Element.of(new UniformFloat(-0.25, 0.25), Integer.MIN_VALUE));
    assertEquals(0.25 * (1 - 0x1p-52), new UniformDouble(-0.25, 0.25).of(Long.MAX_VALUE));
    assertEquals(-0.25 * (1 - 0x1p-52), new UniformDouble(-0.25, 0.25).of(Long.MIN_VALUE));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "-1, 0",
    "1, 3",
    "1000, 1000.001",
    "-1000.001, -1000",
    "-1e30, 1e30",
    "-1e30, 1",
    "1e-30, 1e30",
    "0, 1e-30",
    "-3e38, 3.4e38",
    "16777216, 16777230",
    "0.1, 0.10000001",
    "-0.1, 0.3"
  })
  void drawsStayBetweenTheBounds(double low, double high) {
    float[] floats = new float[DRAWS];
    Fill.uniform(floats, 0, DRAWS, -7, 0, low, high);
    float first = floats[0];
    boolean varies = false;
    for (float x : floats) {
      assertTrue(low < x && x < high, () -> x + " is outside");
      varies |= x != first;
    }
    assertTrue(varies);
    double[] doubles = new double[DRAWS];
    Fill.uniform(doubles, 0, DRAWS, -7, 0, low, high);
    for (double x : doubles) {
      assertTrue(low < x && x < high, () -> x + " is outside");
    }
    assertNotEquals(doubles[0], doubles[1]);
  }

  @Property
  void noWordLeavesTheBounds(
      @ForAll("magnitudes") double one,
      @ForAll("magnitudes") double other,
      @ForAll boolean negateOne,
      @ForAll boolean negateOther,
      @ForAll long word) {
    double a = negateOne ? -one : one;
    double b = negateOther ? -other : other;
    double low = Math.min(a, b);
    double high = Math.max(a, b);
    Assume.that(aFloatLiesBetween(low, high));
    UniformFloat floats = new UniformFloat(low, high);
    UniformDouble doubles = new UniformDouble(low, high);
    for (int extreme : WORDS) {
      assertBetween(low, Element.of(floats, extreme), high);
      assertBetween(low, doubles.of((long) extreme << 32), high);
    }
    assertBetween(low, Element.of(floats, (int) word), high);
    assertBetween(low, doubles.of(word), high);
  }

  @Property
  void drawsAreTheMiddleAndASymmetricDraw(@ForAll int word, @ForAll long words) {
    float unit = ((word >> 8) | 1) * 0x1p-23f;
    assertEquals(2 + unit, Element.of(new UniformFloat(1, 3), word), 3e-7f);
    double unit64 = ((words >> 11) | 1) * 0x1p-52;
    assertEquals(2 + unit64, new UniformDouble(1, 3).of(words), 5e-16);
  }

  @Test
  void theWholeRangeOfDoublesCanBeDrawn() {
    double[] doubles = new double[1000];
    Fill.uniform(doubles, 0, 1000, 42, 0, -Double.MAX_VALUE, Double.MAX_VALUE);
    double largest = 0;
    for (double x : doubles) {
      assertTrue(Math.abs(x) < Double.MAX_VALUE);
      largest = Math.max(largest, Math.abs(x));
    }
    assertTrue(largest > 0.99 * Double.MAX_VALUE);
  }

  private static boolean aFloatLiesBetween(double low, double high) {
    float x = (float) low;
    while (x <= low) {
      x = Math.nextUp(x);
    }
    return x < high;
  }

  private static void assertInsideWithoutZero(double x, double b) {
    assertTrue(-b < x && x < b && x != 0, () -> x + " for ±" + b);
  }

  private static void assertBetween(double low, double x, double high) {
    assertTrue(low < x && x < high, () -> x + " is outside " + low + ", " + high);
  }
}
