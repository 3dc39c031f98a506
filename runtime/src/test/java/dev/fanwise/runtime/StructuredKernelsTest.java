package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.HalfPrecision;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StructuredKernelsTest {
  @Test
  void tapsAreWhereTheyShouldBe() {
    double[] w = new double[12];
    Arrays.fill(w, 9);
    Taps.fill(Sink.of(w, 0), 0, 12, 1, 4, 3, 2.5);
    assertArrayEquals(new double[] {0, 2.5, 0, 0, 0, 2.5, 0, 0, 0, 2.5, 0, 0}, w);
  }

  @Test
  void tapsRepeatForGroupsAndParts() {
    double[] w = new double[8];
    Taps.fill(Sink.of(w, 0), 0, 8, 0, 1, 1, 2, 4, 2, 2, 1);
    assertArrayEquals(new double[] {1, 0, 1, 0, 1, 0, 1, 0}, w);
  }

  /** Sylvester's construction: H(2n) = [[H, H], [H, −H]]. */
  private static int[][] sylvester(int size) {
    int[][] h = {{1}};
    while (h.length < size) {
      int n = h.length;
      int[][] next = new int[2 * n][2 * n];
      for (int i = 0; i < 2 * n; i++) {
        for (int j = 0; j < 2 * n; j++) {
          next[i][j] = h[i % n][j % n] * (i >= n && j >= n ? -1 : 1);
        }
      }
      h = next;
    }
    return h;
  }

  @Test
  void hadamardIsSylvesters() {
    int[][] h = sylvester(16);
    double[] w = new double[13 * 5];
    Hadamard.fill(Sink.of(w, 0), 0, w.length, 0, 13, 5, 5, 1, 1, 0, 1, 0, 0.25);
    for (int i = 0; i < 13; i++) {
      for (int j = 0; j < 5; j++) {
        assertEquals(h[i][j] * 0.25, w[i * 5 + j]);
      }
    }
  }

  @Property(tries = 200)
  void partsOfDivisibleKernelsAreThoseOfTheWhole(
      @ForAll @IntRange(max = 59) int from, @ForAll @IntRange(max = 60) int length) {
    int count = Math.min(length, 60 - from);
    double[][] wholes = {new double[60], new double[60], new double[60]};
    double[][] parts = {new double[count + 2], new double[count + 2], new double[count + 2]};
    Taps.fill(Sink.of(wholes[0], 0), 0, 60, 2, 7, 8, 1.5);
    Taps.fill(Sink.of(parts[0], 1), from, count, 2, 7, 8, 1.5);
    Hadamard.fill(Sink.of(wholes[1], 0), 0, 60, 1, 6, 10, 3, 3, 1, 0, 1, 0, 0.5);
    Hadamard.fill(Sink.of(parts[1], 1), from, count, 1, 6, 10, 3, 3, 1, 0, 1, 0, 0.5);
    GateBiases.chrono(Sink.of(wholes[2], 0), 0, 60, 5, 15, 0, 1, 100);
    GateBiases.chrono(Sink.of(parts[2], 1), from, count, 5, 15, 0, 1, 100);
    for (int k = 0; k < 3; k++) {
      assertArrayEquals(
          Arrays.copyOfRange(wholes[k], from, from + count),
          Arrays.copyOfRange(parts[k], 1, count + 1));
      assertEquals(0, parts[k][0]);
      assertEquals(0, parts[k][count + 1]);
    }
  }

  @Test
  void chronoBiasesAreLogarithmsOfTimes() {
    int units = 20_000;
    double[] b = new double[4 * units];
    GateBiases.chrono(Sink.of(b, 0), 0, b.length, 8, units, 0, 1, 50);
    double sum = 0;
    for (int j = 0; j < units; j++) {
      double time = Math.exp(b[units + j]);
      assertTrue(time > 1 && time < 49);
      assertEquals(-b[units + j], b[j]);
      assertEquals(0, b[2 * units + j]);
      assertEquals(0, b[3 * units + j]);
      sum += time;
    }
    assertEquals(25, sum / units, 4 * (48 / Math.sqrt(12)) / Math.sqrt(units));
  }

  @Test
  void logarithmAgreesWithTheLibrary() {
    for (double x = 1e-300; x < 1e300; x *= 1.37) {
      assertEquals(StrictMath.log(x), Logarithm.of(x), 1e-15 * Math.max(1, Math.abs(Math.log(x))));
    }
  }

  @Test
  void sparseColumnsHaveTheirZeros() {
    for (int zeros : new int[] {0, 1, 13, 40}) {
      float[] w = new float[40 * 25];
      Sparse.fill(Sink.of(w, 0), 6, 40, 25, 25, 1, zeros, 0.01);
      Set<Set<Integer>> patterns = new HashSet<>();
      for (int column = 0; column < 25; column++) {
        Set<Integer> rows = new HashSet<>();
        for (int row = 0; row < 40; row++) {
          if (w[row * 25 + column] == 0) {
            rows.add(row);
          }
        }
        assertEquals(zeros, rows.size());
        patterns.add(rows);
      }
      assertTrue(zeros == 0 || zeros == 40 || patterns.size() > 15, "columns differ");
    }
  }

  /** Every row is zero as often as another: chi squared over many columns. */
  @Test
  void sparseZerosFallOnEveryRowAlike() {
    int columns = 40_000;
    float[] w = new float[10 * columns];
    Sparse.fill(Sink.of(w, 0), 1, 10, columns, columns, 1, 3, 1);
    double chiSquared = 0;
    for (int row = 0; row < 10; row++) {
      int zeros = 0;
      for (int column = 0; column < columns; column++) {
        zeros += w[row * columns + column] == 0 ? 1 : 0;
      }
      chiSquared += Math.pow(zeros - columns * 0.3, 2) / (columns * 0.3 * 0.7);
    }
    assertTrue(chiSquared < 30, "chi squared with 9 degrees of freedom: " + chiSquared);
  }

  @Test
  void everySinkTakesTheSameElements() {
    float[] floats = new float[24];
    Taps.fill(Sink.of(floats, 0), 0, 24, 3, 5, 4, 0.1);
    float[][][] nested = new float[2][3][4];
    Taps.fill(Sink.nested(nested, 2, 3, 4), 0, 24, 3, 5, 4, 0.1);
    FloatBuffer direct = ByteBuffer.allocateDirect(100 * 4).asFloatBuffer();
    direct.position(7);
    Taps.fill(Sink.of(direct, 2), 0, 24, 3, 5, 4, 0.1);
    DoubleBuffer doubles = DoubleBuffer.allocate(24);
    Taps.fill(Sink.of(doubles, 0), 0, 24, 3, 5, 4, 0.1);
    short[] halves = new short[24];
    Taps.fill(Sink.of(halves, 0, HalfPrecision.FP16), 0, 24, 3, 5, 4, 0.1);
    for (int e = 0; e < 24; e++) {
      assertEquals(floats[e], nested[e / 12][e / 4 % 3][e % 4]);
      assertEquals(floats[e], direct.get(2 + e));
      assertEquals(floats[e] == 0 ? 0 : 0.1, doubles.get(e));
      assertEquals(HalfFloats.of(floats[e], HalfPrecision.FP16), halves[e]);
    }
    assertEquals(7, direct.position());
  }

  @Test
  void limitsOfBuffersDoNotMatter() {
    FloatBuffer floats = FloatBuffer.allocate(12);
    floats.limit(2);
    Taps.fill(Sink.of(floats, 1), 0, 11, 10, 1, 1, 0.5);
    DoubleBuffer doubles = ByteBuffer.allocateDirect(96).asDoubleBuffer();
    doubles.limit(0);
    Taps.fill(Sink.of(doubles, 1), 0, 11, 10, 1, 1, 0.5);
    assertEquals(2, floats.limit());
    assertEquals(0, doubles.limit());
    floats.clear();
    doubles.clear();
    assertEquals(0.5f, floats.get(11));
    assertEquals(0.5, doubles.get(11));
  }
}
