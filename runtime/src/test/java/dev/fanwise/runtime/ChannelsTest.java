package dev.fanwise.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChannelsTest {
  private static Channels of(
      Layout layout, Connection connection, int groups, int parts, int... shape) {
    return Channels.of(shape, layout, connection, groups, parts);
  }

  /** Every element is reached exactly once. */
  private static void covers(Channels c, long elements) {
    Set<Long> seen = new HashSet<>();
    for (int o = 0; o < c.out; o++) {
      for (int i = 0; i < c.in; i++) {
        for (int g = 0; g < c.groups; g++) {
          for (int p = 0; p < c.parts; p++) {
            for (int t = 0; t < c.taps; t++) {
              long e =
                  o * c.outStep + i * c.inStep + g * c.groupStep + p * c.partStep + t * c.tapStep;
              assertTrue(seen.add(e), "twice: " + e);
            }
          }
        }
      }
    }
    assertEquals(elements, seen.size());
    assertTrue(seen.stream().allMatch(e -> e >= 0 && e < elements));
  }

  @Test
  void forwardConvolutionsInBothLayouts() {
    Channels oi = of(Layout.OI, Connection.FORWARD, 2, 1, 6, 5, 3, 4); // [out, in/groups, kh, kw]
    assertEquals(3, oi.out);
    assertEquals(5, oi.in);
    assertEquals(12, oi.taps);
    assertEquals(1 * 4 + 2, oi.centre);
    assertEquals(60, oi.outStep);
    assertEquals(12, oi.inStep);
    assertEquals(180, oi.groupStep);
    covers(oi, 360);
    Channels io = of(Layout.IO, Connection.FORWARD, 2, 1, 3, 4, 5, 6); // [kh, kw, in/groups, out]
    assertEquals(1, io.outStep);
    assertEquals(6, io.inStep);
    assertEquals(3, io.groupStep);
    assertEquals(30, io.tapStep);
    covers(io, 360);
  }

  @Test
  void transposedConvolutionsInBothLayouts() {
    Channels oi = of(Layout.OI, Connection.TRANSPOSED, 2, 1, 6, 5, 3); // [in, out/groups, k]
    assertEquals(5, oi.out);
    assertEquals(3, oi.in);
    assertEquals(3, oi.outStep);
    assertEquals(15, oi.inStep);
    assertEquals(45, oi.groupStep);
    covers(oi, 90);
    Channels io = of(Layout.IO, Connection.TRANSPOSED, 2, 1, 3, 6, 5); // [k, out, in/groups]
    assertEquals(3, io.out);
    assertEquals(5, io.in);
    assertEquals(5, io.outStep);
    assertEquals(1, io.inStep);
    assertEquals(15, io.groupStep);
    covers(io, 90);
  }

  @Test
  void depthwise() {
    Channels c = of(Layout.IO, Connection.DEPTHWISE, 1, 1, 3, 7, 2); // [k, in, multiplier]
    assertEquals(2, c.out);
    assertEquals(1, c.in);
    assertEquals(7, c.groups);
    assertEquals(14, c.outAxis);
    covers(c, 42);
  }

  @Test
  void partsAndGroupsTogether() {
    covers(of(Layout.OI, Connection.FORWARD, 2, 3, 12, 5), 60);
    covers(of(Layout.IO, Connection.FORWARD, 2, 3, 5, 12), 60);
    covers(of(Layout.OI, Connection.TRANSPOSED, 2, 3, 4, 6, 2), 48);
    covers(of(Layout.IO, Connection.TRANSPOSED, 2, 3, 2, 12, 5), 120);
  }
}
