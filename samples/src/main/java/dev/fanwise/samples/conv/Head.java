package dev.fanwise.samples.conv;

import dev.fanwise.LecunInit;
import dev.fanwise.Shape;
import dev.fanwise.ZerosInit;

/**
 * The linear layer from features to logits, which no ReLU follows: it starts as in LeCun, Bottou,
 * Orr and Müller, "Efficient BackProp" (1998), section 4.6.
 */
final class Head {
  final int classes;
  final int channels;
  final int side;

  @Shape(dims = {"classes", "features"})
  @LecunInit
  float[] weights;

  @Shape(dims = "classes")
  @ZerosInit
  float[] bias;

  Head(int classes, int channels, int side) {
    this.classes = classes;
    this.channels = channels;
    this.side = side;
  }

  int features() {
    return channels * side * side;
  }

  /** {@code [channel][row][column]} to one logit for each class. */
  double[] forward(double[][][] picture) {
    double[] logits = new double[classes];
    for (int c = 0; c < classes; c++) {
      int w = c * features();
      logits[c] = bias[c];
      for (double[][] channel : picture) {
        for (double[] row : channel) {
          for (double feature : row) {
            logits[c] += weights[w++] * feature;
          }
        }
      }
    }
    return logits;
  }

  /** As {@link Conv#backward}. */
  double[][][] backward(double[][][] picture, double[] logitGradient, Head gradient) {
    double[][][] pictureGradient = new double[channels][side][side];
    for (int c = 0; c < classes; c++) {
      int w = c * features();
      gradient.bias[c] += (float) logitGradient[c];
      for (int i = 0; i < channels; i++) {
        for (int row = 0; row < side; row++) {
          for (int column = 0; column < side; column++) {
            gradient.weights[w] += (float) (logitGradient[c] * picture[i][row][column]);
            pictureGradient[i][row][column] += logitGradient[c] * weights[w];
            w++;
          }
        }
      }
    }
    return pictureGradient;
  }
}
