package dev.fanwise.samples.conv;

import dev.fanwise.Submodule;
import dev.fanwise.samples.depth.Digits;

/**
 * Two convolutions and a linear head, in the manner of LeNet (LeCun et al., "Gradient-Based
 * Learning Applied to Document Recognition", 1998) with ReLU, and a stride where LeNet has pooling.
 */
final class ConvNet {
  @Submodule final Conv first;
  @Submodule final Conv second;
  @Submodule final Head head;

  /** A network without weights: 1 channel of 16 x 16, 8 of 7 x 7, 16 of 5 x 5, 10 logits. */
  ConvNet() {
    first = new Conv(8, 1, 2);
    second = new Conv(16, 8, 1);
    head = new Head(Digits.CLASSES, 16, second.outSide(first.outSide(Digits.SIDE)));
  }

  /** What a forward pass went through, which the backward pass needs. */
  record Forward(
      double[][][] picture, double[][][] afterFirst, double[][][] afterSecond, double[] logits) {}

  /**
   * Sends a picture through the network.
   *
   * @param pixels one picture of {@link Digits}
   */
  Forward forward(double[] pixels) {
    double[][][] picture = new double[1][Digits.SIDE][Digits.SIDE];
    for (int p = 0; p < pixels.length; p++) {
      picture[0][p / Digits.SIDE][p % Digits.SIDE] = pixels[p];
    }
    double[][][] afterFirst = relu(first.forward(picture));
    double[][][] afterSecond = relu(second.forward(afterFirst));
    return new Forward(picture, afterFirst, afterSecond, head.forward(afterSecond));
  }

  /**
   * Carries the gradient of the loss in the logits back.
   *
   * @param gradient a network whose arrays hold gradients instead of weights; they are added to
   */
  void backward(Forward forward, double[] logitGradient, ConvNet gradient) {
    double[][][] slope = head.backward(forward.afterSecond, logitGradient, gradient.head);
    closeWhereZero(forward.afterSecond, slope);
    slope = second.backward(forward.afterFirst, slope, gradient.second);
    closeWhereZero(forward.afterFirst, slope);
    first.backward(forward.picture, slope, gradient.first);
  }

  private static double[][][] relu(double[][][] responses) {
    for (double[][] channel : responses) {
      for (double[] row : channel) {
        for (int i = 0; i < row.length; i++) {
          row[i] = Math.max(0, row[i]);
        }
      }
    }
    return responses;
  }

  /** The backward pass of the ReLU: no gradient where it let nothing through. */
  private static void closeWhereZero(double[][][] activations, double[][][] slope) {
    for (int o = 0; o < slope.length; o++) {
      for (int row = 0; row < slope[o].length; row++) {
        for (int column = 0; column < slope[o][row].length; column++) {
          if (activations[o][row][column] == 0) {
            slope[o][row][column] = 0;
          }
        }
      }
    }
  }
}
