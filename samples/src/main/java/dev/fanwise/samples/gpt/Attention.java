package dev.fanwise.samples.gpt;

import dev.fanwise.NormalInit;
import dev.fanwise.Shape;
import dev.fanwise.Submodule;
import dev.fanwise.ZerosInit;

/**
 * Causal self-attention with several heads: Vaswani et al., "Attention Is All You Need" (2017),
 * section 3.2. Each token takes from itself and those before it.
 */
final class Attention {
  final int width;
  final int heads;

  /** Queries, keys and values, one matrix under the other. */
  @Shape(
      dims = {"fusedFeatures", "width"},
      parts = 3)
  @NormalInit(std = Gpt.STD)
  float[] queryKeyValue;

  @Shape(dims = "fusedFeatures")
  @ZerosInit
  float[] queryKeyValueBias;

  @Submodule final ResidualLinear projection;

  Attention(int width, int heads, int blocks) {
    this.width = width;
    this.heads = heads;
    this.projection = new ResidualLinear(width, width, blocks);
  }

  int fusedFeatures() {
    return 3 * width;
  }

  /** {@code [tokens, width]} to the same. */
  float[][] forward(float[][] x) {
    float[][] fused = Rows.linear(x, queryKeyValue, queryKeyValueBias);
    float[][] mixed = new float[x.length][width];
    int headWidth = width / heads;
    for (int token = 0; token < x.length; token++) {
      for (int head = 0; head < heads; head++) {
        int query = head * headWidth;
        int key = query + width;
        int value = key + width;
        double[] scores = new double[token + 1];
        for (int other = 0; other <= token; other++) {
          double score = Rows.dot(fused[token], query, fused[other], key, headWidth);
          scores[other] = score / Math.sqrt(headWidth);
        }
        softmax(scores);
        for (int other = 0; other <= token; other++) {
          for (int f = 0; f < headWidth; f++) {
            mixed[token][query + f] += (float) (scores[other] * fused[other][value + f]);
          }
        }
      }
    }
    return projection.forward(mixed);
  }

  private static void softmax(double[] scores) {
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      // Fresh weights give scores near 0: a trained model would subtract the greatest first.
      scores[i] = StrictMath.exp(scores[i]);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
  }
}
