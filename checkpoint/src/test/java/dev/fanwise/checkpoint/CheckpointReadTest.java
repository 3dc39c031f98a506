package dev.fanwise.checkpoint;

import static dev.fanwise.checkpoint.Refusals.assertIllegal;
import static dev.fanwise.runtime.DataType.BF16;
import static dev.fanwise.runtime.DataType.F16;
import static dev.fanwise.runtime.DataType.F32;
import static dev.fanwise.runtime.DataType.F64;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.HalfPrecision;
import dev.fanwise.Layout;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.HalfFloats;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointReadTest {
  private static final ReadOptions STRICT = ReadOptions.strict();

  @TempDir Path folder;

  /** The model of {@link Lazy#mixed} with zeros. */
  private static Parameters zeros() {
    Parameters zeros = new Parameters();
    Lazy.mixed(5)
        .source()
        .visitParameters(
            (info, weights) ->
                zeros.add(
                    info.name(),
                    info.dataType(),
                    Numbers.array(info.dataType(), (int) info.elements()),
                    info.shape()));
    return zeros;
  }

  private Path written(Parameters parameters) throws IOException {
    Path file = folder.resolve("model.safetensors");
    Safetensors.write(file, parameters);
    return file;
  }

  private static byte[] bytes(ParameterSource source) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Safetensors.write(bytes, source);
    return bytes.toByteArray();
  }

  @Test
  void whatWasWrittenIsReadBack() throws IOException {
    byte[] expected = bytes(Lazy.mixed(5).source());
    for (long shard : new long[] {100_000, 600_000, 1L << 40}) {
      Path to = folder.resolve("m" + shard);
      Checkpoint.write(to, Lazy.mixed(5).list(), WriteOptions.defaults().maxShardBytes(shard));
      Parameters model = zeros();
      ReadReport report = Checkpoint.read(to, model, STRICT);
      assertEquals(12, report.read().size());
      assertArrayEquals(expected, bytes(model));
      if (shard < 1L << 40) {
        Parameters byIndex = zeros();
        Checkpoint.read(to.resolve("model.safetensors.index.json"), byIndex, STRICT);
        assertArrayEquals(expected, bytes(byIndex));
      }
    }
    Parameters streamed = zeros();
    Safetensors.read(new ByteArrayInputStream(expected), streamed, STRICT);
    assertArrayEquals(expected, bytes(streamed));
  }

  @Test
  void intoNestedArraysAndBuffers() throws IOException {
    float[] numbers = new float[24];
    for (int i = 0; i < 24; i++) {
      numbers[i] = i;
    }
    Path file = written(new Parameters().add("a", F32, numbers, 2, 3, 4));
    float[][][] nested = new float[2][3][4];
    Safetensors.read(file, new Parameters().add("a", F32, nested, 2, 3, 4), STRICT);
    assertArrayEquals(new float[] {20, 21, 22, 23}, nested[1][2]);
    assertArrayEquals(new float[] {4, 5, 6, 7}, nested[0][1]);
    double[][][] doubles = new double[2][3][4];
    Safetensors.read(file, new Parameters().add("a", F64, doubles, 2, 3, 4), STRICT);
    assertArrayEquals(new double[] {12, 13, 14, 15}, doubles[1][0]);
    FloatBuffer buffer = ByteBuffer.allocateDirect(96).asFloatBuffer();
    buffer.position(7).limit(9);
    Safetensors.read(file, new Parameters().add("a", F32, buffer, 2, 3, 4), STRICT);
    assertEquals(23, buffer.get(8) + 15, 0);
    assertEquals(7, buffer.position());
    DoubleBuffer wide = DoubleBuffer.allocate(24);
    Safetensors.read(file, new Parameters().add("a", F64, wide, 2, 3, 4), STRICT);
    assertEquals(23, wide.get(23));
  }

  @Test
  void allDifferencesAreInOneMessageAndNothingIsRead() throws IOException {
    Path file =
        written(
            new Parameters()
                .add("hidden.weight", F32, new float[6], 2, 3)
                .add("bias", F64, new double[2], 2)
                .add("ouput", F32, new float[1], 1)
                .add("shape", F32, new float[6], 2, 3)
                .add("turned", F32, new float[6], 2, 3)
                .add("other", F32, new float[1], 1));
    float[] untouched = {1, 2};
    Parameters model =
        new Parameters()
            .add("hidden", F32, new float[6], 2, 3)
            .add("bias", F32, untouched, 2)
            .add("output", F32, new float[1], 1)
            .add("shape", F32, new float[6], 6)
            .add("turned", F32, new float[6], 3, 2);
    assertIllegal(
        file
            + " does not fit the model, 8 differences:\n"
            + "  hidden is in the model, but not in the file. Did you mean hidden.weight?\n"
            + "  bias is F64 in the file, and F32 in the model holds less: narrow() rounds\n"
            + "  output is in the model, but not in the file. Did you mean ouput?\n"
            + "  shape has shape [2, 3] in the file and [6] in the model\n"
            + "  turned has shape [2, 3] in the file and [3, 2] in the model: transpose() turns"
            + " it\n"
            + "  hidden.weight is in the file, but not in the model. Did you mean hidden?\n"
            + "  other is in the file, but not in the model\n"
            + "  ouput is in the file, but not in the model. Did you mean output?",
        () -> Safetensors.read(file, model, STRICT));
    assertArrayEquals(new float[] {1, 2}, untouched);
    assertIllegal(
        file + " does not fit the model: a has shape [1] in the file and [] in the model",
        () ->
            Safetensors.read(
                written(new Parameters().add("a", F32, new float[1], 1)),
                new Parameters().add("a", F32, new float[1]),
                STRICT));
  }

  @Test
  void aModelThatIsWrongItself() throws IOException {
    Path file = written(new Parameters().add("a", F32, new float[2], 2));
    assertIllegal(
        file + " does not fit the model: a has length 3, but shape [2] needs 2 elements",
        () -> Safetensors.read(file, new Parameters().add("a", F32, new float[3], 2), STRICT));
    assertIllegal(
        file
            + " does not fit the model: a of the model is null: call allocate(model) of its"
            + " initializer first",
        () -> Safetensors.read(file, new Parameters().add("a", F32, null, 2), STRICT));
    Parameters twice =
        new Parameters().add("a", F32, new float[2], 2).add("a", F32, new float[2], 2);
    assertIllegal(
        file + " does not fit the model: a is the name of two parameters of the model",
        () -> Safetensors.read(file, twice, STRICT));
  }

  @Test
  void lazyParametersNeedAnArrayOfTheUsers() throws IOException {
    Path file =
        written(new Parameters().add("a", F32, new float[2], 2).add("b", F32, new float[2], 2));
    float[] b = {1, 1};
    ParameterSource model =
        visitor -> {
          visitor.visit(ParameterInfo.of("a", 2).lazy().normal(0, 1), null);
          visitor.visit(ParameterInfo.of("b", 2).normal(0, 1), b);
        };
    assertIllegal(
        file
            + " does not fit the model: a is @Lazy and has no array to be read into: give it one,"
            + " or ignoreExtra()",
        () -> Safetensors.read(file, model, STRICT));
    assertEquals(
        "1 tensors read, ignored [a], missing []",
        Safetensors.read(file, model, STRICT.ignoreExtra()).toString());
    assertArrayEquals(new float[2], b);
  }

  @Test
  void namesExtrasAndWhatIsMissing() throws IOException {
    Path file =
        written(
            new Parameters()
                .add("fc.weight", F32, new float[] {1, 2}, 2)
                .add("fc.bias", F32, new float[] {3}, 1));
    float[] w = new float[2];
    float[] b = new float[1];
    Parameters model = new Parameters().add("w", F32, w, 2).add("b", F32, b, 1);
    Safetensors.read(file, model, STRICT.names(Map.of("fc.weight", "w", "fc.bias", "b")));
    assertArrayEquals(new float[] {1, 2}, w);
    assertArrayEquals(new float[] {3}, b);
    b[0] = 9;
    ReadReport report =
        Safetensors.read(
            file, model, STRICT.names(name -> name.endsWith("bias") ? null : "w").allowMissing());
    assertEquals(List.of("w"), report.read());
    assertEquals(List.of("fc.bias"), report.ignored());
    assertEquals(List.of("b"), report.missing());
    assertEquals(9, b[0]);
    assertIllegal(
        file
            + " does not fit the model, 2 differences:\n"
            + "  fc.weight and fc.bias of the file are both w\n"
            + "  b is in the model, but not in the file",
        () -> Safetensors.read(file, model, STRICT.names(name -> "w")));
    assertIllegal(
        file
            + " does not fit the model, 2 differences:\n"
            + "  b is in the model, but not in the file. Did you mean bb?\n"
            + "  fc.bias (bb in the model) is in the file, but not in the model. Did you mean b?",
        () ->
            Safetensors.read(file, model, STRICT.names(Map.of("fc.weight", "w", "fc.bias", "bb"))));
  }

  @Test
  void numbersOfOtherTypes() throws IOException {
    Random random = new Random(3);
    double[] numbers = new double[10_000];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          i < 5000
              ? random.nextGaussian() * Math.pow(2, random.nextInt(60) - 30)
              : Double.longBitsToDouble(random.nextLong());
    }
    float[] floats = new float[numbers.length];
    short[] brains = new short[numbers.length];
    short[] halves = new short[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      floats[i] = (float) numbers[i];
      brains[i] = (short) random.nextInt();
      halves[i] = (short) random.nextInt();
    }
    Parameters all =
        new Parameters()
            .add("d", F64, numbers, numbers.length)
            .add("f", F32, floats, numbers.length)
            .add("b", BF16, brains, numbers.length)
            .add("h", F16, halves, numbers.length);
    Path file = written(all);
    for (DataType type : DataType.values()) {
      Parameters model = new Parameters();
      Object[] read = new Object[4];
      for (int i = 0; i < 4; i++) {
        read[i] = Numbers.array(type, numbers.length);
        model.add("dfbh".substring(i, i + 1), type, read[i], numbers.length);
      }
      Safetensors.read(file, model, STRICT.narrow());
      for (int i = 0; i < numbers.length; i++) {
        assertNumber(numbers[i], F64, read[0], i, type);
        assertNumber(floats[i], F32, read[1], i, type);
        assertNumber(HalfFloats.toFloat(brains[i], HalfPrecision.BF16), BF16, read[2], i, type);
        assertNumber(HalfFloats.toFloat(halves[i], HalfPrecision.FP16), F16, read[3], i, type);
      }
    }
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Safetensors.read(
                file,
                new Parameters()
                    .add("d", F64, new double[numbers.length], numbers.length)
                    .add("f", F64, new double[numbers.length], numbers.length)
                    .add("b", F16, new short[numbers.length], numbers.length)
                    .add("h", F32, new float[numbers.length], numbers.length),
                STRICT));
  }

  /** The nearest number of a type, found without rounding on the way. */
  private static void assertNumber(double exact, DataType from, Object read, int i, DataType type) {
    switch (type) {
      case F64 -> assertEquals(exact, ((double[]) read)[i]);
      case F32 -> assertEquals((float) exact, ((float[]) read)[i]);
      default -> {
        short bits = ((short[]) read)[i];
        HalfPrecision precision = type == BF16 ? HalfPrecision.BF16 : HalfPrecision.FP16;
        double found = HalfFloats.toFloat(bits, precision);
        if (Double.isNaN(exact)) {
          assertTrue(Double.isNaN(found));
        } else if (from == type) {
          assertEquals(exact, found);
        } else {
          assertNearest(exact, bits, precision);
        }
      }
    }
  }

  private static void assertNearest(double exact, short bits, HalfPrecision precision) {
    double found = HalfFloats.toFloat(bits, precision);
    int magnitude = bits & 0x7FFF;
    double most = precision == HalfPrecision.BF16 ? 0x1.fep127 : 65504;
    double half = precision == HalfPrecision.BF16 ? 0x1.ffp127 : 65520;
    if (Math.abs(exact) >= half) {
      assertTrue(Double.isInfinite(found) && found > 0 == exact > 0, exact + " " + found);
      return;
    }
    assertTrue(Math.abs(found) <= most, exact + " " + found);
    double distance = distance(exact, found);
    for (int other : new int[] {magnitude - 1, magnitude + 1}) {
      if (other >= 0) {
        double neighbour = HalfFloats.toFloat((short) (bits & 0x8000 | other), precision);
        if (!Double.isInfinite(neighbour)) {
          double away = distance(exact, neighbour);
          assertTrue(
              distance < away || distance == away && (magnitude & 1) == 0,
              exact + " " + found + " " + neighbour);
        }
      }
    }
  }

  /** Exact where it is compared: differences of doubles near each other. */
  private static double distance(double a, double b) {
    return new BigDecimal(a).subtract(new BigDecimal(b)).abs().doubleValue();
  }

  @Test
  void transposed() throws IOException {
    float[] matrix = {0, 1, 2, 3, 4, 5};
    float[] kernel = new float[2 * 3 * 4 * 5];
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = i;
    }
    Path file =
        written(new Parameters().add("m", F32, matrix, 2, 3).add("k", F32, kernel, 2, 3, 4, 5));
    float[][] m = new float[3][2];
    float[] k = new float[120];
    double[][][][] nested = new double[4][5][3][2];
    for (Object target : new Object[] {k, nested}) {
      DataType type = target == k ? F32 : F64;
      ParameterSource model =
          visitor -> {
            visitor.visit(ParameterInfo.of("m", 3, 2).normal(0, 1), m);
            visitor.visit(
                ParameterInfo.of("k", 4, 5, 3, 2)
                    .dataType(type)
                    .layout(Layout.IO, Connection.FORWARD, 1)
                    .normal(0, 1),
                target);
          };
      Safetensors.read(file, model, STRICT.transpose(name -> true));
    }
    assertArrayEquals(new float[][] {{0, 3}, {1, 4}, {2, 5}}, m);
    for (int out = 0; out < 2; out++) {
      for (int in = 0; in < 3; in++) {
        for (int y = 0; y < 4; y++) {
          for (int x = 0; x < 5; x++) {
            float expected = kernel[((out * 3 + in) * 4 + y) * 5 + x];
            assertEquals(expected, k[((y * 5 + x) * 3 + in) * 2 + out]);
            assertEquals(expected, nested[y][x][in][out]);
          }
        }
      }
    }
    // And back: the file in layout IO, the model in OI.
    Path back = folder.resolve("back");
    Safetensors.write(back, new Parameters().add("k", F32, k, 4, 5, 3, 2));
    float[] again = new float[120];
    Safetensors.read(
        back, new Parameters().add("k", F32, again, 2, 3, 4, 5), STRICT.transpose(n -> true));
    assertArrayEquals(kernel, again);
    assertIllegal(
        back
            + " does not fit the model: k has shape [4, 5, 3, 2] in the file and [4, 5, 3, 2] in"
            + " the model, transposed",
        () ->
            Safetensors.read(
                back,
                new Parameters().add("k", F32, new float[120], 4, 5, 3, 2),
                STRICT.transpose(n -> true)));
  }

  @Test
  void indexesThatLie() throws IOException {
    Path to = folder.resolve("m");
    Checkpoint.write(to, Lazy.mixed(5).list(), WriteOptions.defaults().maxShardBytes(600_000));
    Path index = to.resolve("model.safetensors.index.json");
    String sound = Files.readString(index);
    assertIndexRefused(index, "it ends too early", "");
    assertIndexRefused(index, "it has no weight_map", "{}");
    assertIndexRefused(index, "it has no weight_map", "[]");
    assertIndexRefused(index, "the name \"a\" comes twice", "{\"a\":1,\"a\":1}");
    for (String file : List.of("1", "null", "\"\"", "\"..\"", "\"../x\"", "\"a/b\"", "\"C:x\"")) {
      assertIndexRefused(
          index,
          "the file of tensor \"w\" is no name of a file beside it",
          "{\"weight_map\":{\"w\":" + file + "}}");
    }
    assertIndexRefused(
        index,
        "tensor \"nobody\" is not in model-00001-of-00006.safetensors",
        sound.replace(
            "\"weight_map\": {",
            "\"weight_map\": {\"nobody\": \"model-00001-of-00006.safetensors\","));
    assertIndexRefused(
        index,
        "tensor \"blocks.1.q\" is in model-00004-of-00006.safetensors, where the index does not"
            + " have it",
        sound.replace("\"blocks.1.q\": \"model-00004", "\"blocks.1.q\": \"model-00003"));
    Files.writeString(index, sound);
    Files.delete(to.resolve("model-00002-of-00006.safetensors"));
    assertEquals(
        to.resolve("model-00002-of-00006.safetensors").toString(),
        assertThrows(NoSuchFileException.class, () -> Checkpoint.read(to, zeros(), STRICT))
            .getMessage());
    assertEquals(
        folder + ": neither model.safetensors nor model.safetensors.index.json is there",
        assertThrows(NoSuchFileException.class, () -> Checkpoint.read(folder, zeros(), STRICT))
            .getMessage());
  }

  private static void assertIndexRefused(Path index, String fault, String content)
      throws IOException {
    Files.writeString(index, content);
    assertEquals(
        index + " is not well-formed: " + fault,
        assertThrows(
                MalformedFileException.class,
                () -> Checkpoint.read(index.getParent(), zeros(), STRICT))
            .getMessage());
  }
}
