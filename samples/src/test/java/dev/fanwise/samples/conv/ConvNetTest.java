package dev.fanwise.samples.conv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.samples.depth.Digits;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConvNetTest {
  private static final float STEP = 1e-4f;

  private final ConvNet network = ConvNetInitializer.initialize(new ConvNet(), 1);
  private final ConvNet unread = ConvNetInitializer.initialize(new ConvNet(), 1);

  /** With one kernel element at 1, every response is one pixel of the picture, plus the bias. */
  @Test
  void everyKernelElementSeesItsPixel() {
    Conv layer = ConvInitializer.initialize(new Conv(2, 3, 2), 1);
    layer.kernel = new float[2 * 3 * 3 * 3];
    int in = 2;
    int kernelRow = 1;
    int kernelColumn = 2;
    layer.kernel[((3 + in) * 3 + kernelRow) * 3 + kernelColumn] = 1;
    layer.bias = new float[] {7, 1000};

    double[][][] picture = new double[3][9][9];
    for (int p = 0; p < 3 * 9 * 9; p++) {
      picture[p / 81][p / 9 % 9][p % 9] = p;
    }
    double[][][] responses = layer.forward(picture);
    assertEquals(4, responses[1].length);
    assertEquals(1000 + picture[in][2 * 3 + kernelRow][kernelColumn], responses[1][3][0]);
    assertEquals(1000 + picture[in][kernelRow][2 * 3 + kernelColumn], responses[1][0][3]);
    assertEquals(7, responses[0][2][1]);
  }

  @Test
  void theHeadReadsChannelsRowByRow() {
    Head head = new Head(2, 2, 2);
    head.weights = new float[] {1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0, 1};
    head.bias = new float[] {0, 0.5f};
    double[] logits = head.forward(new double[][][] {{{1, 10}, {100, 1000}}, {{0, 0}, {0, 1}}});
    assertArrayEquals(new double[] {1 + 20 + 300 + 4000 + 8, 1.5}, logits);
  }

  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    // Pictures of which none is at a kink of ReLU or of the maximum, where differences are no
    // slope.
    Digits drawn = Digits.draw(20, 7);
    Digits batch = drawn.standardisedBy(drawn);
    ConvNet gradient = new GradientDescent(network).gradient();
    ConvTraining.backward(network, gradient, batch);

    List<float[]> weights = arrays(network);
    List<float[]> gradients = arrays(gradient);
    for (int p = 0; p < weights.size(); p++) {
      float[] values = weights.get(p);
      for (int i = 0; i < values.length; i += 1 + values.length / 40) {
        assertEquals(slope(values, i, batch), gradients.get(p)[i], 1e-4, p + " at " + i);
      }
    }
  }

  @Test
  void aStepGoesDownTheGradientAndClearsIt() {
    GradientDescent descent = new GradientDescent(network);
    float before = network.second.kernel[7];
    descent.gradient().second.kernel[7] = 2;
    descent.step(0.25);
    assertEquals(before - 0.5f, network.second.kernel[7]);
    assertEquals(0, descent.gradient().second.kernel[7]);
    assertArrayEquals(new float[16], network.second.bias);
  }

  private static List<float[]> arrays(ConvNet network) {
    return List.of(
        network.first.kernel,
        network.first.bias,
        network.second.kernel,
        network.second.bias,
        network.head.weights,
        network.head.bias);
  }

  private double slope(float[] values, int i, Digits batch) {
    float value = values[i];
    float higher = value + STEP;
    float lower = value - STEP;
    values[i] = higher;
    double above = loss(batch);
    values[i] = lower;
    double below = loss(batch);
    values[i] = value;
    return (above - below) / ((double) higher - lower);
  }

  private double loss(Digits batch) {
    return ConvTraining.backward(network, unread, batch);
  }
}
