package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/checkpoints.md says of PyTorch, with the classes that it shows. */
class CheckpointsPageTest {
  private static final String IMPORTS =
      "package p; import dev.fanwise.*; import dev.fanwise.checkpoint.*; import java.io.*;"
          + " import java.nio.file.*; import java.util.*;\n";

  /** The sizes that rows of the page's table have letters for. */
  private static final String SIZES = "static final int n = 11, d = 3, i = 6, o = 4, k = 5;";

  private static final String MORE_SIZES = "static final int g = 2, h = 7;";

  /**
   * The page's network: what {@code state_dict()} has in PyTorch 2, but for the second name of the
   * embedding.
   */
  private static final Map<String, int[]> STATE_DICT =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("embed.weight", new int[] {20, 6}),
              Map.entry("conv.weight", new int[] {8, 3, 3, 3}),
              Map.entry("conv.bias", new int[] {8}),
              Map.entry("lstm.weight_ih_l0", new int[] {20, 8}),
              Map.entry("lstm.weight_hh_l0", new int[] {20, 5}),
              Map.entry("lstm.bias_ih_l0", new int[] {20}),
              Map.entry("lstm.bias_hh_l0", new int[] {20}),
              Map.entry("norm.weight", new int[] {5}),
              Map.entry("norm.bias", new int[] {5}),
              Map.entry("fc.weight", new int[] {6, 5}),
              Map.entry("fc.bias", new int[] {6})));

  private final Page page = new Page("docs/checkpoints.md");

  private ClassLoader compile() {
    return Javac.javac()
        .withCheckpoints()
        .run(IMPORTS + page.block("Tagger.java"), IMPORTS + page.block("TorchTagger.java"))
        .requireSuccess()
        .load();
  }

  private static int elements(int[] shape) {
    return Arrays.stream(shape).reduce(1, Math::multiplyExact);
  }

  /** Numbers that tell tensors and places apart. */
  private static float[] values(String name) {
    float[] values = new float[elements(STATE_DICT.get(name))];
    for (int at = 0; at < values.length; at++) {
      values[at] = Math.floorMod(name.hashCode(), 1000) + at / 1024f;
    }
    return values;
  }

  /** The file that safetensors 0.8 makes: in the order of names, without spaces. */
  private static byte[] saved(String metadata) {
    StringBuilder json = new StringBuilder("{\"__metadata__\":").append(metadata);
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    STATE_DICT.forEach(
        (name, shape) -> {
          json.append(",\"").append(name).append("\":{\"dtype\":\"F32\",\"shape\":");
          json.append(Arrays.toString(shape).replace(" ", ""));
          json.append(",\"data_offsets\":[").append(data.size()).append(',');
          for (float value : values(name)) {
            int bits = Float.floatToIntBits(value);
            for (int shift = 0; shift < 32; shift += 8) {
              data.write(bits >>> shift);
            }
          }
          json.append(data.size()).append("]}");
        });
    json.append('}');
    json.append(" ".repeat(-json.length() & 7));
    byte[] header = json.toString().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + header.length + data.size())
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(header.length)
        .put(header)
        .put(data.toByteArray())
        .array();
  }

  private static Object call(ClassLoader loader, String method, Object... arguments)
      throws ReflectiveOperationException {
    for (Method one : loader.loadClass("p.TorchTagger").getDeclaredMethods()) {
      if (one.getName().equals(method)) {
        one.setAccessible(true);
        return one.invoke(null, arguments);
      }
    }
    throw new NoSuchMethodException(method);
  }

  @Test
  void aStateDictIsReadAndWrittenBack(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("tagger.safetensors");
    Files.write(file, saved("{\"head.weight\":\"embed.weight\"}"));
    ClassLoader loader = compile();
    Model net = Model.around(call(loader, "read", file));
    Map<String, String> fields = new TreeMap<>();
    fields.put("embed.weight", "embedding");
    fields.put("conv.weight", "kernel");
    fields.put("conv.bias", "kernelBias");
    fields.put("lstm.weight_ih_l0", "fromInput");
    fields.put("lstm.weight_hh_l0", "fromState");
    fields.put("lstm.bias_ih_l0", "gateBias");
    fields.put("lstm.bias_hh_l0", "secondGateBias");
    fields.put("norm.weight", "gain");
    fields.put("norm.bias", "shift");
    fields.put("fc.weight", "hidden");
    fields.put("fc.bias", "hiddenBias");
    assertEquals(STATE_DICT.keySet(), fields.keySet());
    fields.forEach(
        (name, field) -> assertArrayEquals(values(name), (float[]) net.get(field), name));
    assertSame(net.get("embedding"), net.get("head"));

    Path back = folder.resolve("back");
    call(loader, "write", net.object(), back);
    assertArrayEquals(
        saved("{\"format\":\"pt\"}"), Files.readAllBytes(back.resolve("model.safetensors")));
  }

  @Test
  void aTensorOfAnotherShapeIsRefused(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("tagger.safetensors");
    String text = new String(saved("{}"), StandardCharsets.ISO_8859_1);
    String other = text.replace("\"shape\":[20,8]", "\"shape\":[8,20]");
    Files.write(file, other.getBytes(StandardCharsets.ISO_8859_1));
    ClassLoader loader = compile();
    try {
      call(loader, "read", file);
    } catch (InvocationTargetException e) {
      String message = e.getCause().getMessage();
      assertTrue(message.contains("fromInput") && message.contains("[8, 20]"), message);
      return;
    }
    throw new AssertionError("was read");
  }

  /** The forget gate's biases are where PyTorch has them, and its gates have fans of their own. */
  @Test
  void gatesAreThoseOfPyTorch() {
    Model net = Model.of(compile(), "p.Tagger");
    net.initialize(1);
    float[] bias = (float[]) net.get("gateBias");
    for (int at = 0; at < bias.length; at++) {
      assertEquals(at / 5 == 1 ? 1 : 0, bias[at], "gate bias " + at); // i, f, g, o
    }
    net.parameters().stream()
        .filter(info -> info.name().equals("fromInput"))
        .forEach(info -> assertEquals("8.0 5.0", info.fanIn() + " " + info.fanOut()));
  }

  /** A row of the table: the field's shape, and what PyTorch's tensors have. */
  record Row(String module, String tensors, String field) {
    @Override
    public String toString() {
      return module;
    }
  }

  static List<Row> rows() {
    return new Page("docs/checkpoints.md")
        .rows("`nn\\..*`").stream()
            .map(cells -> new Row(cells.get(0), cells.get(1), cells.get(2)))
            .toList();
  }

  @Test
  void theTableHasTheModules() {
    List<String> modules =
        rows().stream().map(row -> row.module().replaceAll("`|\\(.*", "")).toList();
    assertEquals(
        List.of("nn.Linear", "nn.Conv2d", "nn.Embedding", "nn.LayerNorm", "nn.LSTM"), modules);
  }

  /** Each field of a row has the shape of the tensor in the same place. */
  @ParameterizedTest
  @MethodSource("rows")
  void theTablesFieldsHaveTheShapesOfTheTensors(Row row) throws IOException {
    List<String> shapes = new ArrayList<>();
    Matcher shape = Pattern.compile("\\[([^]]+)]").matcher(row.tensors());
    while (shape.find()) {
      shapes.add("{" + shape.group(1).replaceAll("(\\d)([a-z])", "$1 * $2") + "}");
    }
    Matcher code = Pattern.compile("`([^`]+)`").matcher(row.field());
    StringBuilder fields = new StringBuilder();
    int count = 0;
    while (code.find()) {
      String scheme = code.group(1).contains("Init") ? "" : " @ConstantInit(1)";
      fields
          .append(code.group(1))
          .append(scheme)
          .append(" float[] f")
          .append(count++)
          .append(";\n");
    }
    assertTrue(count >= 1 && count <= shapes.size(), row.field());
    Model model =
        Model.of(
            Javac.compile(
                "class Row {\n"
                    + SIZES
                    + MORE_SIZES
                    + "final int[][] shapes = {"
                    + String.join(", ", shapes)
                    + "};\n"
                    + fields
                    + "}"),
            "p.Row");
    int[][] expected = (int[][]) model.get("shapes");
    for (int at = 0; at < count; at++) {
      assertArrayEquals(expected[at], model.parameters().get(at).shape());
    }
  }
}
