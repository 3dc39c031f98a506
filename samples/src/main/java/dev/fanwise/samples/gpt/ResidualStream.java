package dev.fanwise.samples.gpt;

import dev.fanwise.runtime.Keys;
import java.util.List;

/**
 * The residual stream of a fresh model.
 *
 * @param stds the standard deviation: after the embeddings, then after each block
 * @param theory what theory says of it
 * @param commonShare how much of the last block's output is the same for all tokens, of its mean
 *     square
 */
record ResidualStream(double[] stds, double[] theory, double commonShare) {
  private static final int VOCABULARY = 256;
  private static final int CONTEXT = 64;
  private static final int WIDTH = 128;
  private static final int HEADS = 4;

  /** A fresh model with its residual projections scaled. */
  static Gpt scaled(long seed) {
    return GptInitializer.initialize(new Gpt(VOCABULARY, CONTEXT, WIDTH, HEADS), seed);
  }

  /**
   * The same model without the scaling: its residual projections are drawn again from their own
   * streams, as plain {@link Linear} layers are. So the factor is all that differs.
   */
  static Gpt unscaled(long seed) {
    Gpt gpt = scaled(seed);
    long blocksSeed = Keys.fold(seed, Keys.id("blocks"));
    for (int b = 0; b < Gpt.BLOCKS; b++) {
      long blockSeed = Keys.fold(blocksSeed, b);
      drawUnscaled(gpt.blocks[b].attention.projection, Keys.fold(blockSeed, Keys.id("attention")));
      drawUnscaled(gpt.blocks[b].mlp.projection, Keys.fold(blockSeed, Keys.id("mlp")));
    }
    return gpt;
  }

  private static void drawUnscaled(ResidualLinear layer, long branchSeed) {
    long seed = Keys.fold(branchSeed, Keys.id("projection"));
    LinearInitializer.fillWeights(layer.weights, layer.outFeatures, layer.inFeatures, seed);
  }

  /**
   * Sends tokens through a model.
   *
   * @param factor what the model's residual projections are scaled by
   */
  static ResidualStream measure(Gpt gpt, double factor, int[] tokens) {
    List<float[][]> streams = gpt.residualStream(tokens);
    return new ResidualStream(
        streams.stream().mapToDouble(Rows::std).toArray(),
        theory(gpt.width, factor, tokens.length),
        Rows.commonShare(streams.get(Gpt.BLOCKS)));
  }

  /** How many times as large the stream leaves the last block as it enters the first. */
  double growth() {
    return stds[Gpt.BLOCKS] / stds[0];
  }

  double theoreticalGrowth() {
    return theory[Gpt.BLOCKS] / theory[0];
  }

  /**
   * The variances of independent branches add up. Tokens are taken for independent of each other,
   * too, and attention for the plain mean of a token and those before it, as fresh scores are near
   * 0.
   */
  private static double[] theory(int width, double factor, int tokens) {
    double weight = Gpt.STD * Gpt.STD;
    double feature = width * weight; // the variance that a linear layer makes of a normalised row
    double left = 0; // of a variance in the mean of t tokens: 1/t, on average over the text
    for (int t = 1; t <= tokens; t++) {
      left += 1.0 / t / tokens;
    }
    double attention = width * weight * left * feature;
    double mlp = 4 * width * weight * meanSquareOfGelu(Math.sqrt(feature));

    double[] stds = new double[Gpt.BLOCKS + 1];
    for (int b = 0; b < stds.length; b++) {
      stds[b] = Math.sqrt(2 * weight + b * factor * factor * (attention + mlp));
    }
    return stds;
  }

  /** E[GELU(z)²] for z from N(0, std²), as a sum from −8 to 8 standard deviations. */
  private static double meanSquareOfGelu(double std) {
    double mean = 0;
    for (int i = -800; i <= 800; i++) {
      double u = i / 100.0;
      double gelu = Mlp.gelu(u * std);
      mean += gelu * gelu * Math.exp(-u * u / 2) / Math.sqrt(2 * Math.PI) / 100;
    }
    return mean;
  }
}
