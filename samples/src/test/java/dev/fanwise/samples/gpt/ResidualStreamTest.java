package dev.fanwise.samples.gpt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.runtime.ParameterInfo;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What Radford et al. (2019), section 2.3, state of the residual path. */
class ResidualStreamTest {
  private static final double FACTOR = 1 / Math.sqrt(24);

  private final Gpt scaled = ResidualStream.scaled(1);
  private final Gpt unscaled = ResidualStream.unscaled(1);
  private final int[] tokens = new SplittableRandom(1).ints(64, 0, 256).toArray();

  @Test
  void withTheScalingTheStreamFollowsTheory() {
    ResidualStream stream = ResidualStream.measure(scaled, FACTOR, tokens);
    for (int b = 0; b <= Gpt.BLOCKS; b++) {
      assertEquals(1, stream.stds()[b] / stream.theory()[b], 0.05, "after block " + b);
    }
    assertEquals(1.71, stream.theoreticalGrowth(), 0.005);
  }

  /** Tokens become alike without the scaling, which adds to what theory says. */
  @Test
  void withoutTheScalingTheStreamGrowsWithDepth() {
    ResidualStream stream = ResidualStream.measure(unscaled, 1, tokens);
    assertEquals(1, stream.stds()[1] / stream.theory()[1], 0.05);
    assertEquals(6.84, stream.theoreticalGrowth(), 0.005);
    assertTrue(stream.growth() > stream.theoreticalGrowth(), "grows by " + stream.growth());
    assertTrue(stream.growth() < 1.35 * stream.theoreticalGrowth(), "grows by " + stream.growth());
    assertTrue(stream.commonShare() > 0.3, "share " + stream.commonShare());
  }

  /** The excess over theory comes through attention: without its output there is none. */
  @Test
  void withoutAttentionTheGrowthIsThatOfTheMlps() {
    for (Block block : unscaled.blocks) {
      block.attention.projection.weights = new float[128 * 128];
    }
    ResidualStream stream = ResidualStream.measure(unscaled, 1, tokens);
    assertEquals(1, stream.stds()[Gpt.BLOCKS] / stream.theory()[Gpt.BLOCKS], 0.1);
  }

  /** The last norm and the token embedding give logits of 0.02·√128 whatever the stream. */
  @Test
  void aFreshModelGuesses() {
    double spread = 0.02 * 0.02 * 128 / 2; // the loss that logits of such a variance add
    assertEquals(Math.log(256) + spread, scaled.loss(tokens), 0.05);
    assertEquals(Math.log(256) + spread, unscaled.loss(tokens), 0.05);
  }

  @Test
  void theFactorIsAllThatDiffers() {
    for (int b = 0; b < Gpt.BLOCKS; b++) {
      Block with = scaled.blocks[b];
      Block without = unscaled.blocks[b];
      assertArrayEquals(with.attention.queryKeyValue, without.attention.queryKeyValue);
      assertArrayEquals(with.mlp.hidden.weights, without.mlp.hidden.weights);
      assertFactor(with.attention.projection.weights, without.attention.projection.weights);
      assertFactor(with.mlp.projection.weights, without.mlp.projection.weights);
    }
  }

  private static void assertFactor(float[] with, float[] without) {
    for (int i = 0; i < with.length; i++) {
      assertEquals(FACTOR, (double) with[i] / without[i], 1e-6);
    }
  }

  @Test
  void onlyResidualProjectionsAreScaled() {
    List<ParameterInfo> parameters = GptInitializer.parameters(scaled);
    assertEquals(2 + 12 * 12 + 2, parameters.size());
    int narrow = 0;
    for (ParameterInfo parameter : parameters) {
      boolean residual = parameter.name().endsWith("projection.weights");
      if (parameter.scheme().equals("NormalInit")) {
        assertEquals(residual ? 0.02 * FACTOR : 0.02, parameter.std(), 1e-15, parameter.name());
      }
      narrow += residual ? 1 : 0;
    }
    assertEquals(24, narrow);
  }

  @Test
  void fusedQueriesKeysAndValuesHaveTheFansOfOne() {
    ParameterInfo fused = AttentionInitializer.parameters(scaled.blocks[0].attention).get(0);
    assertArrayEquals(new int[] {384, 128}, fused.shape());
    assertEquals(128, fused.fanIn());
    assertEquals(128, fused.fanOut());
  }
}
