package dev.fanwise.samples.gpt;

import dev.fanwise.NormalInit;
import dev.fanwise.Shape;
import dev.fanwise.ZerosInit;

/**
 * A linear layer y = W·x + b as GPT-2 starts it: weights from N(0, 0.02²) whatever their number, as
 * in Radford et al., "Improving Language Understanding by Generative Pre-Training" (2018), section
 * 4.1.
 */
final class Linear {
  final int outFeatures;
  final int inFeatures;

  @Shape(dims = {"outFeatures", "inFeatures"})
  @NormalInit(std = Gpt.STD)
  float[] weights;

  @Shape(dims = "outFeatures")
  @ZerosInit
  float[] bias;

  Linear(int outFeatures, int inFeatures) {
    this.outFeatures = outFeatures;
    this.inFeatures = inFeatures;
  }

  /** {@code [tokens, inFeatures]} to {@code [tokens, outFeatures]}. */
  float[][] forward(float[][] x) {
    return Rows.linear(x, weights, bias);
  }
}
