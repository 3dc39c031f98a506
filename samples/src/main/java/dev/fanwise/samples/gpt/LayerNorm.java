package dev.fanwise.samples.gpt;

import dev.fanwise.OnesInit;
import dev.fanwise.Shape;
import dev.fanwise.ZerosInit;

/**
 * Gives each token's features mean 0 and variance 1, then a learnt gain and bias. Ba, Kiros and
 * Hinton, "Layer Normalization" (2016).
 */
final class LayerNorm {
  private static final double EPSILON = 1e-5;

  final int features;

  @Shape(dims = "features")
  @OnesInit
  float[] gain;

  @Shape(dims = "features")
  @ZerosInit
  float[] bias;

  LayerNorm(int features) {
    this.features = features;
  }

  /** {@code [tokens, features]} to the same. */
  float[][] forward(float[][] x) {
    float[][] normalised = new float[x.length][features];
    for (int t = 0; t < x.length; t++) {
      double mean = 0;
      double variance = 0;
      for (float value : x[t]) {
        mean += value / features;
      }
      for (float value : x[t]) {
        variance += (value - mean) * (value - mean) / features;
      }
      double std = Math.sqrt(variance + EPSILON);
      for (int f = 0; f < features; f++) {
        normalised[t][f] = (float) ((x[t][f] - mean) / std) * gain[f] + bias[f];
      }
    }
    return normalised;
  }
}
