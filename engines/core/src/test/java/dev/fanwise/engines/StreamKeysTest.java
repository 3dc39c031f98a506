package dev.fanwise.engines;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.runtime.Keys;
import org.junit.jupiter.api.Test;

class StreamKeysTest {
  @Test
  void aNameIsOneFold() {
    assertEquals(Keys.fold(7, Keys.id("01Conv2d_weight")), StreamKeys.of(7, "01Conv2d_weight"));
  }

  @Test
  void aPathIsThatOfAModelWithSubmodules() {
    long blocks = Keys.fold(7, Keys.id("blocks"));
    assertEquals(
        Keys.fold(Keys.fold(blocks, 3), Keys.id("query")), StreamKeys.of(7, "blocks.3.query"));
  }

  @Test
  void whatIsNoIndexIsAName() {
    long blocks = Keys.fold(7, Keys.id("blocks"));
    assertEquals(Keys.fold(blocks, Keys.id("03")), StreamKeys.of(7, "blocks.03"));
    assertEquals(Keys.fold(blocks, Keys.id("1234567890")), StreamKeys.of(7, "blocks.1234567890"));
    assertEquals(Keys.fold(blocks, 0), StreamKeys.of(7, "blocks.0"));
  }
}
