package org.example;

import dev.fanwise.BiasInit;
import dev.fanwise.KaimingInit;
import dev.fanwise.Nonlinearity;
import dev.fanwise.Shape;
import dev.fanwise.XavierInit;

final class Net {
  @Shape({256, 784})
  @KaimingInit(nonlinearity = Nonlinearity.RELU)
  float[] hidden;

  @Shape(256)
  @BiasInit(of = "hidden")
  float[] hiddenBias;

  @Shape({10, 256})
  @XavierInit
  float[] out;

  /** The ten responses to a picture of 784 pixels. */
  float[] respond(float[] picture) {
    float[] responses = new float[10];
    for (int h = 0; h < 256; h++) {
      float activation = hiddenBias[h];
      for (int i = 0; i < 784; i++) {
        activation += hidden[h * 784 + i] * picture[i];
      }
      for (int o = 0; o < 10; o++) {
        responses[o] += out[o * 256 + h] * Math.max(0, activation);
      }
    }
    return responses;
  }
}
