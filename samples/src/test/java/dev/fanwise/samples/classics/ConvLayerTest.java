package dev.fanwise.samples.classics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ConvLayerTest {
  private static final int SIDE = ConvLayer.SIDE;

  /** With one kernel element at 1, every output is one pixel of the input, plus the bias. */
  @Test
  void everyKernelElementSeesItsPixel() {
    float[] picture = new float[ConvLayer.IN * SIDE * SIDE];
    for (int p = 0; p < picture.length; p++) {
      picture[p] = p;
    }
    ConvLayer layer = ConvLayerInitializer.initialize(new ConvLayer(), 1);
    layer.kernelFanIn = new float[64 * 3 * 3 * 3];
    int out = 5;
    int in = 2;
    int kernelRow = 0;
    int kernelColumn = 2;
    layer.kernelFanIn[((out * 3 + in) * 3 + kernelRow) * 3 + kernelColumn] = 1;

    float[] responses = layer.forwardFanIn(picture);
    int row = 7;
    int column = 4;
    int outSide = SIDE - 2;
    float pixel = picture[(in * SIDE + row + kernelRow) * SIDE + column + kernelColumn];
    assertEquals(pixel + 0.01f, responses[(out * outSide + row) * outSide + column]);
    assertEquals(0.01f, responses[(6 * outSide + row) * outSide + column]);
  }
}
