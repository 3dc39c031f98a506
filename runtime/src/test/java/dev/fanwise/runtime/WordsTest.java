package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Property(tries = 5_000)
  void everyElementHasTheContractsWord(@ForAll long key, @ForAll @LongRange(min = 0) long element) {
    assertEquals(ReferenceStream.word(key, element), Words.at(key, element));
    assertEquals(ReferenceStream.word64(key, element), Words.longAt(key, element));
  }

  @Property
  void everyRangeHasTheContractsWords(
      @ForAll long key,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE >> 1) long first,
      @ForAll @IntRange(max = 512) int count) {
    long[] words = new long[Words.LONGS];
    WordTile.fill(words, Words.state(key, first), count);
    for (int i = 0; i < words.length; i++) {
      assertEquals(i < count ? ReferenceStream.word64(key, first + i) : 0, words[i]);
    }
  }

  @Test
  void noWordIsUsedTwiceInATile() {
    IntStream words = IntStream.range(0, Words.TILE).map(e -> Words.at(42, e));
    // 1,024 words of 32 bits collide with probability 1.2e-4; these do not.
    assertEquals(Words.TILE, words.distinct().count());
  }

  /**
   * What docs/reproducibility.md tells people to do: the weights of "weight" under seed 42, whose
   * key is 84b07753ac9d73ea, by the JDK alone.
   */
  @Test
  void weightsCanBeCheckedWithTheJdkAlone() {
    long key = 0x84b07753ac9d73eaL;
    assertEquals(key, Keys.fold(42, Keys.id("weight")));
    float[] floats = new float[2500];
    double[] doubles = new double[1000];
    Fill.uniform(floats, 0, floats.length, key, 0, -0.05f, 0.05f);
    Fill.uniform(doubles, 0, doubles.length, key, 0, -0.05, 0.05);

    float[] expected = new float[3 * 1024];
    SplittableRandom random = new SplittableRandom(key);
    for (int tile = 0; tile < expected.length; tile += 1024) {
      for (int i = 0; i < 512; i++) {
        long word = random.nextLong();
        expected[tile + i] = ((int) (word >> 40) | 1) * (0.05f * 0x1p-23f);
        expected[tile + 512 + i] = ((int) word >> 8 | 1) * (0.05f * 0x1p-23f);
      }
    }
    assertEquals(-1, Arrays.mismatch(floats, Arrays.copyOf(expected, floats.length)));

    random = new SplittableRandom(key);
    for (double weight : doubles) {
      assertEquals((random.nextLong() >> 11 | 1) * (0.05 * 0x1p-52), weight);
    }
  }

  /** The lines of docs/reproducibility.md. */
  @Test
  void onePlaceOfTheDocs() {
    SplittableRandom random = new SplittableRandom(0x84b07753ac9d73eaL);
    long word = 0;
    for (int j = 0; j <= 513; j++) { // 1,537 = 1,024 + 512 + 1: the second tile's word 1, low half
      word = random.nextLong();
    }
    float weight = ((int) word >> 8 | 1) * (0.05f * 0x1p-23f);
    float[] drawn = new float[1];
    Fill.uniform(drawn, 0, 1, Keys.fold(42, Keys.id("weight")), 1537, -0.05f, 0.05f);
    assertEquals(drawn[0], weight);
  }
}
