package dev.fanwise.processor.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Reference;
import dev.fanwise.processor.harness.Vectors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Version 2 of the stream, through generated code and through the tests' own reference. */
class StreamVectorsTest {
  /** Far elements lie in shapes that no memory holds; a shard of them needs none. */
  private static final String UNIFORM =
      """
      class Uniform {
        @Shape({1, 1}) @ZerosInit float[] unit;
        @Shape({4, 1024, 1024, 1048576}) @BiasInit(of = "unit") float[][][][] hidden;
        @Shape({4, 1024, 1024, 1048576}) @BiasInit(of = "unit") float[][][][] weight;
        @Shape({4, 1024, 1024, 1048576}) @BiasInit(of = "unit") float[][][][] bias;
        @Shape({4, 1024, 1024, 1048576}) @BiasInit(of = "unit") float[][][][] conv1;
      }
      """;

  /** Fan-in 2³⁶, so that the standard deviation is 2⁻¹⁸ and does not round. */
  private static final String NORMAL =
      """
      class Normal {
        @Shape({64, 65536, 1048576}) @KaimingInit(nonlinearity = Nonlinearity.LINEAR)
        float[][][] hidden, weight, bias, conv1;
      }
      """;

  private static final float NORMAL_SCALE = 0x1p18f;

  private static final ClassLoader LOADER = Javac.compile(UNIFORM, NORMAL).load();

  static List<Map<String, String>> rows() {
    return Vectors.rows("stream-v2.csv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void generatedCodeDrawsThem(Map<String, String> row) {
    Model model = Model.of(LOADER, "p.Uniform");
    float[] into = {7, 7, 7};
    model.fill(row.get("parameter"), into, 1, element(row), 1, seed(row));
    assertEquals(7, into[0]);
    assertEquals((float) Double.parseDouble(row.get("uniform_bound_1_hex")), into[1]);
    assertEquals(7, into[2]);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void generatedNormalsAreTheQuantiles(Map<String, String> row) {
    Model model = Model.of(LOADER, "p.Normal");
    float[] into = new float[1];
    model.fill(row.get("parameter"), into, 0, element(row), 1, seed(row));
    double quantile = Double.parseDouble(row.get("normal_quantile_reference"));
    assertEquals(quantile, into[0] * NORMAL_SCALE, 1e-5);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theReferenceDrawsThem(Map<String, String> row) {
    long key = Reference.key(seed(row), row.get("parameter"));
    assertEquals(Long.parseUnsignedLong(row.get("key"), 16), key);
    int word = Reference.word(key, element(row));
    assertEquals(Integer.parseUnsignedInt(row.get("word"), 16), word);
    long word64 = Reference.word64(key, element(row));
    assertEquals(Long.parseUnsignedLong(row.get("word64"), 16), word64);
    assertEquals(
        (float) Double.parseDouble(row.get("uniform_bound_1")),
        Reference.uniformFloat(key, element(row), 1));
  }

  @Test
  void theReferenceGivesThePublishedAnswers() {
    List<Map<String, String>> answers = Vectors.rows("threefry2x32-20-kat.csv");
    assertEquals(3, answers.size());
    for (Map<String, String> answer : answers) {
      assertEquals(
          words(answer, "word"),
          Reference.threefry(words(answer, "key"), words(answer, "counter")));
    }
  }

  private static long words(Map<String, String> row, String name) {
    return Long.parseUnsignedLong(row.get(name + "0") + row.get(name + "1"), 16);
  }

  private static long seed(Map<String, String> row) {
    return Long.parseLong(row.get("seed"));
  }

  private static long element(Map<String, String> row) {
    return Long.parseLong(row.get("element"));
  }
}
