package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TileTest {
  private static final List<FloatLaw> FLOATS =
      List.of(
          new UniformFloat(-0.1, 0.1),
          new UniformFloat(0.25, 1),
          new NormalFloat(0.5, 2),
          new TruncatedFloat(0, 1, -2, 2),
          new TruncatedFloat(0, 1, 5, 6));

  private static final List<DoubleLaw> DOUBLES =
      List.of(
          new UniformDouble(-0.1, 0.1),
          new UniformDouble(0.25, 1),
          new NormalDouble(0.5, 2),
          new TruncatedDouble(0, 1, -2, 2),
          new TruncatedDouble(0, 1, 5, 6));

  /** One by one or in vector loops. */
  @Property
  void everyRangeHasTheContractsWords(
      @ForAll long key,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE >> 11) long number,
      @ForAll @IntRange(max = 511) int a,
      @ForAll @IntRange(max = 511) int b) {
    long element = number << 10;
    int from = Math.min(a, b);
    int to = Math.max(a, b) + 1;
    Tile tile = new Tile();
    tile.draw(key, number << 9, from, to);
    for (int i = 0; i < Tile.BLOCKS; i++) {
      boolean drawn = i >= from && i < to;
      assertEquals(drawn ? ReferenceStream.word(key, element + i) : 0, tile.first[i]);
      assertEquals(
          drawn ? ReferenceStream.word(key, element + i + Tile.BLOCKS) : 0, tile.second[i]);
    }
  }

  @Test
  void noWordIsUsedTwiceInATile() {
    Tile tile = new Tile();
    tile.draw(42, 0, 0, Tile.BLOCKS);
    // 1,024 words of 32 bits collide with probability 1.2e-4; these do not.
    long distinct =
        IntStream.concat(Arrays.stream(tile.first), Arrays.stream(tile.second)).distinct().count();
    assertEquals(1024, distinct);
  }

  /** Every start around the edges of tiles and ranges, with every count that reaches others. */
  @Test
  void everyRangeIsItsElements() {
    int elements = 3300;
    for (int law = 0; law < FLOATS.size(); law++) {
      float[] expected = new float[elements];
      double[] expectedDoubles = new double[elements];
      for (int e = 0; e < elements; e++) {
        expected[e] = FLOATS.get(law).of(ReferenceStream.word(7, e));
        expectedDoubles[e] = DOUBLES.get(law).of(ReferenceStream.word64(7, e));
      }
      for (int from = 0; from <= 1100; from += from % 64 < 2 || from % 64 > 61 ? 1 : 29) {
        for (int count = 0; count <= 2100; count += count % 64 < 2 || count % 64 > 61 ? 1 : 29) {
          float[] floats = new float[count];
          FLOATS.get(law).fill(floats, 0, count, 7, from);
          assertTrue(
              Arrays.equals(floats, Arrays.copyOfRange(expected, from, from + count)),
              from + " + " + count);
          double[] doubles = new double[count];
          DOUBLES.get(law).fill(doubles, 0, count, 7, from);
          assertTrue(
              Arrays.equals(doubles, Arrays.copyOfRange(expectedDoubles, from, from + count)),
              from + " + " + count);
        }
      }
    }
  }

  /** Tensors that go over to whole tiles. */
  @Test
  void largeTensorsHaveTheSameBits() {
    int count = (1 << 18) + 5500;
    for (int law = 0; law < FLOATS.size(); law++) {
      float[] floats = new float[count];
      FLOATS.get(law).fill(floats, 0, count, 9, 300);
      double[] doubles = new double[count];
      DOUBLES.get(law).fill(doubles, 0, count, 9, 300);
      for (int e = 0; e < count; e += e < (1 << 18) - 2000 ? 61 : 1) {
        assertEquals(FLOATS.get(law).of(ReferenceStream.word(9, 300L + e)), floats[e]);
        assertEquals(DOUBLES.get(law).of(ReferenceStream.word64(9, 300L + e)), doubles[e]);
      }
    }
  }
}
