package dev.fanwise.samples.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.adapt.LayerFit;
import dev.fanwise.samples.depth.Digits;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Mishkin and Matas (2016) state, on shorter runs than the sample's. */
class AdaptTest {
  private static final double LN_10 = Math.log(10);

  private static Digits training;
  private static Digits test;

  @BeforeAll
  static void draw() {
    Digits drawn = Digits.draw(1000, 3);
    training = drawn.standardisedBy(drawn);
    test = Digits.draw(100, 4).standardisedBy(drawn);
  }

  @ParameterizedTest
  @EnumSource
  void everyLayerHasUnitVariance(Activation activation) {
    Training run = Training.run(Start.LSUV, activation, 50, 0, training, test, 1);
    for (double std : run.stds()) {
      assertEquals(1, std, 0.01);
    }
    for (LayerFit layer : run.started().report().layers()) {
      assertTrue(layer.iterations() <= 1, layer.toString());
    }
  }

  /** The fit scales the orthonormal matrix and does nothing else to it. */
  @Test
  void weightsStayOrthogonal() {
    double[][] batch = training.range(0, 100).images();
    double[] drawn =
        Start.ORTHOGONAL.network(Activation.TANH, 5, batch, 1).network().layers().get(2).weights;
    Start.Started fitted = Start.LSUV.network(Activation.TANH, 5, batch, 1);
    double factor = fitted.report().layers().get(2).factor();
    assertArrayEquals(
        Arrays.stream(drawn).map(w -> w * factor).toArray(),
        fitted.network().layers().get(2).weights);
  }

  @Test
  void thirtyLayersOfReluTrainAfterTheFitAndStallWithout() {
    Training fitted = Training.run(Start.LSUV, Activation.RELU, 30, 6, training, test, 1);
    assertTrue(fitted.lastLoss() < LN_10 - 0.15, "loss " + fitted.lastLoss());
    for (Start start : new Start[] {Start.XAVIER, Start.ORTHOGONAL}) {
      Training run = Training.run(start, Activation.RELU, 30, 6, training, test, 1);
      assertEquals(LN_10, run.lastLoss(), 0.003, start.toString());
    }
  }
}
