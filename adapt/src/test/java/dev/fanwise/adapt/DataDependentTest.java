package dev.fanwise.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import dev.fanwise.runtime.ParameterVisitor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataDependentTest {
  private static final int[] UNEVEN = {20, 33, 7, 64, 5, 10};

  private final float[][] batch = Chain.batch(60, 20, 7);

  private static float[] unit(float[] outputs, int unit, int units) {
    float[] one = new float[outputs.length / units];
    for (int n = 0; n < one.length; n++) {
      one[n] = outputs[n * units + unit];
    }
    return one;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private void assertUnits(Chain chain, double centre) {
    List<float[]> outputs = chain.forward(batch, null);
    for (int l = 0; l < outputs.size(); l++) {
      for (int u = 0; u < chain.widths[l + 1]; u++) {
        float[] one = unit(outputs.get(l), u, chain.widths[l + 1]);
        assertEquals(centre, mean(one), 1e-4, "mean of unit " + u + " of layer " + l);
        assertEquals(1, Chain.variance(one), 1e-4, "variance of unit " + u + " of layer " + l);
      }
    }
  }

  @Test
  void everyUnitHasMeanZeroAndVarianceOne() {
    Chain chain = new Chain(Math::tanh, 1, 0.05, UNEVEN);
    for (float[] bias : chain.biases) {
      Fill.uniform(bias, 0, bias.length, 5, 0, -3f, 3f);
    }
    FitReport report = DataDependent.of(chain.source()).fit(o -> chain.forward(batch, o));
    assertUnits(chain, 0);
    assertEquals(UNEVEN.length, report.passes());
    for (int l = 0; l < report.layers().size(); l++) {
      LayerFit layer = report.layers().get(l);
      assertEquals("layers." + l + ".bias", layer.bias());
      assertEquals(1, layer.iterations());
      assertEquals(chain.widths[l + 1], layer.factors().length);
      assertEquals(1, layer.stdAfter(), 1e-4);
      assertEquals(0, layer.meanAfter(), 1e-4);
    }
  }

  /** Salimans and Kingma (2016), section 3: g = 1 / σ, b = −μ / σ of a layer without bias. */
  @Test
  void theFormulasOfThePaper() {
    Chain chain = new Chain(Math::tanh, 1, 0.05, 20, 4);
    Chain drawn = new Chain(Math::tanh, 1, 0.05, 20, 4);
    float[] outputs = drawn.forward(batch, null).get(0);
    DataDependent.of(chain.source()).fit(o -> chain.forward(batch, o));
    for (int u = 0; u < 4; u++) {
      float[] one = unit(outputs, u, 4);
      double std = Math.sqrt(Chain.variance(one));
      assertEquals(drawn.weights[0][u * 20] / std, chain.weights[0][u * 20], 1e-6);
      assertEquals(-mean(one) / std, chain.biases[0][u], 1e-5);
    }
  }

  @Test
  void activationsMayBeCentredElsewhere() {
    Chain chain = new Chain(x -> Math.max(0, x), 1, 0.05, UNEVEN);
    DataDependent.of(chain.source()).centre(0.1).fit(o -> chain.forward(batch, o));
    assertUnits(chain, 0.1);
  }

  @Test
  void withoutABiasUnitsAreScaledOnly() {
    Chain chain = new Chain(Math::tanh, 1, 0.05, UNEVEN);
    FitReport report =
        DataDependent.of(chain.source())
            .withoutBias(Chain.name(0))
            .fit(o -> chain.forward(batch, o));
    assertNull(report.layers().get(0).bias());
    assertArrayEquals(new float[33], chain.biases[0]);
    float[] outputs = chain.forward(batch, null).get(0);
    for (int u = 0; u < 33; u++) {
      assertEquals(1, Chain.variance(unit(outputs, u, 33)), 0.02);
    }
  }

  @Test
  void aBiasIsFoundOrNamed() {
    ParameterSource model =
        visitor -> {
          visit(visitor, "hidden", 3, 2);
          visit(visitor, "hiddenBias", 3);
          visit(visitor, "out", 4, 3);
          visit(visitor, "out_bias", 4);
          visit(visitor, "bias", 4);
          visit(visitor, "block.kernel", 4, 2, 3);
          visit(visitor, "block.scale", 4);
          visit(visitor, "block.b", 4);
          visit(visitor, "pair.query", 4, 4);
          visit(visitor, "pair.key", 4, 4);
          visit(visitor, "pair.bias", 4);
          visit(visitor, "last.w", 4, 4);
          visit(visitor, "last.bias", 5);
          visit(visitor, "last.extra.shift", 4);
        };
    Biases biases = new Biases();
    biases.name("last.w", "last.extra.shift");
    Network network = new Network(model, List.of(), biases);
    assertEquals("hiddenBias", network.layers().get("hidden").bias.name());
    assertEquals("out_bias", network.layers().get("out").bias.name());
    assertEquals("block.b", network.layers().get("block.kernel").bias.name());
    assertNull(network.layers().get("pair.query").bias);
    assertNull(network.layers().get("pair.key").bias);
    assertEquals("last.extra.shift", network.layers().get("last.w").bias.name());
  }

  private static void visit(ParameterVisitor to, String name, int... shape) {
    ParameterInfo info = ParameterInfo.of(name, shape).normal(0, 1);
    to.visit(info, new float[(int) info.elements()]);
  }

  private void refused(String message, DataDependent fit, ForwardPass forward) {
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> fit.fit(forward));
    assertEquals(message, refusal.getMessage());
  }

  @Test
  void biasesThatAreNone() {
    Chain chain = new Chain(Math::tanh, 1, 0.05, UNEVEN);
    ForwardPass forward = o -> chain.forward(batch, o);
    refused(
        "bias(\"layers.0.weights\", \"layers.0.bia\") names no parameter of the model, which has"
            + " 10. Did you mean layers.0.bias?",
        DataDependent.of(chain.source()).bias(Chain.name(0), "layers.0.bia"),
        forward);
    refused(
        "layers.1.bias has shape [7], but layers.0.weights has 33 units and needs a bias of shape"
            + " [33]",
        DataDependent.of(chain.source()).bias(Chain.name(0), "layers.1.bias"),
        forward);
    refused(
        "bias(\"layers.9.weights\") names no weights that are fitted. Did you mean"
            + " layers.0.weights?",
        DataDependent.of(chain.source()).bias("layers.9.weights", "layers.1.bias"),
        forward);
    refused(
        "withoutBias(\"layers.0.bias\") names no weights that are fitted.",
        DataDependent.of(chain.source()).withoutBias("layers.0.bias"),
        forward);
  }

  @Test
  void oneBiasOfTwoLayers() {
    Chain chain = new Chain(Math::tanh, 1, 0.05, 20, 6, 6);
    refused(
        "layers.0.bias is the bias of two layers, the second of them layers.1.weights. Name another"
            + " with bias(\"layers.1.weights\", ...), or none with withoutBias(...).",
        DataDependent.of(chain.source()).bias(Chain.name(1), "layers.0.bias"),
        o -> chain.forward(batch, o));
  }

  @Test
  void aUnitThatIsDead() {
    Chain chain = new Chain(Math::tanh, 1, 0.05, UNEVEN);
    Arrays.fill(chain.weights[1], 3 * 33, 4 * 33, 0f);
    chain.biases[1][3] = 2;
    float[] first = chain.weights[0].clone();
    refused(
        "The output of unit 3 of layers.1.weights is constant: all of 60 numbers are 2.000, and no"
            + " factor makes their variance 1. Look for weights of zeros, a dead activation before"
            + " it, or a batch of one example.",
        DataDependent.of(chain.source()),
        o -> chain.forward(batch, o));
    assertArrayEquals(first, chain.weights[0]);
    assertArrayEquals(new float[33], chain.biases[0]);
  }

  /** Channels first and last, and kernels of both layouts, come to the same. */
  @Test
  void convolutions() {
    int examples = 5;
    int units = 3;
    int positions = 700;
    float[] first = new float[examples * units * positions];
    for (int n = 0; n < examples; n++) {
      for (int u = 0; u < units; u++) {
        Fill.normal(first, (n * units + u) * positions, positions, n, 0, u, 1 + u);
      }
    }
    float[] last = new float[first.length];
    for (int i = 0; i < first.length; i++) {
      int example = i / (units * positions);
      int unit = i / positions % units;
      last[(example * positions + i % positions) * units + unit] = first[i];
    }
    Moments channels = new Moments(units);
    channels.add(first, 0, first.length, positions);
    Moments rows = new Moments(units);
    rows.add(last, 0, last.length, 1);
    for (int u = 0; u < units; u++) {
      assertEquals(channels.mean(u), rows.mean(u), 1e-12);
      assertEquals(channels.variance(u), rows.variance(u), 1e-11);
      float[] one = new float[examples * positions];
      for (int n = 0; n < examples; n++) {
        System.arraycopy(first, (n * units + u) * positions, one, n * positions, positions);
      }
      assertEquals(mean(one), channels.mean(u), 1e-9);
      assertEquals(Chain.variance(one), channels.variance(u), 1e-9);
    }
    assertEquals(Chain.variance(first), channels.variance(), 1e-9);
    assertEquals(mean(first), channels.mean(), 1e-9);
  }

  /** Kernels [k, in, out] of a model in the layout of Keras. */
  @Test
  void theUnitsOfKernelsInOtherLayouts() {
    float[] kernel = {1, 2, 3, 4, 5, 6};
    ParameterInfo info =
        ParameterInfo.of("kernel", 1, 2, 3).layout(Layout.IO, Connection.FORWARD, 1).normal(0, 1);
    DataDependent.of(visitor -> visitor.visit(info, kernel))
        .fit(
            o -> {
              float[] outputs = new float[6]; // for the inputs (1, 0) and (0, 1)
              System.arraycopy(kernel, 0, outputs, 0, 6);
              o.layer("kernel", outputs, 0, 6, 3);
            });
    float std = 1.5f; // of 1 and 4, of 2 and 5, of 3 and 6
    assertArrayEquals(
        new float[] {1 / std, 2 / std, 3 / std, 4 / std, 5 / std, 6 / std}, kernel, 1e-6f);
  }

  /** In a ReLU network the balance leaves the outputs alone and needs one correction. */
  @Test
  void layersThatChangeAtOneRate() {
    Chain plain = new Chain(x -> Math.max(0, x), 1, 0.05, UNEVEN);
    Chain balanced = new Chain(x -> Math.max(0, x), 1, 0.05, UNEVEN);
    DataDependent.of(plain.source()).fit(o -> plain.forward(batch, o));
    int[] backwards = {0};
    FitReport report =
        DataDependent.of(balanced.source())
            .balance(
                g -> {
                  backwards[0]++;
                  balanced.backward(batch, g);
                })
            .fit(o -> balanced.forward(batch, o));
    assertEquals(2, backwards[0]);
    double least = Double.MAX_VALUE;
    double greatest = 0;
    for (double rate : rates(balanced)) {
      least = Math.min(least, rate);
      greatest = Math.max(greatest, rate);
    }
    assertEquals(1, greatest / least, 0.04);
    double[] before = rates(plain);
    Arrays.sort(before);
    assertTrue(before[before.length - 1] / before[0] > 1.2);
    float[] expected = plain.forward(batch, null).get(4);
    float[] outputs = balanced.forward(batch, null).get(4);
    assertArrayEquals(expected, outputs, 1e-4f);
    for (LayerFit layer : report.layers()) {
      List<float[]> all = balanced.forward(batch, null);
      float[] own = all.get(report.layers().indexOf(layer));
      assertEquals(Math.sqrt(Chain.variance(own)), layer.stdAfter(), 1e-6);
    }
  }

  /** √(mean gradient² / mean weight²) of each layer, worked out here. */
  private double[] rates(Chain chain) {
    double[] squares = new double[chain.weights.length];
    chain.backward(
        batch,
        new Gradients() {
          @Override
          public void weights(String parameter, float[] gradient, int offset, int count) {
            throw new AssertionError();
          }

          @Override
          public void weights(String parameter, double[] gradient, int offset, int count) {
            int layer = Integer.parseInt(parameter.split("\\.")[1]);
            for (double g : gradient) {
              squares[layer] += g * g / count / batch.length;
            }
          }
        });
    for (int l = 0; l < squares.length; l++) {
      double weights = 0;
      for (float w : chain.weights[l]) {
        weights += (double) w * w / chain.weights[l].length;
      }
      squares[l] = Math.sqrt(squares[l] / weights);
    }
    return squares;
  }

  @Test
  void aBalanceThatFailsLeavesEverything() {
    Chain chain = new Chain(Math::tanh, 1, 0.05, 20, 9, 4);
    Chain drawn = new Chain(Math::tanh, 1, 0.05, 20, 9, 4);
    ForwardPass forward = o -> chain.forward(batch, o);
    refused(
        "The backward pass showed no gradient of layers.1.weights: call"
            + " gradients.weights(\"layers.1.weights\", ...)",
        DataDependent.of(chain.source())
            .balance(g -> g.weights(Chain.name(0), chain.weights[0], 0, 180)),
        forward);
    refused(
        "weights(\"layers.1.weight\") names no layer that is fitted. Did you mean"
            + " layers.1.weights?",
        DataDependent.of(chain.source())
            .balance(g -> g.weights("layers.1.weight", new float[36], 0, 36)),
        forward);
    refused(
        "layers.0.weights has 180 weights, but its gradient offset 0 and count 36 in 36 numbers",
        DataDependent.of(chain.source())
            .balance(g -> g.weights(Chain.name(0), new float[36], 0, 36)),
        forward);
    refused(
        "The gradient of layers.0.weights has mean square 0, by which layers cannot be balanced",
        DataDependent.of(chain.source())
            .balance(g -> g.weights(Chain.name(0), new float[180], 0, 180)),
        o -> chain.forward(batch, o));
    IllegalStateException refusal =
        assertThrows(
            IllegalStateException.class,
            () ->
                DataDependent.of(chain.source())
                    .maxIterations(1)
                    .tolerance(1e-4)
                    .balance(g -> chain.backward(batch, g))
                    .fit(forward));
    assertTrue(
        refusal
            .getMessage()
            .matches(
                "The layers are not balanced: after 1 iteration layers\\.[01]\\.weights changes at"
                    + " [0-9.]+ times the common rate, tolerance 0\\.0001000\\. Only a chain of"
                    + " layers with homogeneous activations, such as the ReLU, can be balanced"
                    + " exactly\\."),
        refusal.getMessage());
    for (int l = 0; l < 2; l++) {
      assertArrayEquals(drawn.weights[l], chain.weights[l]);
      assertArrayEquals(drawn.biases[l], chain.biases[l]);
    }
  }
}
