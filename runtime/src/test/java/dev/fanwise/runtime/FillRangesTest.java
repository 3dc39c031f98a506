package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However a tensor is cut into ranges, and however long they are, its elements are the same. */
class FillRangesTest {
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

  /** Every start around the edges of tiles and ranges, with every count that reaches others. */
  @Test
  void everyRangeIsItsElements() {
    int elements = 3300;
    for (int law = 0; law < FLOATS.size(); law++) {
      float[] expected = new float[elements];
      double[] expectedDoubles = new double[elements];
      for (int e = 0; e < elements; e++) {
        expected[e] = Element.of(FLOATS.get(law), ReferenceStream.word(7, e));
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
        assertEquals(Element.of(FLOATS.get(law), ReferenceStream.word(9, 300L + e)), floats[e]);
        assertEquals(DOUBLES.get(law).of(ReferenceStream.word64(9, 300L + e)), doubles[e]);
      }
    }
  }

  /**
   * Straight, by way of arrays, in short ranges and in whole tiles: every JVM takes some of them.
   */
  @Test
  void everyPaceGivesTheSameBits() {
    int[] edges = {0, 1, 31, 63, 64, 100, 300, 448, 511, 512, 513, 575, 576, 700, 960, 1023, 1024};
    long state = Words.state(3, 5 * Words.LONGS);
    for (int law = 0; law < FLOATS.size(); law++) {
      float[] expected = new float[Words.TILE];
      double[] expectedDoubles = new double[Words.LONGS];
      for (int e = 0; e < Words.TILE; e++) {
        expected[e] = Element.of(FLOATS.get(law), ReferenceStream.word(3, 5 * Words.TILE + e));
      }
      for (int e = 0; e < Words.LONGS; e++) {
        expectedDoubles[e] = DOUBLES.get(law).of(ReferenceStream.word64(3, 5 * Words.LONGS + e));
      }
      for (int pace : new int[] {Words.LONGS, 32, -Words.SHORTEST_RANGE, -Words.LONGS}) {
        for (int start : edges) {
          for (int end : edges) {
            float[] floats = new float[Words.TILE];
            if (start < end) {
              FLOATS.get(law).draw(state, start, end, pace, floats, 0);
            }
            for (int e = 0; e < Words.TILE; e++) {
              assertEquals(e >= start && e < end ? expected[e] : 0, floats[e], "at " + e);
            }
          }
        }
        for (int length : edges) {
          double[] doubles = new double[Words.LONGS];
          DOUBLES.get(law).draw(state, Math.min(length, Words.LONGS), pace, doubles, 0);
          for (int e = 0; e < Words.LONGS; e++) {
            assertEquals(e < length ? expectedDoubles[e] : 0, doubles[e], "at " + e);
          }
        }
      }
    }
  }

  /** Ranges are whole, and go by way of arrays where that is faster, once a law has been drawn. */
  @Test
  void rangesAreWholeInTheEnd() {
    for (int tile = 0; tile < 600; tile++) {
      Words.pace(Words.TRUNCATED_DOUBLE);
    }
    int pace = Words.pace(Words.TRUNCATED_DOUBLE);
    assertEquals(Words.LONGS, Math.abs(pace));
    boolean isModern = Runtime.version().feature() >= 19;
    assertEquals(isModern, pace < 0);
  }
}
