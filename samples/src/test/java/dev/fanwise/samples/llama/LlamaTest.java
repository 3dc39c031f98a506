package dev.fanwise.samples.llama;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.checkpoint.ReadOptions;
import dev.fanwise.checkpoint.WriteOptions;
import dev.fanwise.checkpoint.WriteReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LlamaTest {
  private static final Sizes SMALL = new Sizes(24, 8, 2, 4, 2, 12);

  private static final Map<String, String> SHAPES_OF_A_BLOCK =
      Map.of(
          "input_layernorm.weight", "8",
          "self_attn.q_proj.weight", "8,8",
          "self_attn.k_proj.weight", "4,8",
          "self_attn.v_proj.weight", "4,8",
          "self_attn.o_proj.weight", "8,8",
          "post_attention_layernorm.weight", "8",
          "mlp.gate_proj.weight", "12,8",
          "mlp.up_proj.weight", "12,8",
          "mlp.down_proj.weight", "8,12");

  private static Map<String, String> shapes() {
    Map<String, String> shapes = new TreeMap<>();
    shapes.put("model.embed_tokens.weight", "24,8");
    for (int block = 0; block < 2; block++) {
      String path = "model.layers." + block + ".";
      SHAPES_OF_A_BLOCK.forEach((name, shape) -> shapes.put(path + name, shape));
    }
    shapes.put("model.norm.weight", "8");
    shapes.put("lm_head.weight", "24,8");
    return shapes;
  }

  /** The first group of each match, and the second. */
  private static Map<String, String> find(String pattern, String text) {
    Map<String, String> found = new TreeMap<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      assertEquals(null, found.put(matcher.group(1), matcher.group(2)), matcher.group(1));
    }
    return found;
  }

  private static Map<String, String> shapesIn(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String header = new String(bytes, 8, length, StandardCharsets.UTF_8);
    assertTrue(header.contains("\"__metadata__\":{\"format\":\"pt\"}"), header);
    return find("\"([^\"]+)\":\\{\"dtype\":\"BF16\",\"shape\":\\[([0-9,]+)]", header);
  }

  @Test
  void hasTheNumbersOfWeightsThatItSays() {
    assertEquals(6_738_415_616L, LlamaInitializer.parameterCount(new Llama(Sizes.LLAMA_7B)));
    assertEquals(50_602_496, LlamaInitializer.parameterCount(new Llama(Sizes.SCALED)));
  }

  /** Without a byte of it being drawn. */
  @Test
  void thatOf7BIsPlannedInShards() {
    CheckpointPlan plan =
        Checkpoint.plan(
            LlamaInitializer.lazyParameters(new Llama(Sizes.LLAMA_7B), 42),
            WriteOptions.defaults());
    assertEquals(13_476_831_232L, plan.totalSize());
    assertEquals(3, plan.shards().size());
    for (CheckpointPlan.Shard shard : plan.shards()) {
      assertTrue(shard.bytes() <= 5_000_000_000L, shard.file());
    }
    assertEquals(291, find("\"([^\"]+)\": \"(model-[^\"]+)\"", plan.index()).size());
  }

  @Test
  void filesHaveTheNamesOfHuggingFaceAndTheWeightsOfTheModel(@TempDir Path folder)
      throws IOException {
    WriteOptions options =
        WriteOptions.defaults().maxShardBytes(1_000).metadata(Map.of("format", "pt"));
    WriteReport report = LlamaSample.write(SMALL, folder, options);
    assertTrue(report.files().size() > 3, report::toString);

    Map<String, String> index =
        find(
            "\"([^\"]+)\": \"(model-[^\"]+)\"",
            Files.readString(folder.resolve("model.safetensors.index.json")));
    assertEquals(shapes().keySet(), index.keySet());
    Map<String, String> shapes = new TreeMap<>();
    for (String file : index.values().stream().distinct().toList()) {
      Map<String, String> there = shapesIn(folder.resolve(file));
      there.keySet().forEach(name -> assertEquals(file, index.get(name), name));
      shapes.putAll(there);
    }
    assertEquals(shapes(), shapes);

    Llama expected = LlamaInitializer.initialize(new Llama(SMALL), LlamaSample.SEED);
    Map<String, short[]> weights = new TreeMap<>();
    LlamaInitializer.visitParameters(
        expected, (info, array) -> weights.put(info.name(), (short[]) array));
    Llama read = new Llama(SMALL);
    Checkpoint.read(
        folder, visitor -> LlamaInitializer.visitParameters(read, visitor), ReadOptions.strict());
    LlamaInitializer.visitParameters(
        read,
        (info, array) ->
            assertArrayEquals(weights.remove(info.name()), (short[]) array, info.name()));
    assertEquals(Map.of(), weights);
  }
}
