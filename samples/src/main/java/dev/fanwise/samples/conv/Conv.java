package dev.fanwise.samples.conv;

import dev.fanwise.KaimingInit;
import dev.fanwise.Nonlinearity;
import dev.fanwise.Shape;
import dev.fanwise.ZerosInit;

/**
 * A 3x3 convolution before a ReLU, started as He et al. (2015) do, with its backward pass. Pictures
 * are {@code [channel][row][column]}; there is no padding.
 */
final class Conv {
  static final int KERNEL = 3;

  final int outChannels;
  final int inChannels;
  final int stride;

  @Shape(dims = {"outChannels", "inChannels", "3", "3"})
  @KaimingInit(nonlinearity = Nonlinearity.RELU)
  float[] kernel;

  @Shape(dims = "outChannels")
  @ZerosInit
  float[] bias;

  Conv(int outChannels, int inChannels, int stride) {
    this.outChannels = outChannels;
    this.inChannels = inChannels;
    this.stride = stride;
  }

  /** The width and height of what comes out of a picture. */
  int outSide(int side) {
    return (side - KERNEL) / stride + 1;
  }

  double[][][] forward(double[][][] picture) {
    int outSide = outSide(picture[0].length);
    double[][][] responses = new double[outChannels][outSide][outSide];
    for (int o = 0; o < outChannels; o++) {
      for (int row = 0; row < outSide; row++) {
        for (int column = 0; column < outSide; column++) {
          responses[o][row][column] = response(picture, o, row * stride, column * stride);
        }
      }
    }
    return responses;
  }

  private double response(double[][][] picture, int o, int top, int left) {
    double sum = bias[o];
    int k = o * inChannels * KERNEL * KERNEL;
    for (int i = 0; i < inChannels; i++) {
      for (int row = top; row < top + KERNEL; row++) {
        for (int column = left; column < left + KERNEL; column++) {
          sum += kernel[k++] * picture[i][row][column];
        }
      }
    }
    return sum;
  }

  /**
   * Takes the gradient of the loss in the responses, adds those in the weights to {@code gradient},
   * and returns that in the picture.
   */
  double[][][] backward(double[][][] picture, double[][][] responseGradient, Conv gradient) {
    int side = picture[0].length;
    double[][][] pictureGradient = new double[inChannels][side][side];
    for (int o = 0; o < outChannels; o++) {
      for (int row = 0; row < responseGradient[o].length; row++) {
        for (int column = 0; column < responseGradient[o].length; column++) {
          double slope = responseGradient[o][row][column];
          if (slope != 0) { // behind a ReLU half of them are
            gradient.bias[o] += (float) slope;
            int top = row * stride;
            int left = column * stride;
            backward(picture, o, top, left, slope, gradient.kernel, pictureGradient);
          }
        }
      }
    }
    return pictureGradient;
  }

  /** The backward pass of {@link #response}. */
  private void backward(
      double[][][] picture,
      int o,
      int top,
      int left,
      double slope,
      float[] kernelGradient,
      double[][][] pictureGradient) {
    int k = o * inChannels * KERNEL * KERNEL;
    for (int i = 0; i < inChannels; i++) {
      for (int row = top; row < top + KERNEL; row++) {
        for (int column = left; column < left + KERNEL; column++) {
          kernelGradient[k] += (float) (slope * picture[i][row][column]);
          pictureGradient[i][row][column] += slope * kernel[k];
          k++;
        }
      }
    }
  }
}
