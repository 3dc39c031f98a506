package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of {@code stream-v2.csv}, of which many lie beyond 2³¹ and some beyond 2⁴¹. */
class StreamVectorsTest {
  /** Elements drawn before the one in question, so that it sits inside a longer run. */
  private static final int BEFORE = 3;

  record Row(
      long seed,
      String parameter,
      long key,
      long element,
      int word,
      long word64,
      String uniform,
      double normal) {
    static Row of(Map<String, String> row) {
      return new Row(
          Long.parseLong(row.get("seed")),
          row.get("parameter"),
          Long.parseUnsignedLong(row.get("key"), 16),
          Long.parseLong(row.get("element")),
          Integer.parseUnsignedInt(row.get("word"), 16),
          Long.parseUnsignedLong(row.get("word64"), 16),
          row.get("uniform_bound_1_hex"),
          Double.parseDouble(row.get("normal_quantile_reference")));
    }

    float uniformValue() {
      return Float.parseFloat(uniform);
    }
  }

  static Stream<Row> rows() {
    return Csv.read("stream-v2.csv").stream().map(Row::of);
  }

  @Test
  void theFileHasNearAndFarElements() {
    List<Row> rows = rows().toList();
    assertEquals(85, rows.size());
    assertEquals(15, rows.stream().filter(row -> row.element > 1L << 31).count());
    assertEquals(5, rows.stream().filter(row -> row.element > 1L << 41).count());
    assertEquals(5, rows.stream().map(Row::key).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void keyAndWordAreTheReferences(Row row) {
    assertEquals(row.key, Keys.fold(row.seed, Keys.id(row.parameter)));
    assertEquals(row.word, ReferenceStream.word(row.key, row.element));
    assertEquals(row.word, Words.at(row.key, row.element));
    assertEquals(row.word64, ReferenceStream.word64(row.key, row.element));
    assertEquals(row.word64, Words.longAt(row.key, row.element));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void drawnAloneItHasTheReferencesBits(Row row) {
    assertSameBits(row.uniformValue(), Draw.uniform(row.word, 0x1p-23f));
    assertEquals(row.normal, Draw.normal(row.word, 0f, 1f), 1e-5);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void filledAloneItHasTheReferencesBits(Row row) {
    float[] one = new float[1];
    Fill.uniform(one, 0, 1, row.key, row.element, -1, 1);
    assertSameBits(row.uniformValue(), one[0]);
    Fill.normal(one, 0, 1, row.key, row.element, 0, 1);
    assertEquals(row.normal, one[0], 1e-5);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void doublesHaveTheirWordsBits(Row row) {
    int before = (int) Math.min(BEFORE, row.element);
    double[] run = new double[1000];
    Fill.uniform(run, 0, run.length, row.key, row.element - before, -1, 1);
    assertEquals(Draw.uniform(row.word64, 0x1p-52), run[before]);
    Fill.normal(run, 0, run.length, row.key, row.element - before, 0, 1);
    assertEquals(Draw.normal(row.word64, 0.0, 1.0), run[before]);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void filledInARunItHasTheReferencesBits(Row row) {
    int before = (int) Math.min(BEFORE, row.element);
    float[] run = new float[2000];
    Fill.uniform(run, 0, run.length, row.key, row.element - before, -1, 1);
    assertSameBits(row.uniformValue(), run[before]);
    Fill.normal(run, 0, run.length, row.key, row.element - before, 0, 1);
    assertEquals(row.normal, run[before], 1e-5);
  }

  private static void assertSameBits(float expected, float actual) {
    assertEquals(Float.floatToRawIntBits(expected), Float.floatToRawIntBits(actual));
  }
}
