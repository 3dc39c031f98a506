package dev.fanwise.samples.classics;

import dev.fanwise.ConstantInit;
import dev.fanwise.FanMode;
import dev.fanwise.KaimingInit;
import dev.fanwise.Shape;

/**
 * A 3x3 convolution from 3 channels to 64, before a leaky ReLU, started as He et al. (2015) do.
 *
 * <p>It has its kernel twice, to compare the two modes: FAN_IN keeps the size of signals that go
 * forward, FAN_OUT that of gradients that come back.
 */
final class ConvLayer {
  static final int IN = 3;
  static final int OUT = 64;
  static final int KERNEL = 3;

  /** The width and height of the pictures. */
  static final int SIDE = 16;

  /** The slope of the leaky ReLU below 0. */
  static final double SLOPE = 0.02;

  @Shape({OUT, IN, KERNEL, KERNEL})
  @KaimingInit(mode = FanMode.FAN_IN, a = SLOPE)
  float[] kernelFanIn;

  @Shape({OUT, IN, KERNEL, KERNEL})
  @KaimingInit(mode = FanMode.FAN_OUT, a = SLOPE)
  float[] kernelFanOut;

  @Shape(OUT)
  @ConstantInit(value = 0.01)
  float[] bias;

  float[] forwardFanIn(float[] picture) {
    return forward(kernelFanIn, picture);
  }

  float[] forwardFanOut(float[] picture) {
    return forward(kernelFanOut, picture);
  }

  /** {@code [IN, SIDE, SIDE]} to {@code [OUT, SIDE - 2, SIDE - 2]}: there is no padding. */
  private float[] forward(float[] kernel, float[] picture) {
    int outSide = SIDE - KERNEL + 1;
    float[] responses = new float[OUT * outSide * outSide];
    for (int o = 0; o < OUT; o++) {
      for (int row = 0; row < outSide; row++) {
        for (int column = 0; column < outSide; column++) {
          float sum = bias[o];
          for (int i = 0; i < IN; i++) {
            for (int k = 0; k < KERNEL * KERNEL; k++) {
              int pixel = (i * SIDE + row + k / KERNEL) * SIDE + column + k % KERNEL;
              sum += kernel[(o * IN + i) * KERNEL * KERNEL + k] * picture[pixel];
            }
          }
          responses[(o * outSide + row) * outSide + column] = sum;
        }
      }
    }
    return responses;
  }
}
