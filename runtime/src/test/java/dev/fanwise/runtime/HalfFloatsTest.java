package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.HalfPrecision;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HalfFloatsTest {
  /** Every finite number of a format from 0 up, with its bits, worked out from the definition. */
  private static TreeMap<Double, Integer> numbers(HalfPrecision precision) {
    int mantissaBits = precision == HalfPrecision.BF16 ? 7 : 10;
    int exponents = precision == HalfPrecision.BF16 ? 255 : 31;
    int bias = precision == HalfPrecision.BF16 ? 127 : 15;
    TreeMap<Double, Integer> numbers = new TreeMap<>();
    for (int exponent = 0; exponent < exponents; exponent++) {
      for (int mantissa = 0; mantissa < 1 << mantissaBits; mantissa++) {
        double significand = mantissa * Math.pow(2, -mantissaBits) + (exponent == 0 ? 0 : 1);
        double value = significand * Math.pow(2, Math.max(exponent, 1) - bias);
        numbers.put(value, exponent << mantissaBits | mantissa);
      }
    }
    return numbers;
  }

  private static int nearest(TreeMap<Double, Integer> numbers, double magnitude) {
    Map.Entry<Double, Integer> below = numbers.floorEntry(magnitude);
    Map.Entry<Double, Integer> above = numbers.higherEntry(magnitude);
    if (above == null) {
      // Infinity counts as the number that would come next.
      double last = numbers.lastKey();
      double next = last + (last - numbers.lowerKey(last));
      int infinity = numbers.get(last) + 1;
      double middle = (last + next) / 2;
      return magnitude >= middle ? infinity : numbers.get(last);
    }
    double toBelow = magnitude - below.getKey();
    double toAbove = above.getKey() - magnitude;
    if (toBelow == toAbove) {
      return below.getValue() % 2 == 0 ? below.getValue() : above.getValue();
    }
    return toBelow < toAbove ? below.getValue() : above.getValue();
  }

  private static void check(
      HalfPrecision precision, TreeMap<Double, Integer> numbers, float value) {
    int sign = Float.floatToRawIntBits(value) < 0 ? 0x8000 : 0;
    int expected = sign | nearest(numbers, Math.abs((double) value));
    int actual = HalfFloats.of(value, precision) & 0xFFFF;
    assertEquals(expected, actual, () -> precision + " of " + value);
  }

  @ParameterizedTest
  @EnumSource
  void roundsToNearestEven(HalfPrecision precision) {
    TreeMap<Double, Integer> numbers = numbers(precision);
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 300_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Math.abs(value) <= Float.MAX_VALUE) {
        check(precision, numbers, value);
      }
    }
    for (int i = 0; i < 300_000; i++) {
      check(
          precision,
          numbers,
          (float) (random.nextGaussian() * Math.pow(2, random.nextInt(-30, 18))));
    }
  }

  /** Ties, their neighbours, and every number of the format itself. */
  @ParameterizedTest
  @EnumSource
  void roundsTiesToEven(HalfPrecision precision) {
    TreeMap<Double, Integer> numbers = numbers(precision);
    Double before = null;
    for (double number : numbers.keySet()) {
      check(precision, numbers, (float) number);
      if (before != null) {
        float middle = (float) ((before + number) / 2);
        for (float value : new float[] {middle, Math.nextUp(middle), Math.nextDown(middle)}) {
          check(precision, numbers, value);
          check(precision, numbers, -value);
        }
      }
      before = number;
    }
  }

  @ParameterizedTest
  @EnumSource
  void keepsInfinityAndNaN(HalfPrecision precision) {
    for (float infinity : new float[] {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      assertEquals(infinity, HalfFloats.toFloat(HalfFloats.of(infinity, precision), precision));
    }
    for (int bits : new int[] {0x7FC00000, 0x7F800001, 0xFFFFFFFF, 0x7FFF8000}) {
      short half = HalfFloats.of(Float.intBitsToFloat(bits), precision);
      assertTrue(Float.isNaN(HalfFloats.toFloat(half, precision)), Integer.toHexString(bits));
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsEveryNumber(HalfPrecision precision) {
    numbers(precision)
        .forEach(
            (value, bits) -> {
              assertEquals(value, HalfFloats.toFloat((short) (int) bits, precision));
              assertEquals(-value, HalfFloats.toFloat((short) (bits | 0x8000), precision));
            });
  }
}
