package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
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

  @Property
  void bothWaysDrawTheContractsWords(
      @ForAll long key, @ForAll @LongRange(min = 0, max = Long.MAX_VALUE >> 11) long number) {
    long element = number << 10;
    Tile blocks = new Tile();
    blocks.draw(key, element, 0, Tile.ELEMENTS, false);
    Tile vectors = new Tile();
    vectors.draw(key, element, 0, Tile.ELEMENTS, true);
    for (int i = 0; i < Tile.BLOCKS; i++) {
      int first = ReferenceStream.word(key, element + i);
      int second = ReferenceStream.word(key, element + i + Tile.BLOCKS);
      assertEquals(first, blocks.first[i]);
      assertEquals(second, blocks.second[i]);
      assertEquals(first, vectors.first[i]);
      assertEquals(second, vectors.second[i]);
    }
  }

  @Property
  void partOfATileIsThatOfTheWhole(
      @ForAll long key,
      @ForAll @LongRange(min = 0, max = 1L << 40) long element,
      @ForAll @IntRange(max = 1023) int a,
      @ForAll @IntRange(max = 1023) int b) {
    int start = Math.min(a, b);
    int end = Math.max(a, b) + 1;
    Tile tile = new Tile();
    tile.draw(key, element, start, end, true);
    for (int i = start; i < end; i++) {
      int word = i < Tile.BLOCKS ? tile.first[i] : tile.second[i - Tile.BLOCKS];
      assertEquals(ReferenceStream.word(key, (element & ~1023L) + i), word);
    }
  }

  @Test
  void noWordIsUsedTwiceInATile() {
    Tile tile = new Tile();
    tile.draw(42, 0, 0, Tile.ELEMENTS, true);
    // 1,024 words of 32 bits collide with probability 1.2e-4; these do not.
    long distinct =
        IntStream.concat(Arrays.stream(tile.first), Arrays.stream(tile.second)).distinct().count();
    assertEquals(1024, distinct);
  }

  /** Every start around the edges of tiles and half tiles, with every count that reaches others. */
  @Test
  void vectorLoopsAndBlocksAgreeInEveryRange() {
    float[] slow = new float[4200];
    float[] fast = new float[4200];
    double[] slowDoubles = new double[4200];
    double[] fastDoubles = new double[4200];
    for (int law = 0; law < FLOATS.size(); law++) {
      for (int from = 0; from <= 1100; from += from % 512 < 3 || from % 512 > 508 ? 1 : 47) {
        for (int count = 0; count <= 2100; count += count % 512 < 3 || count % 512 > 508 ? 1 : 97) {
          FLOATS.get(law).fillTiles(slow, 5, count, 7, from, false);
          FLOATS.get(law).fillTiles(fast, 5, count, 7, from, true);
          assertTrue(Arrays.equals(slow, fast), from + " + " + count);
          DOUBLES.get(law).fillTiles(slowDoubles, 5, count, 7, from, false);
          DOUBLES.get(law).fillTiles(fastDoubles, 5, count, 7, from, true);
          assertTrue(Arrays.equals(slowDoubles, fastDoubles), from + " + " + count);
        }
      }
    }
  }

  /** The scalar definition, the short path, the tile paths: all that {@link Fill} may choose. */
  @Test
  void everyPathGivesWhatOneElementGives() {
    int elements = 5000;
    for (int law = 0; law < FLOATS.size(); law++) {
      float[] expected = new float[elements];
      double[] expectedDoubles = new double[elements];
      for (int e = 0; e < elements; e++) {
        expected[e] = FLOATS.get(law).of(ReferenceStream.word(3, 1000L + e));
        expectedDoubles[e] = DOUBLES.get(law).of(ReferenceStream.word64(3, 1000L + e));
      }
      for (int count : new int[] {0, 1, 127, 128, 129, 511, 512, 513, 1024, 1500, 2048, 5000}) {
        float[] floats = new float[count];
        FLOATS.get(law).fill(floats, 0, count, 3, 1000);
        assertArrayEquals(Arrays.copyOf(expected, count), floats);
        double[] doubles = new double[count];
        DOUBLES.get(law).fill(doubles, 0, count, 3, 1000);
        assertArrayEquals(Arrays.copyOf(expectedDoubles, count), doubles);
      }
    }
  }

  /** A tensor large enough that {@link Fill} itself takes the vector loops. */
  @Test
  void largeTensorsHaveTheSameBits() {
    int count = Tile.WORTHWHILE + 1500;
    float[] whole = new float[count];
    Fill.normal(whole, 0, count, 9, 300, 0, 1);
    for (int e = 0; e < count; e += 61) {
      assertEquals(Draw.normal(ReferenceStream.word(9, 300L + e), 0f, 1f), whole[e]);
    }
    double[] doubles = new double[count];
    Fill.uniform(doubles, 0, count, 9, 300, -1, 1);
    for (int e = 0; e < count; e += 61) {
      assertEquals(Draw.uniform(ReferenceStream.word64(9, 300L + e), 0x1p-52), doubles[e]);
    }
  }
}
