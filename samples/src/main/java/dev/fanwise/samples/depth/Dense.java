package dev.fanwise.samples.depth;

import java.util.Arrays;

/**
 * A fully connected layer y = W·x + b with its backward pass, over a batch of rows.
 *
 * <p>The weights are the arrays that an initialiser filled; training changes them in place.
 */
public final class Dense {
  /** The number of inputs. */
  public final int in;

  /** The number of outputs. */
  public final int out;

  /** Row-major {@code [out, in]}. */
  public final double[] weights;

  /** One for each output. */
  public final double[] bias;

  /** The gradient of the loss in the weights, of the last {@link #backward}. */
  public final double[] weightGradient;

  /** The gradient of the loss in the bias, likewise. */
  public final double[] biasGradient;

  private final double[] weightVelocity;
  private final double[] biasVelocity;

  /** A layer of some weights {@code [out, in]} and a bias {@code [out]}. */
  public Dense(double[] weights, double[] bias) {
    this.out = bias.length;
    this.in = weights.length / out;
    this.weights = weights;
    this.bias = bias;
    this.weightGradient = new double[weights.length];
    this.biasGradient = new double[out];
    this.weightVelocity = new double[weights.length];
    this.biasVelocity = new double[out];
  }

  /** The responses to a batch: {@code [batch, in]} to {@code [batch, out]}. */
  public double[][] forward(double[][] inputs) {
    double[] columns = transposed();
    double[][] responses = new double[inputs.length][];
    for (int n = 0; n < inputs.length; n++) {
      double[] response = bias.clone();
      for (int i = 0; i < in; i++) {
        double input = inputs[n][i];
        if (input != 0) { // a ReLU leaves half of them 0
          addScaled(response, 0, input, columns, i * out, out);
        }
      }
      responses[n] = response;
    }
    return responses;
  }

  /**
   * Takes the gradient of the loss in the responses, keeps those in the weights and the bias, and
   * returns that in the inputs.
   */
  public double[][] backward(double[][] inputs, double[][] responseGradients) {
    Arrays.fill(weightGradient, 0);
    Arrays.fill(biasGradient, 0);
    double[][] inputGradients = new double[inputs.length][in];
    for (int n = 0; n < inputs.length; n++) {
      for (int o = 0; o < out; o++) {
        double gradient = responseGradients[n][o];
        if (gradient != 0) {
          biasGradient[o] += gradient;
          addScaled(weightGradient, o * in, gradient, inputs[n], 0, in);
          addScaled(inputGradients[n], 0, gradient, weights, o * in, in);
        }
      }
    }
    return inputGradients;
  }

  /** One step of stochastic gradient descent with momentum. */
  public void step(double learningRate, double momentum) {
    step(weights, weightVelocity, weightGradient, learningRate, momentum);
    step(bias, biasVelocity, biasGradient, learningRate, momentum);
  }

  private static void step(
      double[] values, double[] velocity, double[] gradient, double learningRate, double momentum) {
    for (int i = 0; i < values.length; i++) {
      velocity[i] = momentum * velocity[i] - learningRate * gradient[i];
      values[i] += velocity[i];
    }
  }

  private double[] transposed() {
    double[] columns = new double[weights.length];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        columns[i * out + o] = weights[o * in + i];
      }
    }
    return columns;
  }

  /** target += factor·source over a stretch of both: the one loop that takes all the time. */
  private static void addScaled(
      double[] target, int at, double factor, double[] source, int from, int count) {
    for (int i = 0; i < count; i++) {
      target[at + i] += factor * source[from + i];
    }
  }
}
