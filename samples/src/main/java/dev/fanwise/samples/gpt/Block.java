package dev.fanwise.samples.gpt;

import dev.fanwise.Submodule;

/**
 * A block of a decoder with the normalisation at the entrance of each branch, as GPT-2 has it
 * (Radford et al. 2019, section 2.3): x + attention(norm(x)), then x + mlp(norm(x)).
 */
final class Block {
  @Submodule final LayerNorm attentionNorm;
  @Submodule final Attention attention;
  @Submodule final LayerNorm mlpNorm;
  @Submodule final Mlp mlp;

  /**
   * @param blocks how many such blocks the decoder has
   */
  Block(int width, int heads, int blocks) {
    attentionNorm = new LayerNorm(width);
    attention = new Attention(width, heads, blocks);
    mlpNorm = new LayerNorm(width);
    mlp = new Mlp(width, blocks);
  }

  /** The residual stream before the block, {@code [tokens, width]}, to that after it. */
  float[][] forward(float[][] stream) {
    float[][] between = Rows.sum(stream, attention.forward(attentionNorm.forward(stream)));
    return Rows.sum(between, mlp.forward(mlpNorm.forward(between)));
  }
}
