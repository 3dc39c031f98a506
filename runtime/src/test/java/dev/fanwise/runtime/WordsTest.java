package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
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
  void aTileIsItsElementsWords(
      @ForAll long key,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 5000) long from,
      @ForAll @IntRange(min = 1, max = 3000) int count) {
    int[] words = new int[Words.TILE];
    int drawn = Words.tile(key, from, count, words);
    assertEquals(Math.min(count, 1024 - from % 1024), drawn);
    for (int i = 0; i < drawn; i++) {
      assertEquals(ReferenceStream.word(key, from + i), words[i], "word " + i);
    }
    for (int i = drawn; i < words.length; i++) {
      assertEquals(0, words[i], "word " + i + " is behind the tile");
    }
  }

  @Test
  void noWordIsUsedTwiceInATile() {
    int[] words = new int[Words.TILE];
    assertEquals(1024, Words.tile(42, 0, 1024, words));
    // 1,024 words of 32 bits collide with probability 1.2e-4; these do not.
    assertEquals(1024, Arrays.stream(words).distinct().count());
  }
}
