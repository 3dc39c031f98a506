package dev.fanwise.samples.depth;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What He et al. (2015) state, on shorter runs than the sample's. */
class PaperTest {
  private static final double LN_10 = Math.log(10);

  private static Digits training;
  private static Digits test;

  @BeforeAll
  static void draw() {
    Digits drawn = Digits.draw(2000, 1);
    training = drawn.standardisedBy(drawn);
    test = Digits.draw(500, 2).standardisedBy(drawn);
  }

  /** Section 2.2: Kaiming keeps the variance from layer to layer, Xavier halves it. */
  @Test
  void theoryKnowsTheVarianceFactors() {
    assertEquals(1, Scheme.KAIMING.varianceFactor(), 1e-12);
    assertEquals(0.5, Scheme.XAVIER.varianceFactor(), 1e-12);
    assertEquals(0.0032, Scheme.SMALL_NORMAL.varianceFactor(), 1e-12);
  }

  @ParameterizedTest
  @EnumSource
  void signalsFollowTheory(Scheme scheme) {
    Signals signals = Signals.measure(scheme, 30, 10, training.range(0, 50), 1);
    double theory = scheme.varianceFactor();
    assertEquals(theory, signals.forwardFactor(), 0.1 * theory);
    assertEquals(theory, signals.backwardFactor(), 0.1 * theory);
  }

  /** A deeper network of the same seed begins with the same layers, and no two are alike. */
  @Test
  void layersAreDrawnFromSeedsOfTheirOwn() {
    ReluNetwork shallow = Scheme.KAIMING.network(5, 1);
    ReluNetwork deep = Scheme.KAIMING.network(9, 1);
    assertArrayEquals(shallow.layers().get(3).weights, deep.layers().get(3).weights);
    double[] third = deep.layers().get(2).weights;
    double[] fourth = deep.layers().get(3).weights;
    assertTrue(third[0] != fourth[0] && third[64] != fourth[64]);
  }

  /** Figure 3. */
  @Test
  void thirtyLayersTrainFromKaiming() {
    Training run = Training.run(Scheme.KAIMING, 30, 8, training, test, 1);
    assertTrue(run.lastLoss() < LN_10 - 0.7, "loss " + run.lastLoss());
    assertTrue(run.accuracy() > 0.3, "accuracy " + run.accuracy());
  }

  /** Figure 3. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "KAIMING")
  void thirtyLayersStallFromTheOthers(Scheme scheme) {
    Training run = Training.run(scheme, 30, 8, training, test, 1);
    assertEquals(LN_10, run.lastLoss(), 0.003);
    assertTrue(run.weightChange() < 1e-4, "weights moved by " + run.weightChange());
  }
}
