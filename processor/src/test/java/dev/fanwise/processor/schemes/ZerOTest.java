package dev.fanwise.processor.schemes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Convolution;
import dev.fanwise.processor.harness.EveryKind;
import dev.fanwise.processor.harness.EveryWay;
import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Layer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code @ZerOInit} against algorithm 1 of Zhao et al. (2022), as matrices. */
class ZerOTest {
  private static final long SEED = 4;

  @Test
  void isThePapersMatrixAtTheCentreTap() {
    List<Layer> layers =
        Stream.of(Layers.dense(), Layers.convolutions(), large()).flatMap(List::stream).toList();
    EveryKind kinds = Layers.compile(layers, "@ZerOInit");
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      double[] weights = kinds.elements(FieldKind.DOUBLES, Layers.name(i), SEED);
      double[][] matrix = matrix(layer.rows(), layer.columns());
      List<Layer.Place> places = layer.places();
      for (int e = 0; e < weights.length; e++) {
        Layer.Place place = places.get(e);
        double expected = place.central() ? matrix[place.output()][place.input()] : 0;
        assertEquals(expected, weights[e], 1e-15, layer + " element " + e);
      }
      EveryWay.check(kinds, Layers.name(i), weights, layer.dimensions(), SEED);
    }
  }

  private static List<Layer> large() {
    return List.of(Layer.of(40, 33), Layer.of(64, 1), Layer.of(33, 16, 2).groups(3));
  }

  /** I, or I_{m×p} · H_p · I_{p×n} / 2^(⌈log₂ m⌉ / 2). */
  private static double[][] matrix(int m, int n) {
    double[][] matrix = new double[m][n];
    int power = 0;
    while (1 << power < m) {
      power++;
    }
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        matrix[i][j] =
            m <= n ? (i == j ? 1 : 0) : hadamard(1 << power, i, j) / Math.sqrt(Math.pow(2, power));
      }
    }
    return matrix;
  }

  /** Sylvester's construction: H(2n) = [[H, H], [H, −H]]. */
  private static int hadamard(int size, int i, int j) {
    if (size == 1) {
      return 1;
    }
    int half = size / 2;
    return hadamard(half, i % half, j % half) * (i >= half && j >= half ? -1 : 1);
  }

  @Test
  void keepsNormsWhereOutputsAreAPowerOfTwo() {
    List<Layer> layers =
        List.of(
            Layer.of(8, 5),
            Layer.of(16, 16, 3, 3),
            Layer.of(8, 3, 2),
            Layer.of(2, 3, 3, 4).io(),
            Layer.of(12, 3, 2).groups(3));
    EveryKind kinds = Layers.compile(layers, "@ZerOInit");
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      double[] weights = kinds.elements(FieldKind.DOUBLES, Layers.name(i), SEED);
      Convolution convolution = new Convolution(layer, weights);
      double[][] signal = convolution.signal(i);
      double before = Norms.squares(signal);
      assertEquals(
          before, Norms.squares(convolution.apply(signal)), 1e-12 * before, layer::toString);
    }
  }
}
