package dev.fanwise.samples.gpt;

import dev.fanwise.NormalInit;
import dev.fanwise.ResidualRule;
import dev.fanwise.ResidualScaled;
import dev.fanwise.Shape;
import dev.fanwise.ZerosInit;

/**
 * A {@link Linear} whose output is added to the residual stream. 2N of them add up in N blocks, so
 * each is started 1/√(2N) as large: Radford et al., "Language Models are Unsupervised Multitask
 * Learners" (2019), section 2.3.
 */
final class ResidualLinear {
  final int outFeatures;
  final int inFeatures;

  /** The number of blocks N of the decoder that it is part of. */
  final int blocks;

  @Shape(dims = {"outFeatures", "inFeatures"})
  @NormalInit(std = Gpt.STD)
  @ResidualScaled(layersOf = "blocks", rule = ResidualRule.GPT2)
  float[] weights;

  @Shape(dims = "outFeatures")
  @ZerosInit
  float[] bias;

  ResidualLinear(int outFeatures, int inFeatures, int blocks) {
    this.outFeatures = outFeatures;
    this.inFeatures = inFeatures;
    this.blocks = blocks;
  }

  /** {@code [tokens, inFeatures]} to {@code [tokens, outFeatures]}. */
  float[][] forward(float[][] x) {
    return Rows.linear(x, weights, bias);
  }
}
