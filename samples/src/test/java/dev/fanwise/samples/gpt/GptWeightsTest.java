package dev.fanwise.samples.gpt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.samples.export.TensorFile;
import dev.fanwise.samples.export.WeightFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GptWeightsTest {
  @Test
  void theFileHoldsTheModel(@TempDir Path folder) throws IOException {
    Gpt gpt = ResidualStream.scaled(1);
    Path file = folder.resolve("weights").resolve("gpt.safetensors");
    WeightFile.write(file, visitor -> GptInitializer.visitParameters(gpt, visitor));

    Map<String, TensorFile.Tensor> tensors = TensorFile.read(file);
    assertEquals(148, tensors.size());
    long weights = 0;
    for (TensorFile.Tensor tensor : tensors.values()) {
      weights += tensor.values().length;
    }
    // Embeddings, twelve blocks of twelve parameters, the last norm.
    int block = 4 * 128 + 12 * 128 * 128 + (3 + 1 + 4 + 1) * 128;
    assertEquals((256 + 64) * 128 + 12 * block + 2 * 128, weights);
    assertEquals(weights, GptInitializer.parameterCount(gpt));

    assertTensor("256,128", gpt.tokenEmbedding, tensors.get("tokenEmbedding"));
    Block last = gpt.blocks[11];
    String name = "blocks.11.attention.queryKeyValue";
    assertTensor("384,128", last.attention.queryKeyValue, tensors.get(name));
    name = "blocks.11.mlp.projection.weights";
    assertTensor("128,512", last.mlp.projection.weights, tensors.get(name));
    assertTensor("128", gpt.lastNorm.gain, tensors.get("lastNorm.gain"));
  }

  private static void assertTensor(String shape, float[] weights, TensorFile.Tensor tensor) {
    assertEquals(shape, tensor.shape());
    assertArrayEquals(weights, tensor.values());
  }
}
