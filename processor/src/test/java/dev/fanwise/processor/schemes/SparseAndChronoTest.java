package dev.fanwise.processor.schemes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.processor.harness.EveryKind;
import dev.fanwise.processor.harness.EveryWay;
import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Layer;
import dev.fanwise.processor.harness.Reference;
import dev.fanwise.runtime.Draw;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sparse matrices and chrono biases against naive drawings. */
class SparseAndChronoTest {
  private static final long SEED = 6;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.5, 0.75, 1})
  void sparseColumnsHaveTheNaiveZerosAndNormals(double sparsity) {
    List<Layer> layers = Layers.dense();
    EveryKind kinds = Layers.compile(layers, "@SparseInit(sparsity = " + sparsity + ", std = 3)");
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      double[] weights = kinds.elements(FieldKind.DOUBLES, Layers.name(i), SEED);
      double[] naive = new double[weights.length];
      long key = Reference.key(SEED, Layers.name(i));
      int column = 0;
      for (List<Integer> elements : columns(layer)) {
        int zeros = (int) Math.ceil(sparsity * elements.size());
        assertEquals(
            zeros, elements.stream().filter(e -> weights[e] == 0).count(), layer::toString);
        List<Integer> rest = shuffled(elements, zeros, Reference.threefry(key, column++));
        rest.forEach(e -> naive[e] = Draw.normal(Reference.word64(key, e), 0.0, 1.0) * 3);
      }
      assertArrayEquals(naive, weights, layer::toString);
      EveryWay.checkWhole(kinds, Layers.name(i), weights, layer.dimensions(), SEED);
    }
  }

  /**
   * The elements that share their place on the axis of the inputs; all of a depthwise matrix, in
   * which both axes are the outputs'.
   */
  private static List<List<Integer>> columns(Layer layer) {
    boolean depthwise = layer.connection() == Connection.DEPTHWISE;
    boolean outputsFirst =
        (layer.layout() == Layout.OI) == (layer.connection() == Connection.FORWARD);
    int width = layer.shape().get(1);
    Map<Integer, List<Integer>> columns = new TreeMap<>();
    for (int e = 0; e < layer.elements(); e++) {
      int column = depthwise ? 0 : outputsFirst ? e % width : e / width;
      columns.computeIfAbsent(column, c -> new ArrayList<>()).add(e);
    }
    return List.copyOf(columns.values());
  }

  /** What is left once so many elements were taken out, each with Fisher and Yates' exchange. */
  private static List<Integer> shuffled(List<Integer> elements, int taken, long key) {
    List<Integer> order = new ArrayList<>(elements);
    for (int i = 0; i < taken; i++) {
      int other = i + below(Reference.word64(key, i), elements.size() - i);
      Integer chosen = order.get(other);
      order.set(other, order.get(i));
      order.set(i, chosen);
    }
    return order.subList(taken, order.size());
  }

  /** ⌊word · n / 2⁶⁴⌋ for an unsigned word. */
  private static int below(long word, int n) {
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(word));
    return unsigned.multiply(BigInteger.valueOf(n)).shiftRight(Long.SIZE).intValueExact();
  }

  @ParameterizedTest
  @CsvSource({"12,4,0,1,784", "12,3,2,0,2.5", "8,2,1,0,1e6", "1000,4,3,1,50", "2,2,0,1,3"})
  void chronoBiasesAreLogarithmsOfUniformTimes(
      int length, int gates, int inputGate, int forgetGate, double maxTime) {
    String scheme =
        "@ChronoInit(gates = %d, inputGate = %d, forgetGate = %d, maxTime = %s)"
            .formatted(gates, inputGate, forgetGate, maxTime);
    EveryKind kinds = new EveryKind().add("b", "@Shape(" + length + ") " + scheme, 1).compile();
    double[] biases = kinds.elements(FieldKind.DOUBLES, "b", SEED);
    long key = Reference.key(SEED, "b");
    double middle = maxTime / 2;
    int units = length / gates;
    double[] naive =
        IntStream.range(0, length)
            .mapToDouble(
                i -> {
                  double time = middle + Reference.uniformDouble(key, i % units, middle - 1);
                  int gate = i / units;
                  return gate == forgetGate
                      ? Math.log(time)
                      : gate == inputGate ? -Math.log(time) : 0;
                })
            .toArray();
    assertArrayEquals(naive, biases, 1e-14 * Math.log(maxTime));
    double longest = Math.log(maxTime - 1);
    EveryWay.check(
        kinds,
        "b",
        kind ->
            Arrays.stream(kind.round(biases))
                .map(b -> kind.isHalf() && b != 0 ? kind.inside(b, -longest, longest) : b)
                .toArray(),
        new int[] {length},
        SEED);
  }

  @Test
  void chronoBiasesMayHaveSeveralDimensions() {
    String scheme = "@ChronoInit(gates = 2, maxTime = 9)";
    EveryKind kinds = new EveryKind().add("b", "@Shape({2, 5}) " + scheme, 2).compile();
    double[] biases = kinds.elements(FieldKind.DOUBLES, "b", SEED);
    for (int unit = 0; unit < 5; unit++) {
      assertEquals(-biases[unit], biases[5 + unit]);
    }
    EveryWay.check(kinds, "b", biases, new int[] {2, 5}, SEED);
  }
}
