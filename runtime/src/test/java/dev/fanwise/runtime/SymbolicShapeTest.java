package dev.fanwise.runtime;

import static dev.fanwise.runtime.Refusals.assertIllegal;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fanwise.Connection;
import dev.fanwise.Distribution;
import dev.fanwise.Layout;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SymbolicShapeTest {
  private static final String NAME = "Net.w, shape [out, 3] = [2, 3]";
  private static final int[] NO_STRIDE = {};

  private final SymbolicShape shape = shape(2, 3);

  private static SymbolicShape shape(int... dimensions) {
    return SymbolicShape.of(
        "Net", "w", List.of("out, 3", "out, 3, k").get(dimensions.length - 2), dimensions);
  }

  @Test
  void knowsItsNumbers() {
    assertEquals(6, shape.elements());
    assertEquals(6, shape.flatElements());
    assertArrayEquals(new int[] {2, 3}, shape.dimensions());
    assertNotSame(shape.dimensions(), shape.dimensions());
    assertEquals(3, shape.fans().fanIn());
    assertEquals(2, shape.fans().fanOut());
    assertEquals(2, shape.channels().out);
    ParameterInfo info = shape.parameter().constant(0);
    assertEquals("w", info.name());
    assertArrayEquals(new int[] {2, 3}, info.shape());
  }

  @Test
  void countsTheFansOfItsLayer() {
    SymbolicShape grouped = shape(8, 3, 5).as(Layout.OI, Connection.FORWARD, 4, new int[] {2}, 2);
    assertEquals(15, grouped.fans().fanIn());
    assertEquals(5, grouped.fans().fanOut());
    assertEquals(15, grouped.plainFans().fanIn());
    assertEquals(40, grouped.plainFans().fanOut());
    assertEquals(4, grouped.channels().groups);
    assertEquals(2, grouped.channels().parts);
  }

  @Test
  void refusesDimensionsBelowOne() {
    String rule = ", but every dimension must be at least 1";
    assertIllegal("Net.w, shape [out, 3] = [0, 3]: out = 0" + rule, () -> shape(0, 3));
    assertIllegal("Net.w, shape [out, 3] = [2, -1]: 3 = -1" + rule, () -> shape(2, -1));
    assertDoesNotThrow(() -> shape(1, 1));
    SymbolicShape literal = SymbolicShape.of("Net", "w", "4, in", 4, 6);
    assertIllegal(
        "Net.w, shape [4, in] = [4, 6]: groups = 3 does not divide 4",
        () -> literal.as(Layout.OI, Connection.FORWARD, 3, NO_STRIDE, 1));
  }

  @Test
  void refusesGroupsAndPartsThatDoNotDivide() {
    record Case(Layout layout, Connection connection, int groups, int parts, String rule) {}
    SymbolicShape convolution = SymbolicShape.of("Net", "w", "a, b, c", 4, 6, 10);
    String name = "Net.w, shape [a, b, c] = [4, 6, 10]: ";
    for (Case one :
        List.of(
            new Case(Layout.OI, Connection.FORWARD, 3, 1, "groups = 3 does not divide a = 4"),
            new Case(
                Layout.OI,
                Connection.FORWARD,
                2,
                4,
                "parts = 4 does not divide a = 4, 2 in each group"),
            new Case(Layout.IO, Connection.FORWARD, 4, 1, "groups = 4 does not divide c = 10"),
            new Case(
                Layout.IO,
                Connection.FORWARD,
                2,
                2,
                "parts = 2 does not divide c = 10, 5 in each group"),
            new Case(Layout.OI, Connection.TRANSPOSED, 3, 1, "groups = 3 does not divide a = 4"),
            new Case(Layout.OI, Connection.TRANSPOSED, 2, 4, "parts = 4 does not divide b = 6"),
            new Case(Layout.IO, Connection.TRANSPOSED, 4, 1, "groups = 4 does not divide b = 6"),
            new Case(
                Layout.IO,
                Connection.TRANSPOSED,
                2,
                2,
                "parts = 2 does not divide b = 6, 3 in each group"))) {
      assertIllegal(
          name + one.rule,
          () -> convolution.as(one.layout, one.connection, one.groups, NO_STRIDE, one.parts));
    }
    for (Executable legal :
        List.<Executable>of(
            () -> convolution.as(Layout.OI, Connection.FORWARD, 2, NO_STRIDE, 2),
            () -> convolution.as(Layout.IO, Connection.FORWARD, 2, NO_STRIDE, 5),
            () -> convolution.as(Layout.OI, Connection.TRANSPOSED, 2, NO_STRIDE, 3),
            () -> convolution.as(Layout.IO, Connection.TRANSPOSED, 2, NO_STRIDE, 3),
            () -> convolution.as(Layout.IO, Connection.DEPTHWISE, 1, NO_STRIDE, 1))) {
      assertDoesNotThrow(legal);
    }
  }

  @Test
  void namesGroupsThatTheModelHas() {
    SymbolicShape known = SymbolicShape.of("Net", "w", "4, 6", 4, 6);
    String name = "Net.w, shape [4, 6]: groups = ";
    assertIllegal(
        name + "n = 0, but there must be at least 1",
        () -> known.as(Layout.OI, Connection.FORWARD, "n", 0, NO_STRIDE, 1));
    assertIllegal(
        name + "0, but there must be at least 1",
        () -> known.as(Layout.OI, Connection.FORWARD, 0, NO_STRIDE, 1));
    assertIllegal(
        name + "n = 3 does not divide 4",
        () -> known.as(Layout.OI, Connection.FORWARD, "n", 3, NO_STRIDE, 1));
    SymbolicShape grouped = known.as(Layout.OI, Connection.FORWARD, "n", 2, NO_STRIDE, 1);
    assertEquals(2, grouped.channels().groups);
    assertEquals(3, grouped.baseFans(grouped.fans(), 6, 4).fanOut());
    assertEquals(6, grouped.baseFans(grouped.plainFans(), 6, 4).fanOut());
    assertDoesNotThrow(() -> grouped.requireBase(6, 4));
    assertIllegal(
        "Net.w, shape [4, 6]: baseShape = [3, 6] is no shape for these weights: shape [3, 6]: groups"
            + " = 2 must divide 3",
        () -> grouped.requireBase(3, 6));
  }

  @Test
  void refusesWhatNoArrayHolds() {
    SymbolicShape tooLong = shape(1 << 16, 1 << 15);
    assertEquals(1L << 31, tooLong.elements());
    String rule =
        "Net.w, shape [out, 3] = [65536, 32768] makes 2147483648 elements, but a Java array holds"
            + " at most 2147483639; nested arrays of float or double hold more";
    assertIllegal(rule, tooLong::flatElements);
    assertIllegal(rule, () -> tooLong.checkIfPresent((float[]) null));
    assertIllegal(rule, () -> tooLong.checkIfPresent((double[]) null));
    assertIllegal(rule, () -> tooLong.checkIfPresent((short[]) null));
    assertIllegal(rule, () -> tooLong.checkIfPresent((FloatBuffer) null));
    assertDoesNotThrow(() -> tooLong.checkIfPresent((Object[]) null));
    assertEquals(2_147_483_639, shape(2_147_483_639, 1).flatElements());
    SymbolicShape endless = SymbolicShape.of("Net", "w", "a, b, c", 1 << 30, 1 << 30, 8);
    assertIllegal(
        "Net.w, shape [a, b, c] = [1073741824, 1073741824, 8] has more than 2^63 elements",
        endless::elements);
    assertIllegal(
        "Net.w, shape [a, b, c] = [1073741824, 1073741824, 8] has more than 2^63 elements",
        () -> endless.checkIfPresent((Object[]) null));
  }

  @Test
  void checksArrays() {
    String rule = ", but shape [out, 3] = [2, 3] needs 6 elements";
    assertDoesNotThrow(() -> shape.check(new float[6]));
    assertDoesNotThrow(() -> shape.check(new double[6]));
    assertDoesNotThrow(() -> shape.check(new short[6]));
    assertDoesNotThrow(() -> shape.check(FloatBuffer.allocate(6)));
    assertDoesNotThrow(() -> shape.check(new float[2][3]));
    assertIllegal("Net.w has length 5" + rule, () -> shape.check(new float[5]));
    assertIllegal("Net.w has length 7" + rule, () -> shape.check(new double[7]));
    assertIllegal("Net.w has length 0" + rule, () -> shape.check(new short[0]));
    assertIllegal("Net.w is null" + rule, () -> shape.check((float[]) null));
    assertIllegal("Net.w is null" + rule, () -> shape.check((double[]) null));
    assertIllegal("Net.w is null" + rule, () -> shape.check((short[]) null));
    assertIllegal("Net.w is null" + rule, () -> shape.check((FloatBuffer) null));
    assertIllegal(
        "Net.w[1] has length 2, but shape [2, 3] needs 3",
        () -> shape.check(new float[][] {new float[3], new float[2]}));
  }

  @Test
  void checksWhatIsPresent() {
    assertDoesNotThrow(() -> shape.checkIfPresent((float[]) null));
    assertDoesNotThrow(() -> shape.checkIfPresent((Object[]) null));
    String rule = ", but shape [out, 3] = [2, 3] needs 6 elements";
    assertIllegal("Net.w has length 5" + rule, () -> shape.checkIfPresent(new float[5]));
    assertIllegal("Net.w has length 5" + rule, () -> shape.checkIfPresent(new double[5]));
    assertIllegal("Net.w has length 5" + rule, () -> shape.checkIfPresent(new short[5]));
    assertIllegal(
        "Net.w[0] has length 4, but shape [2, 3] needs 3",
        () -> shape.checkIfPresent(new double[2][4]));
    IllegalArgumentException ofCheck = refusal(() -> shape.check(FloatBuffer.allocate(5)));
    IllegalArgumentException ifPresent =
        refusal(() -> shape.checkIfPresent(FloatBuffer.allocate(5)));
    assertEquals(ofCheck.getMessage(), ifPresent.getMessage());
  }

  private static IllegalArgumentException refusal(Executable wrong) {
    return assertThrows(IllegalArgumentException.class, wrong);
  }

  @Test
  void checksShards() {
    assertDoesNotThrow(() -> shape.checkShard(4, 1, 2, 3));
    assertIllegal(
        "Net.w has 6 elements: there are no 3 from 4 on", () -> shape.checkShard(9, 0, 4, 3));
    assertIllegal(
        "Net.w: 3 elements do not fit at 2 of length 4", () -> shape.checkShard(4, 2, 0, 3));
  }

  @Test
  void dividesIntoBlocks() {
    assertEquals(2, shape.block(3));
    assertEquals(6, shape.block(1));
    assertIllegal(NAME + ": gates = 4 does not divide its 6 elements", () -> shape.block(4));
  }

  @Test
  void deltaOrthogonalNeedsAsManyOutputsAsInputs() {
    assertEquals(1, DeltaOrthogonalPattern.of(shape(3, 3, 5), 1).high());
    assertIllegal(
        "Net.w, shape [out, 3, k] = [2, 3, 5]: 2 outputs cannot keep the norm of 3 inputs;"
            + " @DeltaOrthogonalInit needs at least as many outputs",
        () -> DeltaOrthogonalPattern.of(shape(2, 3, 5), 1));
  }

  @Test
  void patternsOfShapesAreThoseOfTheirChannels() {
    SymbolicShape layer = shape(8, 4);
    Channels channels = layer.channels();
    assertSame(TapPattern.identity(channels, 2), TapPattern.identity(layer, 2));
    assertSame(HadamardPattern.zero(channels), HadamardPattern.zero(layer));
    assertSame(OrthogonalPattern.of(channels, 2), OrthogonalPattern.of(layer, 2));
    assertSame(SparsePattern.of(channels, 0.5, 2), SparsePattern.of(layer, 0.5, 2));
    assertSame(DeltaOrthogonalPattern.of(channels, 2), DeltaOrthogonalPattern.of(layer, 2));
    assertSame(TapPattern.block(32, 8, 1, 3), TapPattern.block(layer, 4, 1, 3));
    assertSame(ChronoPattern.of(4, 8, 0, 1, 30), ChronoPattern.of(layer, 4, 0, 1, 30));
  }

  private static void assertSame(Pattern expected, Pattern actual) {
    double[] of = new double[32];
    double[] other = new double[32];
    expected.fill(Sink.of(of, 0), 0, 32, 7);
    actual.fill(Sink.of(other, 0), 0, 32, 7);
    assertArrayEquals(of, other);
    assertEquals(expected.std(), actual.std());
  }

  @Test
  void refusesLawsThatItsTypeCannotHold() {
    assertDrawable(DataType.F32, 0x1p-103, true);
    assertDrawable(DataType.F32, 0x1p-104, false);
    assertDrawable(DataType.F32, 0x1p96, true);
    assertDrawable(DataType.F32, 0x1p97, false);
    assertDrawable(DataType.F64, 0x1p-970, true);
    assertDrawable(DataType.F64, 0x1p-971, false);
    assertDrawable(DataType.F64, 0x1p1019, true);
    assertDrawable(DataType.F64, 0x1p1020, false);
    assertDrawable(DataType.F16, 0x1p-24, true);
    assertDrawable(DataType.F16, 0x1p-25, false);
    assertDrawable(DataType.F16, 4094, true);
    assertDrawable(DataType.F16, 4095, false);
    assertDrawable(DataType.BF16, 0x1p-103, true);
    assertDrawable(DataType.BF16, 0x1p-104, false);
    assertDrawable(DataType.F32, 0, false); // A scale that is lost among doubles.
    assertDrawable(DataType.F64, 0, false);
  }

  @Test
  void takesSparseMatricesWithoutAPlaceForNumbers() {
    double infinity = Double.POSITIVE_INFINITY;
    ParameterInfo info =
        shape.parameter().scheme("SparseInit").structured(0, 0, -infinity, infinity);
    assertDoesNotThrow(() -> shape.requireDrawable(info));
  }

  private void assertDrawable(DataType type, double std, boolean isDrawable) {
    ParameterInfo info = shape.parameter().dataType(type).scheme("NormalInit").normal(0, std);
    assertEquals(Distribution.NORMAL, info.distribution());
    if (isDrawable) {
      assertDoesNotThrow(() -> shape.requireDrawable(info), () -> type + " " + std);
    } else {
      assertIllegal(
          NAME
              + ": @NormalInit gives a standard deviation of "
              + std
              + ", beyond what can be drawn as "
              + type,
          () -> shape.requireDrawable(info));
    }
  }
}
