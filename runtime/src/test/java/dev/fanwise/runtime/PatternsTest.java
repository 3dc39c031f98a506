package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What patterns write, element by element, and whether what they say of it is so. */
class PatternsTest {
  private static final double CLOSE = 1e-12;

  static List<Channels> layers() {
    return List.of(
        of(Layout.OI, Connection.FORWARD, 1, 1, 7, 4),
        of(Layout.OI, Connection.FORWARD, 1, 1, 4, 7),
        of(Layout.IO, Connection.FORWARD, 1, 1, 5, 5),
        of(Layout.OI, Connection.FORWARD, 2, 1, 12, 3, 3, 5),
        of(Layout.IO, Connection.FORWARD, 1, 3, 3, 4, 4, 12),
        of(Layout.OI, Connection.FORWARD, 2, 2, 24, 5, 3),
        of(Layout.OI, Connection.TRANSPOSED, 2, 1, 6, 5, 3),
        of(Layout.IO, Connection.DEPTHWISE, 1, 1, 3, 7, 2));
  }

  private static Channels of(
      Layout layout, Connection connection, int groups, int parts, int... shape) {
    return Channels.of(shape, layout, connection, groups, parts);
  }

  private static double[] filled(Pattern pattern, long elements) {
    double[] tensor = new double[(int) elements];
    Arrays.fill(tensor, Double.NaN);
    pattern.fill(Sink.of(tensor, 0), 0, elements, 42);
    return tensor;
  }

  /** What the pattern says holds of all elements. */
  private static void assertMoments(Pattern pattern, double[] tensor) {
    double mean = DoubleStream.of(tensor).sum() / tensor.length;
    assertEquals(mean, pattern.mean(), CLOSE);
    double square = DoubleStream.of(tensor).map(x -> (x - mean) * (x - mean)).sum();
    assertEquals(Math.sqrt(square / tensor.length), pattern.std(), CLOSE);
    for (double x : tensor) {
      assertTrue(
          pattern.low() - CLOSE <= x && x <= pattern.high() + CLOSE,
          () -> x + " in [" + pattern.low() + ", " + pattern.high() + "]");
    }
  }

  private interface Entry {
    double at(int output, int input);
  }

  /** A matrix at the centre tap of each group and part, zeros elsewhere. */
  private static double[] atTheCentre(Channels c, Entry entry) {
    double[] tensor = new double[(int) c.elements];
    for (int g = 0; g < c.groups; g++) {
      for (int p = 0; p < c.parts; p++) {
        for (int o = 0; o < c.out; o++) {
          for (int i = 0; i < c.in; i++) {
            long at = o * c.outStep + i * c.inStep + g * c.groupStep + p * c.partStep;
            tensor[(int) (at + c.centre * c.tapStep)] = entry.at(o, i);
          }
        }
      }
    }
    return tensor;
  }

  @ParameterizedTest
  @MethodSource("layers")
  void theIdentity(Channels c) {
    for (double gain : new double[] {1, -2.5}) {
      TapPattern pattern = TapPattern.identity(c, gain);
      double[] tensor = filled(pattern, c.elements);
      assertArrayEquals(atTheCentre(c, (o, i) -> o == i ? gain : 0), tensor);
      assertMoments(pattern, tensor);
    }
  }

  @Test
  void theIdentityOfOneElementHasNoZeros() {
    Channels one = of(Layout.OI, Connection.FORWARD, 1, 1, 1, 1);
    for (double gain : new double[] {3, -3}) {
      TapPattern pattern = TapPattern.identity(one, gain);
      assertEquals(gain, pattern.low());
      assertEquals(gain, pattern.high());
      assertEquals(0, pattern.std());
      assertMoments(pattern, filled(pattern, 1));
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void zero(Channels c) {
    HalvedOrIdentity expected = new HalvedOrIdentity(c);
    Pattern pattern = HadamardPattern.zero(c);
    double[] tensor = filled(pattern, c.elements);
    assertArrayEquals(atTheCentre(c, expected), tensor, CLOSE);
    assertMoments(pattern, tensor);
  }

  /** ZerO: the identity, or entries of the Hadamard matrix times 2^(−m/2). */
  private record HalvedOrIdentity(Channels c) implements Entry {
    @Override
    public double at(int output, int input) {
      if (c.out <= c.in) {
        return output == input ? 1 : 0;
      }
      int power = 0;
      while (1 << power < c.out) {
        power++;
      }
      return (Integer.bitCount(output & input) % 2 == 0 ? 1 : -1) * Math.pow(2, -power / 2.0);
    }
  }

  @Test
  void theHadamardMatrixOfManySizes() {
    for (int out = 2; out < 40; out++) {
      for (int in : new int[] {1, out / 2, out - 1}) {
        if (in > 0) {
          zero(of(Layout.OI, Connection.FORWARD, 1, 1, out, in));
        }
      }
    }
  }

  @Test
  void oneGatesBlock() {
    for (int gate = 0; gate < 3; gate++) {
      TapPattern pattern = TapPattern.block(12, 4, gate, 1.5);
      double[] expected = new double[12];
      Arrays.fill(expected, 4 * gate, 4 * gate + 4, 1.5);
      assertArrayEquals(expected, filled(pattern, 12));
      assertMoments(pattern, expected);
    }
    assertMoments(TapPattern.block(4, 4, 0, -2), filled(TapPattern.block(4, 4, 0, -2), 4));
  }

  @Test
  void chronoSaysItsMeanSquare() {
    for (double longest : new double[] {2 + 1e-9, 2.5, 3.7, 3.72, 4, 100, 1e9, 1e300}) {
      ChronoPattern pattern = ChronoPattern.of(4, 5, 0, 1, longest);
      assertEquals(0, pattern.mean());
      assertEquals(Math.log(longest - 1), pattern.high(), 1e-9);
      assertEquals(-pattern.high(), pattern.low());
      assertEquals(Math.sqrt(meanSquare(longest) / 2), pattern.std(), 1e-6 * pattern.std());
    }
  }

  /** E[ln² U] for U uniform on (1, longest − 1): t² eᵗ over 0 … ln(longest − 1), by midpoints. */
  private static double meanSquare(double longest) {
    double end = Math.log1p(longest - 2);
    int steps = 1_000_000;
    double sum = 0;
    for (int i = 0; i < steps; i++) {
      double t = end * (i + 0.5) / steps;
      sum += t * t * Math.exp(t - end);
    }
    return sum * end / steps * Math.exp(end) / (longest - 2);
  }

  @Test
  void chronoFillsTheTwoGates() {
    ChronoPattern pattern = ChronoPattern.of(4, 50, 2, 1, 30);
    double[] tensor = filled(pattern, 200);
    for (int j = 0; j < 50; j++) {
      assertEquals(0, tensor[j]);
      assertTrue(tensor[50 + j] > 0 && tensor[50 + j] < Math.log(29));
      assertEquals(-tensor[50 + j], tensor[100 + j]);
      assertEquals(0, tensor[150 + j]);
    }
  }

  /** The squares of a semi-orthogonal matrix sum up to its shorter side, whatever is drawn. */
  @ParameterizedTest
  @MethodSource("layers")
  void orthogonalSaysItsRootMeanSquare(Channels c) {
    OrthogonalPattern pattern = OrthogonalPattern.of(c, 1.5);
    double[] tensor = filled(pattern, c.elements);
    assertEquals(0, pattern.mean());
    assertEquals(1.5, pattern.high());
    assertEquals(-1.5, pattern.low());
    assertEquals(rootMeanSquare(tensor), pattern.std(), CLOSE);
    assertEquals(c.elements, (long) pattern.height() * pattern.width() * pattern.parts);
    assertEquals(c.parts == 1 ? c.outAxis : c.out, pattern.height());
  }

  @ParameterizedTest
  @MethodSource("layers")
  void deltaOrthogonalSaysItsRootMeanSquare(Channels c) {
    if (c.out < c.in) {
      return; // No such matrix has orthonormal columns; refused before.
    }
    DeltaOrthogonalPattern pattern = DeltaOrthogonalPattern.of(c, 1.5);
    double[] tensor = filled(pattern, c.elements);
    assertEquals(0, pattern.mean());
    assertEquals(1.5, pattern.high());
    assertEquals(-1.5, pattern.low());
    assertEquals(rootMeanSquare(tensor), pattern.std(), CLOSE);
    double[] support = atTheCentre(c, (o, i) -> 1);
    for (int e = 0; e < tensor.length; e++) {
      assertEquals(support[e] == 0, tensor[e] == 0);
    }
  }

  private static double rootMeanSquare(double[] tensor) {
    return Math.sqrt(DoubleStream.of(tensor).map(x -> x * x).sum() / tensor.length);
  }

  @Test
  void sparseColumnsHaveTheirZeros() {
    for (Channels c : layers().subList(0, 3)) { // It is for matrices.
      for (double sparsity : new double[] {0, 0.1, 0.5, 1}) {
        SparsePattern pattern = SparsePattern.of(c, sparsity, 0.25);
        int zeros = (int) Math.ceil(sparsity * c.outAxis);
        long columns = c.elements / c.outAxis;
        assertEquals(0, pattern.mean());
        assertEquals(Double.POSITIVE_INFINITY, pattern.high());
        assertEquals(Double.NEGATIVE_INFINITY, pattern.low());
        assertEquals(
            0.25 * Math.sqrt((double) (c.outAxis - zeros) / c.outAxis), pattern.std(), CLOSE);
        double[] tensor = filled(pattern, c.elements);
        assertEquals(zeros * columns, DoubleStream.of(tensor).filter(x -> x == 0).count());
        for (int column = 0; column < columns; column++) {
          int count = 0;
          for (int row = 0; row < c.outAxis; row++) {
            long at = row * pattern.rowStep + column * pattern.columnStep;
            count += tensor[(int) at] == 0 ? 1 : 0;
          }
          assertEquals(zeros, count);
        }
      }
    }
  }
}
