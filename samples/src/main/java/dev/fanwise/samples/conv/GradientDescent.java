package dev.fanwise.samples.conv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Plain stochastic gradient descent. Its step knows no layer: it walks the arrays that the
 * generated {@code visitParameters} hands out, those of the network and those of its gradient.
 */
final class GradientDescent {
  private final ConvNet gradient = ConvNetInitializer.initialize(new ConvNet(), 0);
  private final List<float[]> weights;
  private final List<float[]> slopes;

  /** Descends from where a network is. */
  GradientDescent(ConvNet network) {
    weights = arrays(network);
    slopes = arrays(gradient);
    clear(); // what the initialiser drew: only its arrays are of use here
  }

  private static List<float[]> arrays(ConvNet network) {
    List<float[]> arrays = new ArrayList<>();
    ConvNetInitializer.visitParameters(network, (info, array) -> arrays.add((float[]) array));
    return arrays;
  }

  /** A network whose arrays hold, instead of weights, the gradient of the loss in these. */
  ConvNet gradient() {
    return gradient;
  }

  /** One step down the gradient, which begins anew from 0. */
  void step(double learningRate) {
    for (int p = 0; p < weights.size(); p++) {
      float[] values = weights.get(p);
      for (int i = 0; i < values.length; i++) {
        values[i] -= (float) (learningRate * slopes.get(p)[i]);
      }
    }
    clear();
  }

  private void clear() {
    for (float[] values : slopes) {
      Arrays.fill(values, 0);
    }
  }
}
