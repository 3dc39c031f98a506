package dev.fanwise.samples.adapt;

import dev.fanwise.adapt.Observer;
import dev.fanwise.samples.depth.Dense;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Dense layers with an activation between each two. */
record DeepNetwork(List<Dense> layers, Activation activation) {
  /** What a forward pass went through: what each layer was given, and what it answered. */
  record Forward(List<double[][]> inputs, List<double[][]> responses) {
    double[][] logits() {
      return responses.get(responses.size() - 1);
    }
  }

  Forward forward(double[][] pictures) {
    return forward(pictures, null);
  }

  /** Sends pictures through the network and shows what each layer answers, if to anyone. */
  Forward forward(double[][] pictures, Observer observer) {
    Forward forward = new Forward(new ArrayList<>(), new ArrayList<>());
    double[][] signal = pictures;
    for (int l = 0; l < layers.size(); l++) {
      double[][] responses = layers.get(l).forward(signal);
      forward.inputs().add(signal);
      forward.responses().add(responses);
      if (observer != null) {
        int units = layers.get(l).out;
        double[] flat = flat(responses, units);
        observer.layer("layers." + l + ".weights", flat, 0, flat.length, units);
        if (observer.isDone()) {
          break; // nobody looks at the rest
        }
      }
      signal = Arrays.stream(responses).map(activation::of).toArray(double[][]::new);
    }
    return forward;
  }

  private static double[] flat(double[][] rows, int units) {
    double[] flat = new double[rows.length * units];
    for (int n = 0; n < rows.length; n++) {
      System.arraycopy(rows[n], 0, flat, n * units, units);
    }
    return flat;
  }

  /** Leaves in every layer the gradient of the loss in its weights. */
  void backward(Forward forward, double[][] logitGradient) {
    double[][] gradient = logitGradient;
    for (int l = layers.size() - 1; l >= 0; l--) {
      double[][] below = layers.get(l).backward(forward.inputs().get(l), gradient);
      if (l > 0) {
        double[][] responses = forward.responses().get(l - 1);
        gradient = new double[below.length][];
        for (int n = 0; n < below.length; n++) {
          gradient[n] = activation.back(responses[n], below[n]);
        }
      }
    }
  }
}
