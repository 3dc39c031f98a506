package dev.fanwise.runtime;

import static dev.fanwise.runtime.Refusals.assertIllegal;
import static dev.fanwise.runtime.Refusals.assertOutOfBounds;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is refused, with its exact text; a refusal writes nothing. */
class FillArgumentsTest {
  private static final int LENGTH = 10;

  private final float[] floats = new float[LENGTH];
  private final double[] doubles = new double[LENGTH];

  @BeforeEach
  void mark() {
    Arrays.fill(floats, -99);
    Arrays.fill(doubles, -99);
  }

  private void assertNothingWritten() {
    float[] floatMarks = new float[LENGTH];
    double[] doubleMarks = new double[LENGTH];
    Arrays.fill(floatMarks, -99);
    Arrays.fill(doubleMarks, -99);
    assertArrayEquals(floatMarks, floats);
    assertArrayEquals(doubleMarks, doubles);
  }

  @ParameterizedTest
  @EnumSource
  void rangesOutsideTheArray(Kernel kernel) {
    refusesRange(kernel, -1, 5, "offset -1 and count 5 do not fit an array of length 10");
    refusesRange(kernel, 0, -1, "offset 0 and count -1 do not fit an array of length 10");
    refusesRange(kernel, 0, 11, "offset 0 and count 11 do not fit an array of length 10");
    refusesRange(kernel, 6, 5, "offset 6 and count 5 do not fit an array of length 10");
    refusesRange(kernel, 11, 0, "offset 11 and count 0 do not fit an array of length 10");
    refusesRange(
        kernel,
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        "offset 2147483647 and count 2147483647 do not fit an array of length 10");
    refusesRange(
        kernel,
        Integer.MIN_VALUE,
        Integer.MIN_VALUE,
        "offset -2147483648 and count -2147483648 do not fit an array of length 10");
  }

  private void refusesRange(Kernel kernel, int offset, int count, String text) {
    assertOutOfBounds(text, () -> kernel.fill(doubles, offset, count, 42, 0));
    assertNothingWritten();
  }

  @ParameterizedTest
  @EnumSource
  void elementsThatDoNotExist(Kernel kernel) {
    String text = "from must be an element's index, not ";
    assertIllegal(text + "-1", () -> kernel.fill(doubles, 0, 10, 42, -1));
    assertIllegal(
        text + "9223372036854775798", () -> kernel.fill(doubles, 0, 10, 42, Long.MAX_VALUE - 9));
    assertIllegal(
        text + "-9223372036854775808", () -> kernel.fill(doubles, 0, 0, 42, Long.MIN_VALUE));
    assertNothingWritten();
  }

  @ParameterizedTest
  @CsvSource({"1, 1.00000001", "1, 1.00000011", "-1.00000001, -1", "0.3, 0.30000001"})
  void uniformBoundsWithoutAFloatBetween(double low, double high) {
    String text = "there are no floats between " + low + " and " + high;
    assertIllegal(text, () -> Fill.uniform(floats, 0, LENGTH, 42, 0, low, high));
    assertNothingWritten();
    Fill.uniform(doubles, 0, LENGTH, 42, 0, low, high);
    for (double element : doubles) {
      assertTrue(element > low && element < high);
    }
  }

  @Test
  void uniformBoundsWithoutADoubleBetween() {
    double next = Math.nextUp(1.0);
    assertIllegal(
        "there are no doubles between 1.0 and " + next,
        () -> Fill.uniform(doubles, 0, LENGTH, 42, 0, 1, next));
    assertNothingWritten();
  }

  /** The one float, and the one double, that there is. */
  @Test
  void uniformBoundsWithOneNumberBetween() {
    Fill.uniform(floats, 0, LENGTH, 42, 0, 1, 1 + 0x1p-22);
    Fill.uniform(doubles, 0, LENGTH, 42, 0, 1, 1 + 0x1p-51);
    for (int i = 0; i < LENGTH; i++) {
      assertEquals(1 + 0x1p-23f, floats[i]);
      assertEquals(1 + 0x1p-52, doubles[i]);
    }
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1", "0, NaN", "-Infinity, 1", "0, Infinity", "1, 1", "2, 1", "0, -0.0"})
  void uniformBoundsThatAreNot(double low, double high) {
    String text = "bounds must be finite and low < high";
    assertIllegal(text, () -> Fill.uniform(floats, 0, LENGTH, 42, 0, low, high));
    assertIllegal(text, () -> Fill.uniform(doubles, 0, LENGTH, 42, 0, low, high));
    assertNothingWritten();
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1", "Infinity, 1", "-Infinity, 1", "0, NaN", "0, Infinity", "0, -1e-300"})
  void normalMomentsThatAreNot(double mean, double std) {
    String text = "mean and std must be finite, std >= 0";
    assertIllegal(text, () -> Fill.normal(floats, 0, LENGTH, 42, 0, mean, std));
    assertIllegal(text, () -> Fill.normal(doubles, 0, LENGTH, 42, 0, mean, std));
    assertNothingWritten();
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1", "Infinity, 1", "-Infinity, 1", "0, NaN", "0, Infinity", "0, 0", "0, -1"})
  void truncatedMomentsThatAreNot(double mean, double std) {
    refusesCut("mean and std must be finite, std > 0", mean, std, -2, 2);
  }

  @ParameterizedTest
  @CsvSource({"2, -2", "1, 1", "NaN, 1", "1, NaN", "NaN, NaN", "Infinity, -Infinity"})
  void cutsOutOfOrder(double lower, double upper) {
    refusesCut(
        "lower must be less than upper, but they are " + lower + " and " + upper,
        0,
        1,
        lower,
        upper);
  }

  @Test
  void cutsThatKeepNothing() {
    String rule = "less than 1e-10 of a normal lies from ";
    refusesCut(rule + "8.0 to 9.0 std", 0, 1, 8, 9);
    refusesCut(rule + "6.4 to Infinity std", 0, 1, 6.4, POSITIVE_INFINITY);
    refusesCut(rule + "-Infinity to -6.4 std", 0, 1, NEGATIVE_INFINITY, -6.4);
    refusesCut(rule + "0.0 to 1.0E-12 std", 0, 1, 0, 1e-12);
    refusesCut(rule + "40.0 to 50.0 std", 0, 1, 40, 50);
  }

  @Test
  void numbersThatTheTypeCannotHold() {
    assertIllegal(
        "bounds of floats must be within 3.4028234663852886E38",
        () -> Fill.uniform(floats, 0, LENGTH, 42, 0, -1e300, 1));
    assertIllegal(
        "bounds of floats must be at least 2^-102 apart",
        () -> Fill.uniform(floats, 0, LENGTH, 42, 0, -1e-32, 1e-32));
    assertIllegal(
        "mean 0.0 and std 1.0E29 are too large for floats",
        () -> Fill.normal(floats, 0, LENGTH, 42, 0, 0, 1e29));
    assertIllegal(
        "mean 1.0E39 and std 1.0 are too large for floats",
        () -> Fill.truncatedNormal(floats, 0, LENGTH, 42, 0, 1e39, 1, -2, 2));
    assertIllegal(
        "mean 0.0 and std 1.0E308 are too large for doubles",
        () -> Fill.normal(doubles, 0, LENGTH, 42, 0, 0, 1e308));
    assertIllegal(
        "bounds of doubles must be at least 2^-969 apart",
        () -> Fill.uniform(doubles, 0, LENGTH, 42, 0, -1e-300, 1e-300));
    assertNothingWritten();
  }

  private void refusesCut(String text, double mean, double std, double lower, double upper) {
    assertIllegal(
        text, () -> Fill.truncatedNormal(floats, 0, LENGTH, 42, 0, mean, std, lower, upper));
    assertIllegal(
        text, () -> Fill.truncatedNormal(doubles, 0, LENGTH, 42, 0, mean, std, lower, upper));
    assertNothingWritten();
  }

  @Test
  void noArray() {
    assertThrows(
        NullPointerException.class, () -> Fill.uniform((float[]) null, 0, 0, 42, 0, -1, 1));
    assertThrows(NullPointerException.class, () -> Fill.normal((double[]) null, 0, 0, 42, 0, 0, 1));
  }

  /** The last values that are not refused. */
  @Test
  void theLimitsThemselvesAreAllowed() {
    Fill.uniform(floats, LENGTH, 0, 42, 0, -1, 1);
    Fill.truncatedNormal(doubles, 0, 0, 42, Long.MAX_VALUE, 0, 1, -2, 2);
    assertNothingWritten();
    Fill.uniform(floats, 0, LENGTH, 42, Long.MAX_VALUE - LENGTH, -1, 1);
    Fill.normal(doubles, 0, LENGTH, 42, Long.MAX_VALUE - LENGTH, 1, 0);
    assertArrayEquals(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, doubles);
    Fill.truncatedNormal(doubles, 0, LENGTH, 42, 0, 0, 1, 6.3, POSITIVE_INFINITY);
  }
}
