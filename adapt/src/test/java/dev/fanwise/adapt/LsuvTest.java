package dev.fanwise.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.ParameterInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LsuvTest {
  private static final int[] UNEVEN = {20, 33, 7, 64, 5, 41, 41, 3, 29, 10};

  private static final DoubleUnaryOperator TANH = Math::tanh;
  private static final DoubleUnaryOperator RELU = x -> Math.max(0, x);

  /** As it was when the test was written, on JDK 17 and 25, interpreted and compiled. */
  private static final int HASH = 760213627;

  private final float[][] batch = Chain.batch(60, 20, 7);

  private void assertUnitVariance(Chain chain, double tolerance) {
    int layer = 0;
    for (float[] output : chain.forward(batch, null)) {
      assertEquals(1, Chain.variance(output), tolerance, Chain.name(layer++));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 0.01, 0.3, 1, 50, 1e6})
  void everyLayerOfATanhNetworkOfUnevenWidthsEndsWithUnitVariance(double std) {
    Chain chain = new Chain(TANH, 1, std, UNEVEN);
    FitReport report = Lsuv.of(chain.source()).fit(o -> chain.forward(batch, o));
    assertUnitVariance(chain, 0.02);
    assertEquals(UNEVEN.length - 1, report.layers().size());
    for (LayerFit layer : report.layers()) {
      assertEquals(1, layer.stdAfter(), 0.01, layer.toString());
    }
  }

  @Test
  void soDoThoseOfAReluNetworkWithBiases() {
    Chain chain = new Chain(RELU, 2, 0.01, UNEVEN);
    for (float[] bias : chain.biases) {
      Fill.uniform(bias, 0, bias.length, 5, 0, -0.5f, 0.5f);
    }
    FitReport report = Lsuv.of(chain.source()).tolerance(0.005).fit(o -> chain.forward(batch, o));
    assertUnitVariance(chain, 0.005);
    int most = 0;
    for (LayerFit layer : report.layers()) {
      most = Math.max(most, layer.iterations());
    }
    assertTrue(most > 1, "biases make more than one iteration necessary");
  }

  @Test
  void weightsAreThoseDrawnTimesTheFactor() {
    Chain chain = new Chain(TANH, 1, 0.01, UNEVEN);
    Chain drawn = new Chain(TANH, 1, 0.01, UNEVEN);
    FitReport report = Lsuv.of(chain.source()).fit(o -> chain.forward(batch, o));
    for (int l = 0; l < drawn.weights.length; l++) {
      double factor = report.layers().get(l).factor();
      for (int i = 0; i < drawn.weights[l].length; i++) {
        assertEquals((float) (drawn.weights[l][i] * factor), chain.weights[l][i]);
      }
      assertArrayEquals(drawn.biases[l], chain.biases[l]);
    }
  }

  /** A layer without bias needs one correction; the pass that proves it measures the next. */
  @Test
  void passesAreOneMoreThanLayers() {
    Chain chain = new Chain(TANH, 1, 0.01, UNEVEN);
    List<Integer> lengths = new ArrayList<>();
    FitReport report =
        Lsuv.of(chain.source()).fit(o -> lengths.add(chain.forward(batch, o).size()));
    assertEquals(UNEVEN.length, report.passes());
    assertEquals(List.of(9, 2, 3, 4, 5, 6, 7, 8, 9, 9), lengths);
    for (LayerFit layer : report.layers()) {
      assertEquals(1, layer.iterations());
    }
  }

  @Test
  void whatFitsIsLeftAlone() {
    Chain chain = new Chain(TANH, 1, 0.01, UNEVEN);
    Lsuv.of(chain.source()).fit(o -> chain.forward(batch, o));
    float[][] fitted = copy(chain.weights);
    FitReport again = Lsuv.of(chain.source()).fit(o -> chain.forward(batch, o));
    assertEquals(1, again.passes());
    for (LayerFit layer : again.layers()) {
      assertEquals(0, layer.iterations());
      assertEquals(1, layer.factor());
      assertEquals(layer.stdBefore(), layer.stdAfter());
    }
    assertArrayEquals(fitted, chain.weights);
  }

  @Test
  void theReportHasTheNetworkAsItCame() {
    Chain chain = new Chain(TANH, 1, 0.01, UNEVEN);
    List<float[]> outputs = chain.forward(batch, null);
    FitReport report = Lsuv.of(chain.source()).fit(o -> chain.forward(batch, o));
    for (int l = 0; l < outputs.size(); l++) {
      LayerFit layer = report.layers().get(l);
      assertEquals(Chain.name(l), layer.parameter());
      double std = Math.sqrt(Chain.variance(outputs.get(l)));
      assertEquals(std, layer.stdBefore(), 1e-9 * std);
    }
  }

  @Test
  void theSameBatchInPartsGivesTheSameWeights() {
    Chain whole = new Chain(TANH, 1, 0.01, UNEVEN);
    Chain parts = new Chain(TANH, 1, 0.01, UNEVEN);
    Lsuv.of(whole.source()).fit(o -> whole.forward(batch, o));
    FitReport report =
        Lsuv.of(parts.source())
            .fit(
                o -> {
                  parts.forward(Arrays.copyOfRange(batch, 0, 25), o);
                  o.nextPart();
                  parts.forward(Arrays.copyOfRange(batch, 25, 60), o);
                });
    for (int l = 0; l < whole.weights.length; l++) {
      assertArrayEquals(whole.weights[l], parts.weights[l], 1e-4f);
    }
    assertUnitVariance(parts, 0.02);
    assertEquals(UNEVEN.length, report.passes());
  }

  @Test
  void onlyMarkedWeightsAreFittedWhereSomeAre() {
    Chain chain = new Chain(TANH, 1, 0.01, UNEVEN);
    float[][] drawn = copy(chain.weights);
    FitReport report =
        Lsuv.of(
                visitor ->
                    chain
                        .source()
                        .visitParameters(
                            (info, weights) ->
                                visitor.visit(
                                    info.name().equals(Chain.name(3)) ? marked(chain, 3) : info,
                                    weights)))
            .fit(o -> chain.forward(batch, o));
    assertEquals(1, report.layers().size());
    assertEquals(Chain.name(3), report.layers().get(0).parameter());
    for (int l = 0; l < drawn.length; l++) {
      assertEquals(l != 3, Arrays.equals(drawn[l], chain.weights[l]));
    }
  }

  private static ParameterInfo marked(Chain chain, int layer) {
    return ParameterInfo.of(Chain.name(layer), chain.widths[layer + 1], chain.widths[layer])
        .unitVariance()
        .normal(0, 1);
  }

  @Test
  void exceptedWeightsNeedNotBeObserved() {
    Chain chain = new Chain(TANH, 1, 0.01, UNEVEN);
    float[][] drawn = copy(chain.weights);
    FitReport report =
        Lsuv.of(chain.source())
            .except(Chain.name(0), Chain.name(8))
            .fit(o -> chain.forward(batch, o));
    assertEquals(7, report.layers().size());
    assertArrayEquals(drawn[0], chain.weights[0]);
    assertNotEquals(drawn[1][0], chain.weights[1][0]);
    assertArrayEquals(drawn[8], chain.weights[8]);
  }

  /** Sums go one way: what a fit comes to is known to the last bit. */
  @Test
  void theSameSeedAndBatchGiveTheSameBits() {
    Chain chain = new Chain(RELU, 9, 0.02, UNEVEN);
    Lsuv.of(chain.source()).fit(o -> chain.forward(batch, o));
    int hash = 1;
    for (float[] weights : chain.weights) {
      hash = 31 * hash + Arrays.hashCode(weights);
    }
    assertEquals(HASH, hash);
  }

  @Test
  void theTableHasALineForEachLayer() {
    Chain chain = new Chain(TANH, 1, 0.01, 20, 8, 4);
    FitReport report = Lsuv.of(chain.source()).fit(o -> chain.forward(batch, o));
    String[] lines = report.table().split("\n");
    assertEquals(4, lines.length);
    assertTrue(
        lines[0].matches(
            "layer +mean before +std before +mean after +std after +factor +iterations"),
        lines[0]);
    assertTrue(lines[1].matches("layers\\.0\\.weights( +-?[0-9.e-]+){5} +1"), lines[1]);
    assertEquals("2 layers, 3 forward passes", lines[3]);
    assertEquals(report.table(), report.toString());
  }

  private static float[][] copy(float[][] rows) {
    float[][] copy = new float[rows.length][];
    for (int l = 0; l < rows.length; l++) {
      copy[l] = rows[l].clone();
    }
    return copy;
  }
}
