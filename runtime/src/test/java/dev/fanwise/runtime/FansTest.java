package dev.fanwise.runtime;

import static dev.fanwise.Connection.DEPTHWISE;
import static dev.fanwise.Connection.FORWARD;
import static dev.fanwise.Connection.TRANSPOSED;
import static dev.fanwise.Layout.IO;
import static dev.fanwise.Layout.OI;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract's fan table; every expected number was worked out by hand. */
class FansTest {
  record Case(
      String what,
      int[] shape,
      Layout layout,
      Connection connection,
      int groups,
      int[] stride,
      int parts,
      double fanIn,
      double fanOut) {
    static Case of(String what, Layout layout, Connection connection, int... shape) {
      return new Case(what, shape, layout, connection, 1, new int[0], 1, 0, 0);
    }

    Case groups(int groups) {
      return new Case(what, shape, layout, connection, groups, stride, parts, 0, 0);
    }

    Case stride(int... stride) {
      return new Case(what, shape, layout, connection, groups, stride, parts, 0, 0);
    }

    Case parts(int parts) {
      return new Case(what, shape, layout, connection, groups, stride, parts, 0, 0);
    }

    Case have(double fanIn, double fanOut) {
      return new Case(what, shape, layout, connection, groups, stride, parts, fanIn, fanOut);
    }

    @Override
    public String toString() {
      return what;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        Case.of("OI dense", OI, FORWARD, 256, 784).have(784, 256),
        Case.of("OI dense, one unit each", OI, FORWARD, 1, 1).have(1, 1),
        Case.of("OI convolution, 1-d", OI, FORWARD, 128, 64, 5).have(320, 640),
        Case.of("OI convolution, 2-d", OI, FORWARD, 64, 3, 7, 7).have(147, 3136),
        Case.of("OI convolution, oblong kernel", OI, FORWARD, 8, 5, 2, 3).have(30, 48),
        Case.of("OI convolution, 3-d", OI, FORWARD, 32, 16, 3, 3, 3).have(432, 864),
        Case.of("OI convolution, strided", OI, FORWARD, 64, 3, 7, 7).stride(2, 2).have(147, 3136),
        Case.of("OI grouped", OI, FORWARD, 64, 2, 3, 3).groups(32).have(18, 18),
        Case.of("OI depthwise", OI, FORWARD, 32, 1, 3, 3).groups(32).have(9, 9),
        Case.of("OI depthwise, multiplier 2", OI, FORWARD, 64, 1, 3, 3).groups(32).have(9, 18),
        Case.of("OI fused query, key, value", OI, FORWARD, 2304, 768).parts(3).have(768, 768),
        Case.of("OI fused LSTM gates", OI, FORWARD, 1024, 128).parts(4).have(128, 256),
        Case.of("OI groups and parts", OI, FORWARD, 120, 8, 5).groups(2).parts(3).have(40, 100),
        Case.of("IO dense", IO, FORWARD, 784, 256).have(784, 256),
        Case.of("IO convolution, 1-d", IO, FORWARD, 5, 64, 128).have(320, 640),
        Case.of("IO convolution, 2-d", IO, FORWARD, 7, 7, 3, 64).have(147, 3136),
        Case.of("IO convolution, 3-d", IO, FORWARD, 3, 3, 3, 16, 32).have(432, 864),
        Case.of("IO convolution, strided", IO, FORWARD, 7, 7, 3, 64).stride(2, 2).have(147, 3136),
        Case.of("IO grouped", IO, FORWARD, 3, 3, 2, 64).groups(32).have(18, 18),
        Case.of("IO fused query, key, value", IO, FORWARD, 768, 2304).parts(3).have(768, 768),
        Case.of("IO groups and parts", IO, FORWARD, 5, 8, 120).groups(2).parts(3).have(40, 100),
        Case.of("OI transposed", OI, TRANSPOSED, 128, 64, 4, 4).have(2048, 1024),
        Case.of("OI transposed dense", OI, TRANSPOSED, 784, 256).have(784, 256),
        Case.of("OI transposed, strided", OI, TRANSPOSED, 128, 64, 4, 4)
            .stride(2, 2)
            .have(512, 1024),
        Case.of("OI transposed, unequal strides", OI, TRANSPOSED, 32, 8, 3, 3)
            .stride(3, 1)
            .have(96, 72),
        Case.of("OI transposed, half a connection", OI, TRANSPOSED, 5, 4, 3)
            .stride(2)
            .have(7.5, 12),
        Case.of("OI transposed, grouped", OI, TRANSPOSED, 128, 32, 3, 3).groups(4).have(288, 288),
        Case.of("OI transposed, parts", OI, TRANSPOSED, 64, 48, 2, 2)
            .stride(2, 2)
            .parts(3)
            .have(64, 64),
        Case.of("IO transposed", IO, TRANSPOSED, 4, 4, 64, 128).have(2048, 1024),
        Case.of("IO transposed, strided", IO, TRANSPOSED, 4, 4, 64, 128)
            .stride(2, 2)
            .have(512, 1024),
        Case.of("IO transposed, grouped", IO, TRANSPOSED, 3, 3, 64, 8).groups(4).have(72, 144),
        Case.of("IO transposed, groups and parts", IO, TRANSPOSED, 3, 60, 8)
            .groups(4)
            .parts(5)
            .have(24, 9),
        Case.of("IO depthwise", IO, DEPTHWISE, 3, 3, 32, 1).have(9, 9),
        Case.of("IO depthwise, multiplier 2", IO, DEPTHWISE, 3, 3, 32, 2).have(9, 18),
        Case.of("IO depthwise, strided", IO, DEPTHWISE, 3, 3, 32, 2).stride(2, 2).have(9, 18),
        Case.of("IO depthwise, 1-d", IO, DEPTHWISE, 5, 16, 4).have(5, 20),
        Case.of("IO depthwise, no kernel", IO, DEPTHWISE, 32, 4).have(1, 4),
        Case.of("fans beyond an int", OI, FORWARD, 65536, 131072, 65536)
            .have(8589934592.0, 4294967296.0));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void countsConnections(Case c) {
    Fans fans = Fans.of(c.shape, c.layout, c.connection, c.groups, c.stride, c.parts);
    assertEquals(c.fanIn, fans.fanIn(), "fan_in");
    assertEquals(c.fanOut, fans.fanOut(), "fan_out");
  }

  @Test
  void showsBothFans() {
    Fans fans = Fans.of(new int[] {5, 4, 3}, OI, TRANSPOSED, 1, new int[] {2}, 1);
    assertEquals("fan_in 7.5, fan_out 12.0", fans.toString());
  }
}
