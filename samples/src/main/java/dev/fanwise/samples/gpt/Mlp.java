package dev.fanwise.samples.gpt;

import dev.fanwise.Submodule;

/**
 * The feed-forward part of a block, four times as wide inside (Vaswani et al. 2017, section 3.3),
 * with GELU (Hendrycks and Gimpel 2016) in the tanh form that GPT-2 uses.
 */
final class Mlp {
  @Submodule final Linear hidden;
  @Submodule final ResidualLinear projection;

  Mlp(int width, int blocks) {
    hidden = new Linear(4 * width, width);
    projection = new ResidualLinear(width, 4 * width, blocks);
  }

  /** {@code [tokens, width]} to the same. */
  float[][] forward(float[][] x) {
    float[][] activations = hidden.forward(x);
    for (float[] row : activations) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) gelu(row[i]);
      }
    }
    return projection.forward(activations);
  }

  static double gelu(double z) {
    return z / 2 * (1 + StrictMath.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z)));
  }
}
