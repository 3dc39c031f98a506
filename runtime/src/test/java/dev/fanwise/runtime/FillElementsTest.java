package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each element is a function of key and index alone. */
class FillElementsTest {
  /** The last {@code from}: many elements, and counters, beyond 2³¹ and 2⁴¹. */
  private static final long FAR = Long.MAX_VALUE - 10_000;

  @Property
  void aFillIsItsElementsDrawnOneByOne(
      @ForAll long key,
      @ForAll @LongRange(min = 0, max = FAR) long from,
      @ForAll @IntRange(min = 0, max = 2500) int count) {
    float[] uniforms = new float[count];
    float[] normals = new float[count];
    double[] uniforms64 = new double[count];
    double[] normals64 = new double[count];
    Fill.uniform(uniforms, 0, count, key, from, -0.3, 0.3);
    Fill.normal(normals, 0, count, key, from, 0.1, 0.7);
    Fill.uniform(uniforms64, 0, count, key, from, -0.3, 0.3);
    Fill.normal(normals64, 0, count, key, from, 0.1, 0.7);
    for (int i = 0; i < count; i++) {
      int word = ReferenceStream.word(key, from + i);
      long words = ReferenceStream.word64(key, from + i);
      assertEquals(Draw.uniform(word, 0.3f * 0x1p-23f), uniforms[i]);
      assertEquals(Draw.normal(word, 0.1f, 0.7f), normals[i]);
      assertEquals(Draw.uniform(words, 0.3 * 0x1p-52), uniforms64[i]);
      assertEquals(Draw.normal(words, 0.1, 0.7), normals64[i]);
    }
  }

  @Property
  void shardsMakeTheWhole(
      @ForAll Kernel kernel,
      @ForAll long key,
      @ForAll @LongRange(min = 0, max = FAR) long from,
      @ForAll @IntRange(min = 0, max = 3000) int count,
      @ForAll @IntRange(min = 0, max = 3000) int firstCut,
      @ForAll @IntRange(min = 0, max = 3000) int secondCut) {
    double[] whole = kernel.draw(count, key, from);
    int a = Math.min(count, Math.min(firstCut, secondCut));
    int b = Math.min(count, Math.max(firstCut, secondCut));
    double[] shards = new double[count];
    kernel.fill(shards, b, count - b, key, from + b);
    kernel.fill(shards, 0, a, key, from);
    kernel.fill(shards, a, b - a, key, from + a);
    assertArrayEquals(whole, shards);
  }

  @Property
  void aFillWritesItsRangeAndNothingElse(
      @ForAll Kernel kernel,
      @ForAll long key,
      @ForAll @LongRange(min = 0, max = FAR) long from,
      @ForAll @IntRange(min = 0, max = 1500) int count,
      @ForAll @IntRange(min = 0, max = 40) int offset,
      @ForAll @IntRange(min = 0, max = 40) int after) {
    double[] drawn = kernel.draw(offset + count + after, offset, count, key, from);
    double[] expected = new double[offset + count + after];
    Arrays.fill(expected, Kernel.UNTOUCHED);
    System.arraycopy(kernel.draw(count, key, from), 0, expected, offset, count);
    assertArrayEquals(expected, drawn);
  }

  @ParameterizedTest
  @EnumSource
  void everyShortRangeOfTheFirstTilesIsPartOfTheWhole(Kernel kernel) {
    double[] whole = kernel.draw(2200, 42, 0);
    double[] shard = new double[40];
    for (int from = 0; from <= 1100; from++) {
      for (int count = 0; count <= 40; count += from % 64 < 2 ? 1 : 13) {
        kernel.fill(shard, 0, count, 42, from);
        assertSameRange(whole, from, shard, count);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyRangeUpToATilesEdgeIsPartOfTheWhole(Kernel kernel) {
    double[] whole = kernel.draw(2200, 42, 0);
    int[] ends = {511, 512, 513, 1023, 1024, 1025, 1535, 1536, 1537, 2047, 2048, 2049};
    for (int from = 0; from <= 1100; from += from % 512 < 4 || from % 512 > 508 ? 1 : 7) {
      for (int end : ends) {
        if (end >= from) {
          assertSameRange(whole, from, kernel.draw(end - from, 42, from), end - from);
        }
      }
    }
  }

  @Test
  void keysMatter() {
    for (Kernel kernel : Kernel.values()) {
      double[] one = kernel.draw(1000, 42, 0);
      double[] other = kernel.draw(1000, 43, 0);
      int same = 0;
      for (int i = 0; i < 1000; i++) {
        same += one[i] == other[i] ? 1 : 0;
      }
      assertEquals(0, same, kernel.name());
    }
  }

  private static void assertSameRange(double[] whole, int from, double[] shard, int count) {
    if (!Arrays.equals(whole, from, from + count, shard, 0, count)) {
      assertArrayEquals(
          Arrays.copyOfRange(whole, from, from + count),
          Arrays.copyOf(shard, count),
          "from " + from + ", count " + count);
    }
  }
}
