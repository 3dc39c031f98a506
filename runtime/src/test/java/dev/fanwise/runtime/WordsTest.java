package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class WordsTest {
  @Property(tries = 5_000)
  void everyElementHasTheContractsWord(@ForAll long key, @ForAll @LongRange(min = 0) long element) {
    assertEquals(ReferenceStream.word(key, element), Words.at(key, element));
    assertEquals(ReferenceStream.word64(key, element), Words.longAt(key, element));
  }
}
