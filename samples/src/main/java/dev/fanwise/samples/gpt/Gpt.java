package dev.fanwise.samples.gpt;

import dev.fanwise.NormalInit;
import dev.fanwise.Shape;
import dev.fanwise.Submodule;
import dev.fanwise.samples.depth.CrossEntropy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A decoder as GPT-2 is one (Radford et al. 2019, after Vaswani et al. 2017), of as many blocks and
 * smaller in all else.
 */
final class Gpt {
  /** The number of blocks N, by which the residual projections are scaled: 1/√(2N). */
  static final int BLOCKS = 12;

  /** The standard deviation of all weights that are not scaled. */
  static final double STD = 0.02;

  final int vocabulary;
  final int context;
  final int width;

  @Shape(dims = {"vocabulary", "width"})
  @NormalInit(std = STD)
  float[] tokenEmbedding;

  @Shape(dims = {"context", "width"})
  @NormalInit(std = STD)
  float[] positionEmbedding;

  @Submodule final Block[] blocks;
  @Submodule final LayerNorm lastNorm;

  /**
   * A model without weights.
   *
   * @param vocabulary the number of different tokens
   * @param context the greatest number of tokens in a text
   * @param width the number of features of the residual stream, a multiple of {@code heads}
   */
  Gpt(int vocabulary, int context, int width, int heads) {
    this.vocabulary = vocabulary;
    this.context = context;
    this.width = width;
    this.blocks =
        Stream.generate(() -> new Block(width, heads, BLOCKS)).limit(BLOCKS).toArray(Block[]::new);
    this.lastNorm = new LayerNorm(width);
  }

  /** The residual stream {@code [tokens, width]}: after the embeddings, then after each block. */
  List<float[][]> residualStream(int[] tokens) {
    List<float[][]> streams = new ArrayList<>();
    streams.add(embed(tokens));
    for (Block block : blocks) {
      streams.add(block.forward(streams.get(streams.size() - 1)));
    }
    return streams;
  }

  /** The mean of −ln p(next token) over a text, in nats. */
  double loss(int[] tokens) {
    int[] read = Arrays.copyOf(tokens, tokens.length - 1);
    int[] next = Arrays.copyOfRange(tokens, 1, tokens.length);
    return CrossEntropy.loss(logits(residualStream(read).get(BLOCKS)), next);
  }

  /** By the token embedding again, {@code [tokens, width]} to {@code [tokens, vocabulary]}. */
  private double[][] logits(float[][] lastStream) {
    float[][] rows = lastNorm.forward(lastStream);
    double[][] logits = new double[rows.length][vocabulary];
    for (int t = 0; t < rows.length; t++) {
      for (int v = 0; v < vocabulary; v++) {
        logits[t][v] = Rows.dot(rows[t], 0, tokenEmbedding, v * width, width);
      }
    }
    return logits;
  }

  private float[][] embed(int[] tokens) {
    float[][] stream = new float[tokens.length][width];
    for (int t = 0; t < tokens.length; t++) {
      for (int f = 0; f < width; f++) {
        stream[t][f] = tokenEmbedding[tokens[t] * width + f] + positionEmbedding[t * width + f];
      }
    }
    return stream;
  }
}
