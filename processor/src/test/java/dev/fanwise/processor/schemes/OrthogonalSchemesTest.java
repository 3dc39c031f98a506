package dev.fanwise.processor.schemes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.processor.harness.Convolution;
import dev.fanwise.processor.harness.EveryKind;
import dev.fanwise.processor.harness.EveryWay;
import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Layer;
import dev.fanwise.processor.harness.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Orthogonal weights: what they do to signals, and every element against a naive drawing. */
class OrthogonalSchemesTest {
  private static final long SEED = 5;
  private static final double GAIN = 1.5;

  private static List<Layer> all() {
    return Stream.of(Layers.dense(), Layers.convolutions(), List.of(Layer.of(300, 270)))
        .flatMap(List::stream)
        .toList();
  }

  @Test
  void orthogonalMatricesAreOrthonormalAndTheNaiveOnes() {
    List<Layer> layers = all();
    EveryKind kinds = Layers.compile(layers, "@OrthogonalInit(gain = 1.5)");
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      double[] weights = kinds.elements(FieldKind.DOUBLES, Layers.name(i), SEED);
      List<List<Integer>> rows = rows(layer);
      int matrices = matrices(layer);
      int height = rows.size() / matrices;
      int width = weights.length / rows.size();
      long key = Reference.key(SEED, Layers.name(i));
      for (int m = 0; m < matrices; m++) {
        double[][] matrix = new double[height][width];
        double[][] naive = naive(Reference.threefry(key, m), height, width);
        for (int o = 0; o < height; o++) {
          for (int c = 0; c < width; c++) {
            matrix[o][c] = weights[rows.get(m * height + o).get(c)];
            assertEquals(GAIN * naive[o][c], matrix[o][c], 1e-12, layer::toString);
          }
        }
        assertOrthonormal(height <= width ? matrix : transposed(matrix), layer);
      }
      EveryWay.checkWhole(kinds, Layers.name(i), weights, layer.dimensions(), SEED);
    }
  }

  /** The elements of each place on the output axis, in order. */
  private static List<List<Integer>> rows(Layer layer) {
    List<Layer.Entry> entries = layer.entries();
    boolean inputsGrouped =
        layer.connection() == Connection.TRANSPOSED && layer.layout() == Layout.OI;
    int axis = inputsGrouped ? layer.outputs() / layer.groups() : layer.outputs();
    Map<Integer, List<Integer>> rows = new TreeMap<>();
    for (int e = 0; e < entries.size(); e++) {
      rows.computeIfAbsent(entries.get(e).output() % axis, o -> new ArrayList<>()).add(e);
    }
    return List.copyOf(rows.values());
  }

  /** How many matrices there are along the output axis: one, unless it is made of parts. */
  private static int matrices(Layer layer) {
    boolean inputsGrouped =
        layer.connection() == Connection.TRANSPOSED && layer.layout() == Layout.OI;
    return layer.parts() == 1 ? 1 : layer.parts() * (inputsGrouped ? 1 : layer.groups());
  }

  private static double[][] naive(long key, int height, int width) {
    return height >= width
        ? NaiveHaar.columns(key, height, width)
        : transposed(NaiveHaar.columns(key, width, height));
  }

  private static double[][] transposed(double[][] matrix) {
    double[][] transposed = new double[matrix[0].length][matrix.length];
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix[0].length; j++) {
        transposed[j][i] = matrix[i][j];
      }
    }
    return transposed;
  }

  private static void assertOrthonormal(double[][] rows, Layer layer) {
    for (int a = 0; a < rows.length; a++) {
      for (int b = 0; b <= a; b++) {
        double dot = 0;
        for (int k = 0; k < rows[a].length; k++) {
          dot += rows[a][k] * rows[b][k];
        }
        assertEquals(a == b ? GAIN * GAIN : 0, dot, 1e-12, layer::toString);
      }
    }
  }

  @Test
  void deltaOrthogonalKeepsNormsAndIsTheNaiveOne() {
    List<Layer> layers = Layers.wideningConvolutions();
    EveryKind kinds = Layers.compile(layers, "@DeltaOrthogonalInit(gain = 1.5)");
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      double[] weights = kinds.elements(FieldKind.DOUBLES, Layers.name(i), SEED);
      assertKeepsNorms(layer, new Convolution(layer, weights), i);
      double[] naive = naiveDelta(layer, Reference.key(SEED, Layers.name(i)));
      assertArrayEquals(naive, weights, 1e-12, layer::toString);
      EveryWay.checkWhole(kinds, Layers.name(i), weights, layer.dimensions(), SEED);
    }
  }

  /** Each part of the outputs of a group has the norm of the group's inputs, times the gain. */
  private static void assertKeepsNorms(Layer layer, Convolution convolution, long seed) {
    double[][] signal = convolution.signal(seed);
    double[][] result = convolution.apply(signal);
    for (int block = 0; block < layer.allGroups() * layer.parts(); block++) {
      int input = block / layer.parts() * layer.columns();
      double before = Norms.squares(signal, input, input + layer.columns());
      double after = Norms.squares(result, block * layer.rows(), (block + 1) * layer.rows());
      assertEquals(GAIN * GAIN * before, after, 1e-12 * before, layer::toString);
    }
  }

  private static double[] naiveDelta(Layer layer, long key) {
    List<double[][]> matrices = new ArrayList<>();
    for (int m = 0; m < layer.allGroups() * layer.parts(); m++) {
      matrices.add(NaiveHaar.columns(Reference.threefry(key, m), layer.rows(), layer.columns()));
    }
    return layer.places().stream()
        .mapToDouble(
            place ->
                place.central()
                    ? GAIN
                        * matrices
                            .get(place.group() * layer.parts() + place.part())[place.output()][
                            place.input()]
                    : 0)
        .toArray();
  }
}
