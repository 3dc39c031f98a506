package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class JaxBlocksTest {
  /** One by one or in vector loops. */
  @Property
  void everyRangeHasThreefrysBlocks(
      @ForAll long key,
      @ForAll @LongRange(min = 0, max = Long.MAX_VALUE >> 10) long number,
      @ForAll @IntRange(max = 511) int a,
      @ForAll @IntRange(max = 511) int b) {
    long counter = number << 9;
    int from = Math.min(a, b);
    int to = Math.max(a, b) + 1;
    JaxBlocks blocks = new JaxBlocks();
    blocks.draw(key, counter, from, to);
    for (int i = 0; i < JaxBlocks.BLOCKS; i++) {
      boolean drawn = i >= from && i < to;
      long block = drawn ? ReferenceStream.block(key, counter + i) : 0;
      assertEquals(Threefry2x32.x0(block), blocks.first[i]);
      assertEquals(Threefry2x32.x1(block), blocks.second[i]);
    }
  }
}
