package dev.fanwise.samples.conv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.samples.depth.Digits;
import dev.fanwise.samples.export.TensorFile;
import dev.fanwise.samples.export.WeightFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shorter run than the sample's. */
class ConvTrainingTest {
  private static ConvTraining run;

  @BeforeAll
  static void train() {
    Digits drawn = Digits.draw(1500, 1);
    Digits test = Digits.draw(500, 2).standardisedBy(drawn);
    run = ConvTraining.run(3, drawn.standardisedBy(drawn), test, 1);
  }

  @Test
  void theNetworkLearnsTheDigits() {
    assertTrue(run.accuracies()[0] < 0.25, "fresh: " + run.accuracies()[0]);
    assertTrue(run.accuracies()[3] > 0.9, "trained: " + run.accuracies()[3]);
    assertTrue(run.losses()[3] < 0.25, "loss " + run.losses()[3]);
  }

  /** Variance is kept up to the logits, so that a fresh network is wrong with little confidence. */
  @Test
  void theFreshLossIsThatOfAGuessAndALittleMore() {
    assertEquals(Math.log(10) + 0.5, run.losses()[0], 0.5);
  }

  @Test
  void theFileHoldsTheTrainedWeights(@TempDir Path folder) throws IOException {
    ConvNet network = run.network();
    Path file = folder.resolve("convolutions.safetensors");
    WeightFile.write(file, visitor -> ConvNetInitializer.visitParameters(network, visitor));

    Map<String, TensorFile.Tensor> tensors = TensorFile.read(file);
    assertEquals(6, tensors.size());
    assertEquals("16,8,3,3", tensors.get("second.kernel").shape());
    assertArrayEquals(network.second.kernel, tensors.get("second.kernel").values());
    assertEquals("10,400", tensors.get("head.weights").shape());
    assertArrayEquals(network.head.weights, tensors.get("head.weights").values());
    assertArrayEquals(network.first.bias, tensors.get("first.bias").values());
  }
}
