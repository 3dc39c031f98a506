package dev.fanwise.samples.classics;

import dev.fanwise.Shape;
import dev.fanwise.XavierInit;
import dev.fanwise.ZerosInit;

/** A linear layer of 10 inputs and 5 outputs, started as Glorot and Bengio (2010) do. */
final class LinearLayer {
  static final int IN = 10;
  static final int OUT = 5;

  @Shape({OUT, IN})
  @XavierInit
  float[] weights;

  @Shape(OUT)
  @ZerosInit
  float[] bias;

  /** y = W·x + b. */
  float[] forward(float[] x) {
    float[] y = bias.clone();
    for (int o = 0; o < OUT; o++) {
      for (int i = 0; i < IN; i++) {
        y[o] += weights[o * IN + i] * x[i];
      }
    }
    return y;
  }
}
