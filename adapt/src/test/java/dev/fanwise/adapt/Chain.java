package dev.fanwise.adapt;

import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A chain of dense layers of any widths, whose weights may be replaced by other storage. */
final class Chain {
  final int[] widths;
  final float[][] weights;
  final float[][] biases;
  private final DoubleUnaryOperator activation;

  Chain(DoubleUnaryOperator activation, long seed, double std, int... widths) {
    this.activation = activation;
    this.widths = widths;
    int depth = widths.length - 1;
    weights = new float[depth][];
    biases = new float[depth][];
    for (int l = 0; l < depth; l++) {
      weights[l] = new float[widths[l] * widths[l + 1]];
      biases[l] = new float[widths[l + 1]];
      Fill.normal(weights[l], 0, weights[l].length, Keys.fold(seed, l), 0, 0f, (float) std);
    }
  }

  static float[][] batch(int examples, int width, long seed) {
    float[][] batch = new float[examples][width];
    for (int n = 0; n < examples; n++) {
      Fill.normal(batch[n], 0, width, Keys.fold(seed, n), 0, 0.3f, 2f);
    }
    return batch;
  }

  static String name(int layer) {
    return "layers." + layer + ".weights";
  }

  ParameterSource source() {
    return visitor -> {
      for (int l = 0; l < weights.length; l++) {
        visitor.visit(info(l), weights[l]);
        visitor.visit(
            ParameterInfo.of("layers." + l + ".bias", widths[l + 1])
                .scheme("ZerosInit")
                .constant(0),
            biases[l]);
      }
    };
  }

  ParameterInfo info(int l) {
    return ParameterInfo.of(name(l), widths[l + 1], widths[l])
        .dataType(DataType.F32)
        .scheme("NormalInit")
        .fans(widths[l], widths[l + 1])
        .normal(0, 1);
  }

  /** The outputs of every layer, each {@code [examples, units]}. */
  List<float[]> forward(float[][] batch, Observer observer) {
    List<float[]> outputs = new ArrayList<>();
    float[][] signal = batch;
    for (int l = 0; l < weights.length; l++) {
      int units = widths[l + 1];
      float[] output = new float[batch.length * units];
      float[][] next = new float[batch.length][units];
      for (int n = 0; n < batch.length; n++) {
        for (int u = 0; u < units; u++) {
          double sum = biases[l][u];
          for (int i = 0; i < widths[l]; i++) {
            sum += (double) weights[l][u * widths[l] + i] * signal[n][i];
          }
          output[n * units + u] = (float) sum;
          next[n][u] = (float) activation.applyAsDouble(sum);
        }
      }
      outputs.add(output);
      if (observer != null) {
        observer.layer(name(l), output, 0, output.length, units);
        if (observer.isDone()) {
          return outputs;
        }
      }
      signal = next;
    }
    return outputs;
  }

  /** The loss is a fixed linear function of the outputs, summed over the batch. */
  void backward(float[][] batch, Gradients gradients) {
    List<float[]> outputs = forward(batch, null);
    int depth = weights.length;
    for (int n = 0; n < batch.length; n++) {
      double[] slope = new double[widths[depth]];
      for (int u = 0; u < slope.length; u++) {
        slope[u] = u % 2 == 0 ? 1 : -0.5;
      }
      for (int l = depth - 1; l >= 0; l--) {
        double[] below = new double[widths[l]];
        double[] gradient = new double[weights[l].length];
        for (int u = 0; u < widths[l + 1]; u++) {
          for (int i = 0; i < widths[l]; i++) {
            double input =
                l == 0
                    ? batch[n][i]
                    : activation.applyAsDouble(outputs.get(l - 1)[n * widths[l] + i]);
            gradient[u * widths[l] + i] = slope[u] * input;
            below[i] += slope[u] * weights[l][u * widths[l] + i];
          }
        }
        gradients.weights(name(l), gradient, 0, gradient.length);
        if (l > 0) {
          for (int i = 0; i < below.length; i++) {
            double z = outputs.get(l - 1)[n * widths[l] + i];
            below[i] *=
                (activation.applyAsDouble(z + 1e-4) - activation.applyAsDouble(z - 1e-4)) / 2e-4;
          }
        }
        slope = below;
      }
    }
  }

  /** The variance by another road: two passes over the numbers. */
  static double variance(float[] values) {
    double mean = 0;
    for (float value : values) {
      mean += value;
    }
    mean /= values.length;
    double sum = 0;
    for (float value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / values.length;
  }
}
