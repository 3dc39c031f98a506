package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class Threefry2x32Test {
  @Test
  void givesThePublishedAnswers() {
    List<Map<String, String>> rows = Csv.read("threefry2x32-20-kat.csv");
    assertEquals(3, rows.size());
    for (Map<String, String> row : rows) {
      long key = words(row, "key0", "key1");
      long counter = words(row, "counter0", "counter1");
      long expected = words(row, "word0", "word1");
      assertEquals(expected, Threefry2x32.block(key, counter), row::toString);
      assertEquals(expected, ReferenceStream.block(key, counter), row::toString);
    }
  }

  @Test
  void firstWordIsTheHighHalf() {
    assertEquals(0x6b200159, Threefry2x32.x0(Threefry2x32.block(0, 0)));
    assertEquals(0x99ba4efe, Threefry2x32.x1(Threefry2x32.block(0, 0)));
  }

  @Property(tries = 20_000)
  void equalsItsDefinitionRoundByRound(@ForAll long key, @ForAll long counter) {
    assertEquals(ReferenceStream.block(key, counter), Threefry2x32.block(key, counter));
  }

  private static long words(Map<String, String> row, String high, String low) {
    return Long.parseUnsignedLong(row.get(high) + row.get(low), 16);
  }
}
