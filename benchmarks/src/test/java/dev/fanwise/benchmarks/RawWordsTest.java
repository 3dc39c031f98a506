package dev.fanwise.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.Keys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That the words given to statistical tests are those that weights are drawn from. */
class RawWordsTest {
  /** How many bytes the reader takes before it goes: not a whole number of the tool's writes. */
  private static final int ROOM = 100_000;

  /** The word of one element in the contract's vectors. */
  record Row(long seed, String parameter, long element, int word) {}

  static List<Row> rows() throws IOException {
    try (InputStream in = RawWordsTest.class.getResourceAsStream("/vectors/stream-v2.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .map(row -> new Row(Long.parseLong(row[0]), row[1], Long.parseLong(row[3]), hex(row[4])))
          .toList();
    }
  }

  static List<Row> rowsOfTheParameter() throws IOException {
    return rows().stream()
        .filter(row -> row.seed == RawWords.SEED && row.parameter.equals("weight"))
        .toList();
  }

  @Test
  void theVectorsHoldTheToolsOwnParameter() throws IOException {
    assertEquals(85, rows().size());
    assertEquals(17, rowsOfTheParameter().size());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void wordsAreTheContracts(Row row) {
    assertEquals(row.word, RawWords.word(Keys.fold(row.seed, Keys.id(row.parameter)), row.element));
  }

  @ParameterizedTest
  @MethodSource("rowsOfTheParameter")
  void oneParametersStreamIsTheContracts(Row row) {
    assertEquals(row.word, RawWords.stream("parameter").applyAsInt(row.element));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 511, 512, 1023, 1024, 8191, 8192, 8193, 1L << 23, (1L << 36) + 3})
  void everyOrderTakesTheWordsThatWeightsAreDrawnFrom(long index) {
    long weight = Keys.id("weight");
    long turn = index / 8192;
    int at = (int) (index % 8192);
    assertDrawnFrom("parameter", index, Keys.fold(42, weight), index);
    assertDrawnFrom("names", index, Keys.fold(42, Keys.id("weight" + at)), turn);
    assertDrawnFrom("seeds", index, Keys.fold(42 + at, weight), turn);
    long block = Keys.fold(Keys.fold(42, Keys.id("blocks")), index);
    assertDrawnFrom("elements", index, Keys.fold(block, weight), 0);
  }

  /** A uniform weight holds 23 bits of its word. */
  private static void assertDrawnFrom(String order, long index, long key, long element) {
    float[] drawn = new float[1];
    Fill.uniform(drawn, 0, 1, key, element, -1, 1);
    int word = RawWords.stream(order).applyAsInt(index);
    assertEquals(drawn[0], ((word >> 8) | 1) * 0x1p-23f, order);
  }

  @Test
  void bytesAreLittleEndianAndEndWithTheReader() {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    OutputStream pipe =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            if (read.size() == ROOM) {
              throw new IOException("Broken pipe");
            }
            read.write(value);
          }
        };
    LongToIntFunction words = RawWords.stream("seeds");
    RawWords.write(words, new PrintStream(pipe));
    ByteBuffer written = ByteBuffer.wrap(read.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(ROOM, written.remaining());
    for (int i = 0; i < ROOM / Integer.BYTES; i++) {
      assertEquals(words.applyAsInt(i), written.getInt());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Parameter", "bits"})
  void thereIsNoOtherOrder(String order) {
    assertNull(RawWords.stream(order));
  }

  private static int hex(String word) {
    return Integer.parseUnsignedInt(word, 16);
  }
}
