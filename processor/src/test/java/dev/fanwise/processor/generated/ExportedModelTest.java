package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.checkpoint.Safetensors;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.runtime.ParameterInfo;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of twelve blocks with twelve parameters each, as a file. */
class ExportedModelTest {
  private static final String[] PARAMETERS = {
    "@Shape(dims = {\"3\", \"width\", \"width\"}, parts = 1) @XavierInit float[] qkv;",
    "@Shape(dims = {\"width\", \"width\"}) @XavierInit @ResidualScaled(layers = 12,"
        + " rule = ResidualRule.GPT2) float[][] proj;",
    "@Shape(dims = \"width\") @ZerosInit float[] projBias;",
    "@Shape(dims = {\"hidden\", \"width\"}) @KaimingInit double[] up;",
    "@Shape(dims = \"hidden\") @BiasInit(of = \"up\") double[] upBias;",
    "@Shape(dims = {\"width\", \"hidden\"}) @LecunInit double[][] down;",
    "@Shape(dims = \"width\") @OnesInit java.nio.FloatBuffer gain;",
    "@Shape(dims = \"width\") @ConstantInit(0.1) java.nio.DoubleBuffer shift;",
    "@Shape(dims = {\"hidden\", \"2\"}) @NormalInit @Precision(HalfPrecision.BF16) short[] gate;",
    "@Shape(dims = {\"2\", \"hidden\"}) @UniformInit @Precision(HalfPrecision.FP16) short[] mix;",
    "@Shape(dims = {\"width\", \"width\"}) @OrthogonalInit float[] turn;",
    "@Shape({3, 2, 3}) @TruncatedNormalInit float[][][] kernel;",
  };

  private static final Pattern ENTRY =
      Pattern.compile(
          "\"([^\"]+)\":\\{\"dtype\":\"([^\"]+)\",\"shape\":\\[([0-9,]*)],"
              + "\"data_offsets\":\\[([0-9]+),([0-9]+)]}");

  /** A tensor of a file. */
  private record Tensor(String type, String shape, byte[] data) {}

  private static Model initialized(String... parameters) {
    Model model =
        Model.of(
            Javac.compile(
                "class Block { int width = 5, hidden = 7;\n" + String.join("\n", parameters) + "}",
                """
                class Net {
                  @Submodule final Block[] blocks = new Block[12];
                  Net() { java.util.Arrays.setAll(blocks, i -> new Block()); }
                }
                """),
            "p.Net");
    model.initialize(2026);
    return model;
  }

  private static Map<String, Tensor> readBack(Model model, Path file) throws IOException {
    Safetensors.write(file, model::visit);
    byte[] bytes = Files.readAllBytes(file);
    int header = Math.toIntExact(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong());
    String json = new String(bytes, 8, header, StandardCharsets.UTF_8);
    byte[] data = Arrays.copyOfRange(bytes, 8 + header, bytes.length);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    Map<Integer, Integer> ends = new TreeMap<>();
    Matcher entries = ENTRY.matcher(json);
    StringBuilder rest = new StringBuilder();
    while (entries.find()) {
      int from = Integer.parseInt(entries.group(4));
      int to = Integer.parseInt(entries.group(5));
      ends.put(from, to);
      tensors.put(
          entries.group(1),
          new Tensor(entries.group(2), entries.group(3), Arrays.copyOfRange(data, from, to)));
      entries.appendReplacement(rest, "");
    }
    entries.appendTail(rest);
    assertEquals("{" + ",".repeat(tensors.size() - 1) + "}", rest.toString().strip());
    int place = 0;
    for (Map.Entry<Integer, Integer> tensor : ends.entrySet()) {
      assertEquals(place, tensor.getKey(), "a gap or an overlap");
      place = tensor.getValue();
    }
    assertEquals(data.length, place);
    return tensors;
  }

  /** The bytes of weights in memory, little-endian and row by row. */
  private static void put(Object weights, ByteBuffer bytes) {
    if (weights instanceof float[] floats) {
      bytes.asFloatBuffer().put(floats);
      bytes.position(bytes.position() + 4 * floats.length);
    } else if (weights instanceof double[] doubles) {
      bytes.asDoubleBuffer().put(doubles);
      bytes.position(bytes.position() + 8 * doubles.length);
    } else if (weights instanceof short[] halves) {
      bytes.asShortBuffer().put(halves);
      bytes.position(bytes.position() + 2 * halves.length);
    } else if (weights instanceof FloatBuffer buffer) {
      for (int i = 0; i < buffer.capacity(); i++) {
        bytes.putFloat(buffer.get(i));
      }
    } else if (weights instanceof DoubleBuffer buffer) {
      for (int i = 0; i < buffer.capacity(); i++) {
        bytes.putDouble(buffer.get(i));
      }
    } else {
      for (Object row : (Object[]) weights) {
        put(row, bytes);
      }
    }
  }

  private static void assertIs(ParameterInfo info, Object weights, Tensor tensor) {
    assertEquals(info.dataType().name(), tensor.type(), info.name());
    assertEquals(Arrays.toString(info.shape()).replaceAll("[\\[\\] ]", ""), tensor.shape());
    ByteBuffer bytes = ByteBuffer.allocate(tensor.data().length).order(ByteOrder.LITTLE_ENDIAN);
    put(weights, bytes);
    assertEquals(0, bytes.remaining(), info.name());
    assertArrayEquals(bytes.array(), tensor.data(), info.name());
  }

  @Test
  void readsBack(@TempDir Path folder) throws IOException {
    Model model = initialized(PARAMETERS);
    Map<String, Tensor> tensors = readBack(model, folder.resolve("net.safetensors"));
    assertEquals(144, tensors.size());
    int[] visited = {0};
    model.visit(
        (info, weights) -> {
          visited[0]++;
          assertIs(info, weights, tensors.get(info.name()));
        });
    assertEquals(144, visited[0]);
  }

  @Test
  void aFieldInTheMiddleChangesNoOtherTensor(@TempDir Path folder) throws IOException {
    Map<String, Tensor> before =
        readBack(initialized(PARAMETERS), folder.resolve("before.safetensors"));
    String[] more = Arrays.copyOf(PARAMETERS, PARAMETERS.length);
    more[6] = "@Shape(dims = {\"width\", \"3\"}) @XavierInit float[] added;\n" + more[6];
    Map<String, Tensor> after = readBack(initialized(more), folder.resolve("after.safetensors"));
    assertEquals(156, after.size());
    before.forEach(
        (name, tensor) -> {
          assertEquals(tensor.type(), after.get(name).type(), name);
          assertEquals(tensor.shape(), after.get(name).shape(), name);
          assertArrayEquals(tensor.data(), after.get(name).data(), name);
        });
  }
}
