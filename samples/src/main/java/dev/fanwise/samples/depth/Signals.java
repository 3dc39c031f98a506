package dev.fanwise.samples.depth;

import java.util.List;

/**
 * How large the signals of a fresh network are, layer by layer: the quantity that He et al. (2015)
 * keep constant in section 2.2.
 *
 * <p>A standard deviation is over all units and pictures; weights have mean 0, so signals have too
 * and it is their root mean square. It is the geometric mean over several networks.
 *
 * @param scheme how the networks were initialised
 * @param responses the standard deviation of y, before the ReLU; entry 0 is layer 1
 * @param gradients the standard deviation of the gradient of one picture's loss in y, likewise
 * @param forwardFactor the mean ratio of Var[y] from one hidden layer to the next
 * @param backwardFactor the mean ratio of the gradient's variance from one hidden layer to that
 *     before it
 */
record Signals(
    Scheme scheme,
    double[] responses,
    double[] gradients,
    double forwardFactor,
    double backwardFactor) {

  /** Measures several networks of some depth on the same pictures. */
  static Signals measure(Scheme scheme, int depth, int networks, Digits digits, long seed) {
    double[] responses = new double[depth];
    double[] gradients = new double[depth];
    double forwardFactor = 0;
    double backwardFactor = 0;
    for (int k = 0; k < networks; k++) {
      ReluNetwork network = scheme.network(depth, seed + k);
      ReluNetwork.Forward forward = network.forward(digits.images());
      double[][] loss = CrossEntropy.gradient(forward.logits(), digits.labels());
      double[] y = meanSquares(forward.responses());
      double[] g = meanSquares(network.backward(forward, loss));
      for (int l = 0; l < depth; l++) {
        responses[l] += Math.log(y[l]) / networks;
        gradients[l] += Math.log(g[l]) / networks;
      }
      int steps = depth - 2; // from the first to the last hidden layer
      for (int l = 1; l <= steps; l++) {
        forwardFactor += y[l] / y[l - 1] / (steps * networks);
        backwardFactor += g[l - 1] / g[l] / (steps * networks);
      }
    }
    for (int l = 0; l < depth; l++) {
      responses[l] = Math.exp(responses[l] / 2);
      gradients[l] = Math.exp(gradients[l] / 2) * digits.count(); // the loss was the mean of them
    }
    return new Signals(scheme, responses, gradients, forwardFactor, backwardFactor);
  }

  int depth() {
    return responses.length;
  }

  /** The responses of layer 1, taken by theory to the last hidden layer. */
  double[] theoreticalResponses() {
    double[] theory = new double[depth() - 1];
    for (int l = 0; l < theory.length; l++) {
      theory[l] = responses[0] * Math.pow(scheme.varianceFactor(), l / 2.0);
    }
    return theory;
  }

  /** The gradients in the last hidden layer, taken by theory back to layer 1. */
  double[] theoreticalGradients() {
    double[] theory = new double[depth() - 1];
    int last = theory.length - 1;
    for (int l = 0; l <= last; l++) {
      theory[l] = gradients[last] * Math.pow(scheme.varianceFactor(), (last - l) / 2.0);
    }
    return theory;
  }

  private static double[] meanSquares(List<double[][]> layers) {
    double[] means = new double[layers.size()];
    for (int l = 0; l < means.length; l++) {
      double[][] layer = layers.get(l);
      for (double[] row : layer) {
        for (double value : row) {
          means[l] += value * value / (layer.length * row.length);
        }
      }
    }
    return means;
  }
}
