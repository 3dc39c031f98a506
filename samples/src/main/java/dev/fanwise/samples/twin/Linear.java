package dev.fanwise.samples.twin;

import dev.fanwise.BiasInit;
import dev.fanwise.Distribution;
import dev.fanwise.KaimingInit;
import dev.fanwise.Shape;

/** {@code nn.Linear(in, out)}: y = W·x + b, both uniform between ∓1/√in, drawn in this order. */
final class Linear {
  final int in;
  final int out;

  /** PyTorch's {@code kaiming_uniform_(weight, a=math.sqrt(5))}. */
  @Shape(dims = {"out", "in"})
  @KaimingInit(a = 2.23606797749979, distribution = Distribution.UNIFORM)
  float[] weight;

  @Shape(dims = "out")
  @BiasInit(of = "weight")
  float[] bias;

  Linear(int in, int out) {
    this.in = in;
    this.out = out;
  }

  /** {@code [batch, in]} to {@code [batch, out]}. */
  float[][] forward(float[][] inputs) {
    float[] columns = transposed();
    float[][] responses = new float[inputs.length][];
    for (int n = 0; n < inputs.length; n++) {
      responses[n] = bias.clone();
      for (int i = 0; i < in; i++) {
        addScaled(responses[n], 0, inputs[n][i], columns, i * out, out);
      }
    }
    return responses;
  }

  /** The gradient of the loss in the inputs, from that in the responses. */
  float[][] inputGradients(float[][] responseGradients) {
    float[][] gradients = new float[responseGradients.length][in];
    for (int n = 0; n < gradients.length; n++) {
      for (int o = 0; o < out; o++) {
        addScaled(gradients[n], 0, responseGradients[n][o], weight, o * in, in);
      }
    }
    return gradients;
  }

  /** One step of {@code torch.optim.SGD} without momentum, from the gradients in the responses. */
  void step(float learningRate, float[][] inputs, float[][] responseGradients) {
    float[] weightGradient = new float[weight.length];
    float[] biasGradient = new float[out];
    for (int n = 0; n < inputs.length; n++) {
      for (int o = 0; o < out; o++) {
        addScaled(weightGradient, o * in, responseGradients[n][o], inputs[n], 0, in);
        biasGradient[o] += responseGradients[n][o];
      }
    }
    addScaled(weight, 0, -learningRate, weightGradient, 0, weight.length);
    addScaled(bias, 0, -learningRate, biasGradient, 0, out);
  }

  private float[] transposed() {
    float[] columns = new float[weight.length];
    for (int o = 0; o < out; o++) {
      for (int i = 0; i < in; i++) {
        columns[i * out + o] = weight[o * in + i];
      }
    }
    return columns;
  }

  /** target += factor·source over a stretch of both. */
  private static void addScaled(
      float[] target, int at, float factor, float[] source, int from, int count) {
    for (int i = 0; i < count; i++) {
      target[at + i] += factor * source[from + i];
    }
  }
}
