package dev.fanwise.samples.depth;

import java.util.ArrayList;
import java.util.List;

/** A stack of dense layers with a ReLU between each two. */
final class ReluNetwork {
  private final List<Dense> layers;

  ReluNetwork(List<Dense> layers) {
    this.layers = List.copyOf(layers);
  }

  List<Dense> layers() {
    return layers;
  }

  /**
   * What a forward pass went through, one {@code [batch, units]} per layer.
   *
   * @param inputs what each layer was given
   * @param responses what it answered, before the ReLU: the paper's y
   */
  record Forward(List<double[][]> inputs, List<double[][]> responses) {
    double[][] logits() {
      return responses.get(responses.size() - 1);
    }
  }

  Forward forward(double[][] images) {
    List<double[][]> inputs = new ArrayList<>();
    List<double[][]> responses = new ArrayList<>();
    double[][] signal = images;
    for (Dense layer : layers) {
      inputs.add(signal);
      responses.add(layer.forward(signal));
      signal = relu(responses.get(responses.size() - 1));
    }
    return new Forward(inputs, responses);
  }

  /**
   * Carries the gradient of the loss in the logits back; every layer then holds that in its
   * weights.
   *
   * @return the gradient in the responses of each layer
   */
  List<double[][]> backward(Forward forward, double[][] logitGradient) {
    List<double[][]> gradients = new ArrayList<>();
    double[][] gradient = logitGradient;
    for (int l = layers.size() - 1; l >= 0; l--) {
      gradients.add(0, gradient);
      gradient = layers.get(l).backward(forward.inputs().get(l), gradient);
      if (l > 0) {
        closeWhere(forward.responses().get(l - 1), gradient);
      }
    }
    return gradients;
  }

  private static double[][] relu(double[][] responses) {
    double[][] activations = new double[responses.length][];
    for (int n = 0; n < responses.length; n++) {
      activations[n] = responses[n].clone();
      for (int o = 0; o < activations[n].length; o++) {
        activations[n][o] = Math.max(0, activations[n][o]);
      }
    }
    return activations;
  }

  /** The backward pass of the ReLU: no gradient where the response was not positive. */
  private static void closeWhere(double[][] responses, double[][] gradient) {
    for (int n = 0; n < gradient.length; n++) {
      for (int o = 0; o < gradient[n].length; o++) {
        if (responses[n][o] <= 0) {
          gradient[n][o] = 0;
        }
      }
    }
  }
}
