package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class DrawTest {
  @Test
  void uniformFloatTakesTheUpper24BitsMadeOdd() {
    assertEquals(0x1p-23f, Draw.uniform(0, 0x1p-23f));
    assertEquals(0x1p-23f, Draw.uniform(0x1FF, 0x1p-23f));
    assertEquals(3 * 0x1p-23f, Draw.uniform(0x200, 0x1p-23f));
    assertEquals(-0x1p-23f, Draw.uniform(-1, 0x1p-23f));
    assertEquals(1 - 0x1p-23f, Draw.uniform(Integer.MAX_VALUE, 0x1p-23f));
    assertEquals(-1 + 0x1p-23f, Draw.uniform(Integer.MIN_VALUE, 0x1p-23f));
  }

  @Test
  void uniformDoubleTakesTheUpper53BitsMadeOdd() {
    assertEquals(0x1p-52, Draw.uniform(0L, 0x1p-52));
    assertEquals(0x1p-52, Draw.uniform(0xFFFL, 0x1p-52));
    assertEquals(3 * 0x1p-52, Draw.uniform(0x1000L, 0x1p-52));
    assertEquals(-0x1p-52, Draw.uniform(-1L, 0x1p-52));
    assertEquals(1 - 0x1p-52, Draw.uniform(Long.MAX_VALUE, 0x1p-52));
    assertEquals(-1 + 0x1p-52, Draw.uniform(Long.MIN_VALUE, 0x1p-52));
  }

  @Property
  void complementOfAWordDrawsTheOppositeFloat(@ForAll int word, @ForAll float scale) {
    assertEquals(-Draw.uniform(word, scale), Draw.uniform(~word, scale));
    assertEquals(0 - Draw.normal(word, 0f, 0.3f), Draw.normal(~word, 0f, 0.3f));
  }

  @Property
  void complementOfAWordDrawsTheOppositeDouble(@ForAll long word) {
    assertEquals(-Draw.uniform(word, 0x1p-52), Draw.uniform(~word, 0x1p-52));
    assertEquals(0 - Draw.normal(word, 0d, 0.3), Draw.normal(~word, 0d, 0.3));
  }

  @Property
  void normalIsScaledAndShifted(@ForAll int word, @ForAll long words) {
    float z = Draw.normal(word, 0f, 1f);
    assertEquals(3 + 0.25 * z, Draw.normal(word, 3f, 0.25f), 1e-6);
    double w = Draw.normal(words, 0d, 1d);
    assertEquals(3 + 0.25 * w, Draw.normal(words, 3d, 0.25), 1e-15);
  }

  @Test
  void withoutSpreadANormalIsItsMean() {
    assertEquals(-7f, Draw.normal(0x12345678, -7f, 0f));
    assertEquals(-7d, Draw.normal(0x12345678L, -7d, 0d));
  }
}
