package dev.fanwise.samples.depth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReluNetworkTest {
  private static final double STEP = 1e-5;

  private final Digits drawn = Digits.draw(20, 1);
  private final Digits digits = drawn.standardisedBy(drawn);
  private final ReluNetwork network = Scheme.KAIMING.network(4, 1);

  @Test
  void aLayerIsTheMatrixProductPlusBias() {
    Dense layer = new Dense(new double[] {1, 2, 3, 4, 5, 6}, new double[] {10, 20});
    double[][] responses = layer.forward(new double[][] {{1, 0, -1}, {1, 1, 1}});
    assertArrayEquals(new double[][] {{8, 18}, {16, 35}}, responses);
  }

  @Test
  void theReluStandsBetweenLayersAndNotAfterTheLast() {
    Dense negate = new Dense(new double[] {-1, 0, 0, -1}, new double[2]);
    Dense copy = new Dense(new double[] {-1, 0, 0, -1}, new double[2]);
    ReluNetwork.Forward forward =
        new ReluNetwork(List.of(negate, copy)).forward(new double[][] {{2, -3}});
    assertArrayEquals(new double[][] {{-2, 3}}, forward.responses().get(0));
    assertArrayEquals(new double[][] {{0, -3}}, forward.logits());
  }

  @Test
  void weightGradientsAreThoseOfFiniteDifferences() {
    backward();
    for (Dense layer : network.layers()) {
      double[] gradient = layer.weightGradient.clone();
      for (int i = 0; i < gradient.length; i += gradient.length / 50) {
        assertEquals(slope(layer.weights, i), gradient[i], 1e-8);
      }
    }
  }

  @Test
  void biasGradientsAreThoseOfFiniteDifferences() {
    backward();
    for (Dense layer : network.layers()) {
      double[] gradient = layer.biasGradient.clone();
      for (int o = 0; o < gradient.length; o++) {
        assertEquals(slope(layer.bias, o), gradient[o], 1e-8);
      }
    }
  }

  @Test
  void aStepOfGradientDescentHasMomentum() {
    Dense layer = new Dense(new double[] {1}, new double[] {0});
    layer.backward(new double[][] {{2}}, new double[][] {{1}});
    layer.step(0.1, 0.5);
    assertEquals(1 - 0.2, layer.weights[0], 1e-15);
    layer.step(0.1, 0.5);
    assertEquals(1 - 0.2 - 0.3, layer.weights[0], 1e-15);
    assertEquals(-0.1 - 0.15, layer.bias[0], 1e-15);
  }

  private void backward() {
    ReluNetwork.Forward forward = network.forward(digits.images());
    network.backward(forward, CrossEntropy.gradient(forward.logits(), digits.labels()));
  }

  private double slope(double[] values, int i) {
    double value = values[i];
    values[i] = value + STEP;
    double above = loss();
    values[i] = value - STEP;
    double below = loss();
    values[i] = value;
    return (above - below) / (2 * STEP);
  }

  private double loss() {
    return CrossEntropy.loss(network.forward(digits.images()).logits(), digits.labels());
  }
}
