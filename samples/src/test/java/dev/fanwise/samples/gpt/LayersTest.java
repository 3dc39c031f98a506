package dev.fanwise.samples.gpt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayersTest {
  @Test
  void aLinearLayerIsTheMatrixProductPlusBias() {
    Linear layer = new Linear(2, 3);
    layer.weights = new float[] {1, 2, 3, 4, 5, 6};
    layer.bias = new float[] {10, 20};
    float[][] y = layer.forward(new float[][] {{1, 0, -1}, {1, 1, 1}});
    assertArrayEquals(new float[][] {{8, 18}, {16, 35}}, y);
  }

  @Test
  void aLayerNormGivesEachTokenMeanZeroAndVarianceOne() {
    LayerNorm norm = LayerNormInitializer.initialize(new LayerNorm(4), 1);
    float[] row = norm.forward(new float[][] {{1, 2, 3, 6}})[0];
    float std = (float) Math.sqrt(3.5);
    assertArrayEquals(new float[] {-2 / std, -1 / std, 0, 3 / std}, row, 1e-5f);
  }

  /** Equal scores: a token gets the mean of the values so far, of its head's features. */
  @Test
  void attentionTakesTheMeanWhereAllScoresAreEqual() {
    Attention attention = AttentionInitializer.initialize(new Attention(4, 2, Gpt.BLOCKS), 1);
    attention.queryKeyValue = new float[12 * 4];
    attention.projection.weights = new float[4 * 4];
    for (int f = 0; f < 4; f++) {
      attention.queryKeyValue[(8 + f) * 4 + f] = 1; // values are the inputs
      attention.projection.weights[f * 4 + f] = 1;
    }
    float[][] mixed = attention.forward(new float[][] {{1, 2, 3, 4}, {3, 6, 1, 0}});
    assertArrayEquals(new float[] {1, 2, 3, 4}, mixed[0]);
    assertArrayEquals(new float[] {2, 4, 2, 2}, mixed[1], 1e-6f);
  }

  /** Queries and keys of one head's features only: a score of ln 3 against 0 weighs 3 to 1. */
  @Test
  void attentionWeighsByScoresOfItsHead() {
    Attention attention = AttentionInitializer.initialize(new Attention(2, 2, Gpt.BLOCKS), 1);
    attention.queryKeyValue = new float[6 * 2];
    attention.queryKeyValue[0] = 1; // the first head's query is the first input
    attention.queryKeyValue[2 * 2] = (float) Math.log(3); // and its key likewise
    attention.queryKeyValue[4 * 2 + 1] = 1; // both heads' value is the second input
    attention.queryKeyValue[5 * 2 + 1] = 1;
    attention.projection.weights = new float[] {1, 0, 0, 1};
    float[][] mixed = attention.forward(new float[][] {{0, 8}, {1, 4}});
    assertArrayEquals(new float[] {5, 6}, mixed[1], 1e-5f);
  }

  @Test
  void noTokenSeesTheNext() {
    Gpt gpt = ResidualStream.scaled(1);
    List<float[][]> streams = gpt.residualStream(new int[] {5, 6, 7});
    List<float[][]> others = gpt.residualStream(new int[] {5, 6, 8});
    float[][] last = streams.get(Gpt.BLOCKS);
    float[][] otherLast = others.get(Gpt.BLOCKS);
    assertArrayEquals(last[0], otherLast[0]);
    assertArrayEquals(last[1], otherLast[1]);
    assertFalse(Arrays.equals(last[2], otherLast[2]));
  }

  @Test
  void geluIsZAboveAndZeroBelow() {
    assertEquals(0, Mlp.gelu(0));
    assertEquals(0.841192, Mlp.gelu(1), 1e-6); // the tanh form; exact: 0.841345
    assertEquals(-0.158808, Mlp.gelu(-1), 1e-6);
    assertEquals(10, Mlp.gelu(10), 1e-12);
  }

  @Test
  void tokensThatAreAlikeShareAll() {
    assertEquals(1, Rows.commonShare(new float[][] {{1, -2}, {1, -2}}), 1e-12);
    assertEquals(0.5, Rows.commonShare(new float[][] {{1, 1}, {1, -1}}), 1e-12);
    assertEquals(2, Rows.std(new float[][] {{1, 5}, {5, 1}}), 1e-12);
  }
}
