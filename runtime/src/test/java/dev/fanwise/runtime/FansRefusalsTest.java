package dev.fanwise.runtime;

import static dev.fanwise.Connection.DEPTHWISE;
import static dev.fanwise.Connection.FORWARD;
import static dev.fanwise.Connection.TRANSPOSED;
import static dev.fanwise.Layout.IO;
import static dev.fanwise.Layout.OI;
import static dev.fanwise.runtime.Refusals.assertIllegal;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FansRefusalsTest {
  private static final int[] NONE = {};

  @ParameterizedTest
  @EnumSource
  void fewerThanTwoDimensions(Connection connection) {
    String rule = ": fans need at least two dimensions";
    refuses("shape []" + rule, shape(), IO, connection, 1, NONE, 1);
    refuses("shape [256]" + rule, shape(256), IO, connection, 1, NONE, 1);
  }

  @ParameterizedTest
  @EnumSource
  void dimensionsThatAreNotPositive(Connection connection) {
    String rule = ": every dimension must be positive";
    refuses("shape [2, 0]" + rule, shape(2, 0), IO, connection, 1, NONE, 1);
    refuses("shape [0, 2]" + rule, shape(0, 2), IO, connection, 1, NONE, 1);
    refuses("shape [-3, 2, 2]" + rule, shape(-3, 2, 2), IO, connection, 1, NONE, 1);
  }

  @Test
  void groupsAndPartsThatAreNotPositive() {
    refuses("shape [4, 4]: groups must be positive, not 0", shape(4, 4), OI, FORWARD, 0, NONE, 1);
    refuses(
        "shape [4, 4]: groups must be positive, not -2", shape(4, 4), IO, TRANSPOSED, -2, NONE, 1);
    refuses("shape [4, 4]: parts must be positive, not 0", shape(4, 4), OI, FORWARD, 1, NONE, 0);
    refuses(
        "shape [4, 4]: parts must be positive, not -1", shape(4, 4), IO, DEPTHWISE, 1, NONE, -1);
  }

  @ParameterizedTest
  @EnumSource
  void stridesThatDoNotMatchTheKernel(Connection connection) {
    refuses(
        "shape [4, 4, 3]: stride must have one entry per kernel dimension, not [1, 1]",
        shape(4, 4, 3),
        IO,
        connection,
        1,
        new int[] {1, 1},
        1);
    refuses(
        "shape [4, 4]: stride must have one entry per kernel dimension, not [1]",
        shape(4, 4),
        IO,
        connection,
        1,
        new int[] {1},
        1);
  }

  @ParameterizedTest
  @EnumSource
  void stridesThatAreNotPositive(Connection connection) {
    refuses(
        "shape [4, 4, 3]: strides must be positive, not [0]",
        shape(4, 4, 3),
        IO,
        connection,
        1,
        new int[] {0},
        1);
    refuses(
        "shape [4, 4, 3, 3]: strides must be positive, not [2, -1]",
        shape(4, 4, 3, 3),
        IO,
        connection,
        1,
        new int[] {2, -1},
        1);
  }

  @Test
  void depthwiseInOiOrWithGroupsOrParts() {
    refuses(
        "shape [3, 3, 32, 1]: DEPTHWISE needs layout IO",
        shape(3, 3, 32, 1),
        OI,
        DEPTHWISE,
        1,
        NONE,
        1);
    String rule = "shape [3, 3, 32, 1]: DEPTHWISE takes neither groups nor parts";
    refuses(rule, shape(3, 3, 32, 1), IO, DEPTHWISE, 32, NONE, 1);
    refuses(rule, shape(3, 3, 32, 1), IO, DEPTHWISE, 1, NONE, 2);
  }

  @Test
  void groupsThatDoNotDivide() {
    String rule = "groups = 3 must divide 64";
    refuses("shape [64, 9, 5]: " + rule, shape(64, 9, 5), OI, FORWARD, 3, NONE, 1);
    refuses("shape [5, 9, 64]: " + rule, shape(5, 9, 64), IO, FORWARD, 3, NONE, 1);
    refuses("shape [64, 9, 5]: " + rule, shape(64, 9, 5), OI, TRANSPOSED, 3, NONE, 1);
    refuses("shape [5, 64, 9]: " + rule, shape(5, 64, 9), IO, TRANSPOSED, 3, NONE, 1);
  }

  @Test
  void partsThatDoNotDivideWhatTheGroupsLeave() {
    String rule = "parts = 4 must divide 10";
    refuses("shape [20, 8, 5]: " + rule, shape(20, 8, 5), OI, FORWARD, 2, NONE, 4);
    refuses("shape [5, 8, 20]: " + rule, shape(5, 8, 20), IO, FORWARD, 2, NONE, 4);
    refuses("shape [8, 10, 5]: " + rule, shape(8, 10, 5), OI, TRANSPOSED, 2, NONE, 4);
    refuses("shape [5, 20, 8]: " + rule, shape(5, 20, 8), IO, TRANSPOSED, 2, NONE, 4);
  }

  private static int[] shape(int... dimensions) {
    return dimensions;
  }

  private static void refuses(
      String text,
      int[] shape,
      Layout layout,
      Connection connection,
      int groups,
      int[] stride,
      int parts) {
    assertIllegal(text, () -> Fans.of(shape, layout, connection, groups, stride, parts));
  }
}
