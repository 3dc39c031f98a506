package dev.fanwise.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.checkpoint.Safetensors;
import dev.fanwise.runtime.Draws;
import dev.fanwise.runtime.Keys;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checkpoints as tables and cards. */
class CheckpointTest extends InspectedModels {
  /** A decoder of which one block was drawn otherwise. */
  private static ParameterSource decoder() {
    return visitor -> {
      for (int i = 0; i < 12; i++) {
        String name = "h." + i + ".mlp.weight";
        double std = i == 7 ? 0.03 : 0.02;
        float[] weights = new float[64 * 256];
        Draws.normal(0, std).into(weights, 0, weights.length, Keys.id(name), 0);
        visitor.visit(ParameterInfo.of(name, 256, 64).normal(0, std), weights);
        visitor.visit(ParameterInfo.of("h." + i + ".norm", 64).constant(1), new float[64]);
      }
    };
  }

  @Test
  void aTableAndACard() throws IOException {
    Path file = folder.resolve("model.safetensors");
    Safetensors.write(file, decoder());
    Path pages = folder.resolve("pages");
    Path csv = folder.resolve("all.csv");
    Result result = run(file, "--out", pages, "--csv", csv);
    assertEquals(0, result.code(), result.err());
    assertTrue(result.out().startsWith("h.7.mlp.weight: std 0.0"), result.out());
    assertTrue(result.out().contains("256 × 64"), result.out());
    String page = Files.readString(pages.resolve("model.safetensors.html"));
    assertTrue(page.contains("a checkpoint, its weights as they are"));
    assertEquals(1, page.split("<strong>").length - 1);
    String json = Files.readString(pages.resolve("model.safetensors.json"));
    assertTrue(json.contains("\"origin\": \"file\""));
    assertEquals(25, Files.readAllLines(csv).size());
    String first = result.out().substring(0, result.out().indexOf('\n'));
    assertTrue(run(folder).out().startsWith(first));
  }

  @Test
  void filesThatAreNone() throws IOException {
    Path file = folder.resolve("broken.safetensors");
    String header = "{\"w\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,20]}}";
    for (byte[] bytes :
        List.of(
            new byte[3], bytes(1L << 50, ""), bytes(4, "[1] "), bytes(header.length(), header))) {
      Files.write(file, bytes);
      Result result = run(file);
      assertEquals(2, result.code());
      assertTrue(result.err().contains(" is no file of safetensors: "), result.err());
    }
    assertEquals(2, run(file, "--seed", 3).code());
  }

  private static byte[] bytes(long length, String header) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(8 + text.length).order(ByteOrder.LITTLE_ENDIAN);
    return bytes.putLong(length).put(text).array();
  }
}
