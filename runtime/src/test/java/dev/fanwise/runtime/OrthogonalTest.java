package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrthogonalTest {
  /** The largest entry of WᵀW − g²I, over the shorter side. */
  private static double defect(float[] w, int rows, int columns, double gain) {
    boolean tall = rows >= columns;
    int size = Math.min(rows, columns);
    double worst = 0;
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size; b++) {
        double dot = 0;
        for (int k = 0; k < Math.max(rows, columns); k++) {
          dot +=
              tall
                  ? (double) w[k * columns + a] * w[k * columns + b]
                  : (double) w[a * columns + k] * w[b * columns + k];
        }
        worst = Math.max(worst, Math.abs(dot - (a == b ? gain * gain : 0)));
      }
    }
    return worst;
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,7", "7,1", "2,2", "5,3", "31,32", "33,65", "64,64", "100,257", "300,290"})
  void isOrthonormalToFloatPrecision(int rows, int columns) {
    float[] w = new float[rows * columns];
    Orthogonal.fill(Sink.of(w, 0), 3, 1, rows, columns, 1, 1);
    assertTrue(defect(w, rows, columns, 1) <= 1e-6);
    Orthogonal.fill(Sink.of(w, 0), 3, 1, rows, columns, 1, 1.5);
    assertTrue(defect(w, rows, columns, 1.5) <= 3e-6);
  }

  /** [k, in, out] holds the transpose of [out, in, k]'s matrix, with the rest in its own order. */
  @Test
  void fillsTheOutputAxisWhereverItLies() {
    float[] last = new float[6 * 4];
    Orthogonal.fill(Sink.of(last, 0), 9, 6, 4, 1, 1, 1);
    float[] first = new float[4 * 6];
    Orthogonal.fill(Sink.of(first, 0), 9, 1, 4, 6, 1, 1);
    float[] middle = new float[2 * 4 * 3];
    Orthogonal.fill(Sink.of(middle, 0), 9, 2, 4, 3, 1, 1);
    for (int o = 0; o < 4; o++) {
      for (int c = 0; c < 6; c++) {
        assertEquals(first[o * 6 + c], last[c * 4 + o]);
        assertEquals(first[o * 6 + c], middle[(c / 3 * 4 + o) * 3 + c % 3]);
      }
    }
  }

  @Test
  void partsAreOrthogonalEachAndDiffer() {
    float[] w = new float[3 * 8 * 8];
    Orthogonal.fill(Sink.of(w, 0), 4, 1, 24, 8, 3, 1);
    for (int part = 0; part < 3; part++) {
      assertTrue(defect(Arrays.copyOfRange(w, part * 64, part * 64 + 64), 8, 8, 1) <= 1e-6);
    }
    assertTrue(w[0] != w[64] && w[64] != w[128]);
  }

  @Test
  void deltaHasOneTapWithOrthonormalColumns() {
    // [6, 4, 3]: tap 1 of 3.
    float[] w = new float[6 * 4 * 3];
    Arrays.fill(w, 7);
    Orthogonal.delta(Sink.of(w, 0), 5, w.length, 1, 6, 12, 4, 3, 1, 0, 1, 0, 2);
    float[] centre = new float[24];
    for (int i = 0; i < w.length; i++) {
      if (i % 3 == 1) {
        centre[i / 3] = w[i];
      } else {
        assertEquals(0, w[i]);
      }
    }
    assertTrue(defect(centre, 6, 4, 2) <= 4e-6);
  }

  /**
   * Q·R = G with R's diagonal positive is what makes Q of a normal matrix Haar-distributed
   * (Mezzadri 2007). The reflectors of Q are those of a matrix G whose column k has, below row k of
   * what the earlier reflectors leave, the very normals that were drawn; so column 0 of G is column
   * 0 of Q times its norm, with its sign.
   */
  @Test
  void theFirstColumnIsTheFirstNormalVector() {
    double[][] q = HaarColumns.draw(77, 9, 5);
    double norm = 0;
    for (int i = 0; i < 9; i++) {
      norm += Math.pow(Draw.normal(Words.longAt(77, i), 0.0, 1.0), 2);
    }
    for (int i = 0; i < 9; i++) {
      double x = Draw.normal(Words.longAt(77, i), 0.0, 1.0) / Math.sqrt(norm);
      assertEquals(x, q[i][0], 1e-14);
    }
  }

  /**
   * A second implementation: each reflector applied by itself to the identity, signs at the end.
   */
  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "6,4", "40,40", "70,66"})
  void agreesWithReflectorsOneByOne(int rows, int columns) {
    double[][] expected = new double[rows][columns];
    for (int k = 0; k < columns; k++) {
      expected[k][k] = 1;
    }
    boolean[] flip = new boolean[columns];
    for (int k = columns - 1; k >= 0; k--) {
      double[] v = new double[rows];
      double norm = 0;
      for (int i = k; i < rows; i++) {
        v[i] = Draw.normal(Words.longAt(12, (long) k * rows + i), 0.0, 1.0);
        norm += v[i] * v[i];
      }
      if (k == rows - 1) {
        flip[k] = v[k] < 0;
        continue;
      }
      flip[k] = v[k] >= 0;
      v[k] += v[k] < 0 ? -Math.sqrt(norm) : Math.sqrt(norm);
      double square = Arrays.stream(v).map(x -> x * x).sum();
      for (int c = 0; c < columns; c++) {
        double dot = 0;
        for (int i = 0; i < rows; i++) {
          dot += v[i] * expected[i][c];
        }
        for (int i = 0; i < rows; i++) {
          expected[i][c] -= 2 * dot / square * v[i];
        }
      }
    }
    double[][] actual = HaarColumns.draw(12, rows, columns);
    for (int i = 0; i < rows; i++) {
      for (int c = 0; c < columns; c++) {
        assertEquals(flip[c] ? -expected[i][c] : expected[i][c], actual[i][c], 1e-12);
      }
    }
  }

  /**
   * Of Haar-distributed rotations the eigenvalue angles are uniform: of 64 × 64 matrices, by KS
   * over many draws. The angles come from traces of powers: Σcos(kθ) = tr(Qᵏ).
   */
  @Test
  void tracesOfPowersAreThoseOfTheHaarMeasure() {
    int draws = 400;
    double[] first = new double[draws];
    double[] second = new double[draws];
    for (int n = 0; n < draws; n++) {
      double[][] q = HaarColumns.draw(1000 + n, 64, 64);
      for (int i = 0; i < 64; i++) {
        first[n] += q[i][i];
        for (int j = 0; j < 64; j++) {
          second[n] += q[i][j] * q[j][i];
        }
      }
    }
    // Diaconis and Shahshahani 1994: tr(Qᵏ) is nearly N(η, k) with η = 1 for even k, 0 for odd.
    var normal = org.apache.commons.statistics.distribution.NormalDistribution.of(0, 1);
    var shifted = org.apache.commons.statistics.distribution.NormalDistribution.of(1, Math.sqrt(2));
    KolmogorovSmirnovTest test = KolmogorovSmirnovTest.withDefaults();
    assertTrue(test.test(first, normal::cumulativeProbability).getPValue() > 1e-3);
    assertTrue(test.test(second, shifted::cumulativeProbability).getPValue() > 1e-3);
  }

  /** Haar: no eigenvalue angle is likelier than another. QR without the signs of R fails this. */
  @Test
  void eigenvalueAnglesAreUniform() {
    int draws = 60;
    double[] angles = new double[draws * 64];
    for (int n = 0; n < draws; n++) {
      EigenDecomposition eigen =
          new EigenDecomposition(new Array2DRowRealMatrix(HaarColumns.draw(5000 + n, 64, 64)));
      for (int i = 0; i < 64; i++) {
        angles[n * 64 + i] = Math.atan2(eigen.getImagEigenvalue(i), eigen.getRealEigenvalue(i));
      }
    }
    var uniform = UniformContinuousDistribution.of(-Math.PI, Math.PI);
    assertTrue(
        KolmogorovSmirnovTest.withDefaults()
                .test(angles, uniform::cumulativeProbability)
                .getPValue()
            > 1e-3);
  }

  /**
   * R's diagonal is positive, so that of Q has either sign alike; plain Householder QR does not.
   */
  @Test
  void diagonalsHaveEitherSignAlike() {
    int draws = 2000;
    int[] positive = new int[5];
    for (int n = 0; n < draws; n++) {
      double[][] q = HaarColumns.draw(n, 5, 5);
      for (int k = 0; k < 5; k++) {
        positive[k] += q[k][k] > 0 ? 1 : 0;
      }
    }
    for (int count : positive) {
      assertEquals(draws / 2.0, count, 4 * Math.sqrt(draws / 4.0));
    }
  }

  /** The angle of a 2 × 2 rotation or reflection is uniform, and half of them are reflections. */
  @Test
  void anglesOfSmallMatricesAreUniform() {
    int draws = 20_000;
    double[] angles = new double[draws];
    int reflections = 0;
    for (int n = 0; n < draws; n++) {
      double[][] q = HaarColumns.draw(n, 2, 2);
      angles[n] = Math.atan2(q[1][0], q[0][0]);
      reflections += q[0][0] * q[1][1] - q[0][1] * q[1][0] < 0 ? 1 : 0;
    }
    var uniform = UniformContinuousDistribution.of(-Math.PI, Math.PI);
    assertTrue(
        KolmogorovSmirnovTest.withDefaults()
                .test(angles, uniform::cumulativeProbability)
                .getPValue()
            > 1e-3);
    assertEquals(draws / 2.0, reflections, 4 * Math.sqrt(draws / 4.0));
  }
}
