package dev.fanwise.checkpoint;

import static dev.fanwise.checkpoint.Refusals.assertIllegal;
import static dev.fanwise.runtime.DataType.BF16;
import static dev.fanwise.runtime.DataType.F16;
import static dev.fanwise.runtime.DataType.F32;
import static dev.fanwise.runtime.DataType.F64;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.ParameterSource;
import java.io.ByteArrayOutputStream;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafetensorsRefusalsTest {
  private static final String SHAPE = ", but the parameter has shape ";

  /** Refused, with nothing written, though a sound parameter comes first. */
  private static void assertRefused(String text, Map<String, String> metadata, Parameters second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ParameterSource both =
        visitor -> {
          new Parameters().add("first", F32, new float[1], 1).visitParameters(visitor);
          second.visitParameters(visitor);
        };
    assertIllegal(text, () -> Safetensors.write(out, both, metadata));
    assertEquals(0, out.size());
  }

  private static void assertRefused(String text, DataType type, Object weights, int... shape) {
    assertRefused(text, Map.of(), new Parameters().add("w", type, weights, shape));
  }

  private static void assertNameRefused(String text, String name) {
    assertRefused(text, Map.of(), new Parameters().add(name, F32, new float[1], 1));
  }

  @Test
  void weightsThatAreNull() {
    assertRefused("w is null, but shape [2, 3] needs 6 elements", F32, null, 2, 3);
    assertRefused("w is null, but shape [] needs 1 elements", BF16, null);
    assertRefused(
        "w[1] is null, but shape [2, 3] needs 3", F32, new float[][] {new float[3], null}, 2, 3);
    double[][][] holed = {new double[2][3], null};
    assertRefused("w[1] is null, but shape [2, 2, 3] needs 2", F64, holed, 2, 2, 3);
  }

  @Test
  void weightsOfTheWrongLength() {
    String rule = ", but shape [2, 3] needs 6 elements";
    assertRefused("w has length 5" + rule, F32, new float[5], 2, 3);
    assertRefused("w has length 7" + rule, F64, new double[7], 2, 3);
    assertRefused("w has length 0" + rule, F16, new short[0], 2, 3);
    FloatBuffer limited = FloatBuffer.allocate(8).limit(6);
    assertRefused("w has length 8" + rule, F32, limited, 2, 3);
    assertRefused("w has length 3" + rule, F64, DoubleBuffer.allocate(3), 2, 3);
    assertRefused(
        "w has length 1, but shape [65536, 65536] needs 4294967296 elements",
        F32,
        new float[1],
        65536,
        65536);
  }

  @Test
  void nestedArraysOfTheWrongLength() {
    assertRefused("w has length 3, but shape [2, 3] needs 2", F32, new float[3][3], 2, 3);
    float[][] ragged = {new float[3], new float[2]};
    assertRefused("w[1] has length 2, but shape [2, 3] needs 3", F32, ragged, 2, 3);
    double[][][] cube = new double[2][3][4];
    cube[1][2] = new double[5];
    assertRefused("w[1][2] has length 5, but shape [2, 3, 4] needs 4", F64, cube, 2, 3, 4);
    cube[0] = new double[2][4];
    assertRefused("w[0] has length 2, but shape [2, 3, 4] needs 3", F64, cube, 2, 3, 4);
  }

  @Test
  void nestedArraysOfTheWrongDepth() {
    assertRefused("w is a float[][]" + SHAPE + "[6]", F32, new float[2][3], 6);
    assertRefused("w is a float[][]" + SHAPE + "[]", F32, new float[1][1]);
    assertRefused("w[0] is a float[]" + SHAPE + "[2, 3, 4]", F32, new float[2][3], 2, 3, 4);
    assertRefused("w[0] is a float[][]" + SHAPE + "[2, 3]", F32, new float[2][3][4], 2, 3);
  }

  @Test
  void weightsOfAnotherType() {
    assertRefused("w is a float[], but the parameter is of type BF16", BF16, new float[1], 1);
    assertRefused("w is a short[], but the parameter is of type F32", F32, new short[1], 1);
    assertRefused("w is a float[], but the parameter is of type F64", F64, new float[1], 1);
    assertRefused("w is a String, but the parameter is of type F32", F32, "1", 1);
    assertRefused(
        "w[0] is a double[], but the parameter is of type F32", F32, new double[1][1], 1, 1);
    assertRefused(
        "w[0] is a Integer, but the parameter is of type F32", F32, new Integer[] {1}, 1, 1);
  }

  @Test
  void shapesThatAreNone() {
    assertRefused("w has shape [2, -3] with a negative dimension", F32, new float[6], 2, -3);
    int most = Integer.MAX_VALUE;
    assertRefused(
        "w has shape [2147483647, 2147483647, 2147483647] with too many elements",
        F32,
        new float[6],
        most,
        most,
        most);
  }

  @Test
  void namesThatAreNone() {
    assertNameRefused("a parameter has no name: null", null);
    assertNameRefused("a parameter has no name: ", "");
    assertNameRefused(
        "__metadata__ is the name of a parameter, but a safetensors file keeps its metadata there",
        "__metadata__");
    assertNameRefused(
        "first is the name of two parameters, but each tensor of a file needs its own", "first");
  }

  @Test
  void halvesOfSurrogatePairs() {
    String rule = ", which UTF-8 cannot hold";
    String half = " has half of a surrogate pair at index ";
    assertNameRefused("a\ud83d" + half + 1 + rule, "a\ud83d");
    assertNameRefused("\ud83da" + half + 0 + rule, "\ud83da");
    assertNameRefused("\ude00\ud83d" + half + 0 + rule, "\ude00\ud83d");
    assertNameRefused("\ud83d\ude00\ude00" + half + 2 + rule, "\ud83d\ude00\ude00");
    Parameters none = new Parameters();
    assertRefused("\ud83d" + half + 0 + rule, Map.of("\ud83d", "x"), none);
    assertRefused("\ud83d" + half + 0 + rule, Map.of("x", "\ud83d"), none);
  }

  @Test
  void metadataThatAreNull() {
    Parameters none = new Parameters();
    assertRefused(
        "metadata k is null, but null is no text", Collections.singletonMap("k", null), none);
    assertRefused(
        "metadata null is v, but null is no text", Collections.singletonMap(null, "v"), none);
    assertThrows(
        NullPointerException.class,
        () -> Safetensors.write(new ByteArrayOutputStream(), none, null));
  }

  /** {"__metadata__":{"k":"…"}} has 25 bytes beside the text. */
  @Test
  void headersThatReadersRefuse() {
    assertEquals(8 + 96, header("x".repeat(71), 96).length);
    String rule = " bytes or more, but readers accept ";
    assertIllegal("the header has 97" + rule + 96, () -> header("x".repeat(72), 96));
    assertIllegal("the header has 97" + rule + 96, () -> header("é".repeat(36), 96));
    assertRefused(
        "the header has 100000021" + rule + 100_000_000,
        Map.of("k", "x".repeat(100_000_000)),
        new Parameters());
  }

  private static byte[] header(String text, int limit) {
    return SafetensorsHeader.of(List.of(), Map.of("k", text), limit);
  }
}
