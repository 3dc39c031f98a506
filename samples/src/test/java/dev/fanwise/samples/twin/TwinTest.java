package dev.fanwise.samples.twin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class TwinTest {
  private final TorchFigures torch;

  TwinTest() throws IOException {
    torch = TorchFigures.stored();
  }

  @Test
  void startsFromTheWeightsOfPyTorch() {
    assertEquals(torch.parameters(), Twin.drawn().parameters().stream().map(Checksum::of).toList());
  }

  @Test
  void seesThePicturesThatPyTorchSaw() {
    assertEquals(torch.pixels(), Checksum.of(Pictures.draw().pixels()));
  }

  /** Floats are added up in another order, and the losses of PyTorch are floats: 2e-7 measured. */
  @Test
  void losesWhatPyTorchLosesInEachStep() {
    double[] losses = Twin.drawn().train(Pictures.draw());
    assertEquals(50, torch.losses().length);
    assertEquals(50, losses.length);
    assertTrue(losses[49] < losses[0] / 2, "nothing was learnt: " + losses[49]);
    for (int step = 0; step < losses.length; step++) {
      double difference = TwinSample.relative(losses[step], torch.losses()[step]);
      assertTrue(difference < 1e-6, "step " + (step + 1) + ": " + difference);
    }
  }
}
