package dev.fanwise.checkpoint;

import static dev.fanwise.runtime.DataType.BF16;
import static dev.fanwise.runtime.DataType.F16;
import static dev.fanwise.runtime.DataType.F32;
import static dev.fanwise.runtime.DataType.F64;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafetensorsTest {
  private static byte[] hex(String... lines) {
    return HexFormat.of().parseHex(String.join("", lines).replace(" ", ""));
  }

  private static String header(Parameters parameters, Map<String, String> metadata) {
    return new SafetensorsReader(parameters.file(metadata)).header;
  }

  /** {"b":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"BF16","shape":[2],… */
  @Test
  void everyByteOfASmallFile() {
    byte[] expected =
        hex(
            "70 00 00 00 00 00 00 00",
            "7b 22 62 22 3a 7b 22 64 74 79 70 65 22 3a 22 46 33 32 22 2c",
            "22 73 68 61 70 65 22 3a 5b 31 5d 2c",
            "22 64 61 74 61 5f 6f 66 66 73 65 74 73 22 3a 5b 30 2c 34 5d 7d 2c",
            "22 61 22 3a 7b 22 64 74 79 70 65 22 3a 22 42 46 31 36 22 2c",
            "22 73 68 61 70 65 22 3a 5b 32 5d 2c",
            "22 64 61 74 61 5f 6f 66 66 73 65 74 73 22 3a 5b 34 2c 38 5d 7d 7d",
            "20 20 20 20",
            "00 00 80 3f", // 1 as a float
            "80 3f 00 c0"); // 1 and -2 as BF16
    Parameters parameters = new Parameters();
    parameters.add("a", BF16, new short[] {0x3f80, (short) 0xc000}, 2);
    parameters.add("b", F32, new float[] {1}, 1);
    assertArrayEquals(expected, parameters.file());
  }

  @Test
  void noParametersAreAnEmptyObject() {
    byte[] expected = hex("08 00 00 00 00 00 00 00 7b 7d 20 20 20 20 20 20");
    assertArrayEquals(expected, new Parameters().file());
    assertNull(new Parameters().read().metadata);
  }

  @Test
  void typesByWidthThenNamesByCodePoints() {
    Parameters parameters = new Parameters();
    parameters.add("f", F16, new short[1], 1).add("\ud83d\ude00", F32, new float[1], 1);
    parameters.add("e", BF16, new short[1], 1).add("\uff5e", F32, new float[1], 1);
    parameters.add("b.10", F32, new float[1], 1).add("b.1", F32, new float[1], 1);
    parameters.add("b.2", F32, new float[1], 1).add("z", F64, new double[1], 1);
    List<String> order = List.of("z", "b.1", "b.10", "b.2", "\uff5e", "\ud83d\ude00", "e", "f");
    assertEquals(order, List.copyOf(parameters.read().tensors.keySet()));
  }

  @Test
  void metadataComeFirstInOrder() {
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("seed", "42");
    metadata.put("format", "pt\n\"1\"");
    Parameters parameters = new Parameters().add("w", F32, new float[2], 2);
    String tensor = "\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
    String start = "{\"__metadata__\":{\"format\":\"pt\\n\\\"1\\\"\",\"seed\":\"42\"},";
    assertEquals(start + tensor, header(parameters, metadata).stripTrailing());
    assertEquals(metadata, new SafetensorsReader(parameters.file(metadata)).metadata);
    assertEquals("{\"__metadata__\":{}," + tensor, header(parameters, Map.of()).stripTrailing());
    assertEquals("{" + tensor, header(parameters, null).stripTrailing());
  }

  @Test
  void namesAreEscaped() {
    String[] names = {
      "\"",
      "\\",
      "\\u0041\\",
      "\0\1\37\t\n\r\b\f",
      "\177\u0080\u2028",
      "</script>",
      "\ud83d\ude00",
      "{\"w\":1}",
      " ",
      "ä.b[0]"
    };
    Parameters parameters = new Parameters();
    for (int i = 0; i < names.length; i++) {
      parameters.add(names[i], F32, new float[] {i}, 1);
    }
    SafetensorsReader file = parameters.read();
    assertEquals(names.length, file.tensors.size());
    for (int i = 0; i < names.length; i++) {
      assertArrayEquals(floats(i), file.tensors.get(names[i]).data(), names[i]);
    }
    assertTrue(file.header.contains("\"\\u0000\\u0001\\u001f\\t\\n\\r\\b\\f\""), file.header);
  }

  @Test
  void aScalarHasNoDimensions() {
    SafetensorsReader file = new Parameters().add("w", F32, new float[] {3}).read();
    assertEquals(List.of(), file.tensors.get("w").shape());
    assertArrayEquals(floats(3), file.tensors.get("w").data());
  }

  @Test
  void nestedArraysAreWrittenRowByRow() {
    float[][][] cube = {{{1, 2}, {3, 4}, {5, 6}}, {{7, 8}, {9, 10}, {11, 12}}};
    SafetensorsReader file = new Parameters().add("w", F32, cube, 2, 3, 2).read();
    assertEquals(List.of(2L, 3L, 2L), file.tensors.get("w").shape());
    assertArrayEquals(floats(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), file.tensors.get("w").data());
  }

  @Test
  void buffersAreWrittenWholeAndLeftAsTheyAre() {
    FloatBuffer floats = ByteBuffer.allocateDirect(12).asFloatBuffer(); // big-endian
    floats.put(0, 1).put(1, 2).put(2, 3).position(1).limit(2);
    DoubleBuffer doubles = DoubleBuffer.wrap(new double[] {1, -0.0}).asReadOnlyBuffer();
    doubles.position(2);
    SafetensorsReader file =
        new Parameters().add("f", F32, floats, 3).add("d", F64, doubles, 1, 2).read();
    assertArrayEquals(floats(1, 2, 3), file.tensors.get("f").data());
    assertArrayEquals(hex("000000000000f03f", "0000000000000080"), file.tensors.get("d").data());
    assertEquals(FloatBuffer.wrap(new float[] {2}), floats);
    assertEquals(1, floats.position());
    assertEquals(2, doubles.position());
  }

  /** Around the size of the buffer between, and with rows that do not divide it. */
  @Test
  void longTensors() {
    for (int count : new int[] {2047, 8191, 8192, 8193, 16_383, 16_384, 16_385, 100_003}) {
      float[] flat = new float[count];
      float[][] rows = new float[3][count];
      double[] doubles = new double[count];
      short[] shorts = new short[count];
      for (int i = 0; i < count; i++) {
        flat[i] = i;
        rows[0][i] = i;
        rows[1][i] = -i;
        rows[2][i] = i + 0.5f;
        doubles[i] = i / 3.0;
        shorts[i] = (short) i;
      }
      Parameters parameters = new Parameters().add("flat", F32, flat, count);
      parameters.add("buffer", F32, FloatBuffer.wrap(flat), count).add("rows", F32, rows, 3, count);
      parameters.add("doubles", F64, doubles, count).add("shorts", F16, shorts, count);
      Map<String, SafetensorsReader.Tensor> tensors = parameters.read().tensors;
      assertArrayEquals(floats(flat), tensors.get("flat").data());
      assertArrayEquals(floats(flat), tensors.get("buffer").data());
      assertArrayEquals(floats(rows[0], rows[1], rows[2]), tensors.get("rows").data());
      ByteBuffer expected = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
      Arrays.stream(doubles).forEach(expected::putDouble);
      assertArrayEquals(expected.array(), tensors.get("doubles").data());
      expected = ByteBuffer.allocate(2 * count).order(ByteOrder.LITTLE_ENDIAN);
      expected.asShortBuffer().put(shorts);
      assertArrayEquals(expected.array(), tensors.get("shorts").data());
    }
  }

  /** 544 rows that are one array, and more behind them. */
  @Test
  void offsetsBeyondTwoGigabytes() throws IOException {
    float[][] rows = new float[544][];
    Arrays.fill(rows, new float[1 << 20]);
    Parameters parameters = new Parameters().add("w", F32, rows, 544, 1 << 20);
    parameters.add("x", F32, new float[1], 1);
    Counter counter = new Counter();
    Safetensors.write(counter, parameters);
    assertEquals(8 + counter.header.length() + (544L << 22) + 4, counter.bytes);
    assertTrue(
        counter.header.contains("\"data_offsets\":[2281701376,2281701380]}}"), counter.header);
  }

  @Test
  void aModelThatIsChangedMeanwhileIsNoticed() {
    float[][] rows = {new float[20_000], new float[20_000]};
    OutputStream changing =
        new OutputStream() {
          @Override
          public void write(int b) {}

          @Override
          public void write(byte[] b, int offset, int length) {
            rows[1] = new float[20_001];
          }
        };
    Parameters parameters = new Parameters().add("w", F32, rows, 2, 20_000);
    assertEquals(
        "w was changed while it was written",
        assertThrows(IllegalStateException.class, () -> Safetensors.write(changing, parameters))
            .getMessage());
  }

  private static byte[] floats(float... values) {
    return floats(new float[][] {values});
  }

  private static byte[] floats(float[]... rows) {
    ByteBuffer bytes =
        ByteBuffer.allocate(rows.length * rows[0].length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float[] row : rows) {
      for (float value : row) {
        bytes.putInt(Float.floatToRawIntBits(value));
      }
    }
    return bytes.array();
  }

  /** Counts bytes; keeps the first piece, less the length at its start. */
  private static final class Counter extends OutputStream {
    private long bytes;
    private String header;

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] b, int offset, int length) {
      if (header == null) {
        header = new String(b, offset + 8, length - 8, StandardCharsets.UTF_8);
      }
      bytes += length;
    }
  }
}
