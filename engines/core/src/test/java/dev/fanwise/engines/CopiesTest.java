package dev.fanwise.engines;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.ParameterInfo;
import dev.fanwise.runtime.ParameterSource;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopiesTest {
  /** An engine's parameter in an array. */
  private static final class Cell implements Storage {
    private Object values;

    private Cell(Object values) {
      this.values = values;
    }

    @Override
    public Object read() {
      return values;
    }

    @Override
    public void write(Object array) {
      values = array;
    }
  }

  private static EngineParameter parameter(DataType type, Geometry geometry, int... shape) {
    return EngineParameter.of("w", shape)
        .dataType(type)
        .layer(LayerKind.CONVOLUTION, "Conv")
        .kind(ParameterKind.WEIGHT)
        .geometry(geometry)
        .build();
  }

  private static ParameterInfo info(
      Layout layout, Connection connection, int groups, int... shape) {
    return ParameterInfo.of("w", shape).layout(layout, connection, groups).constant(0);
  }

  private static ParameterSource source(ParameterInfo info, Object weights) {
    return visitor -> visitor.visit(info, weights);
  }

  private static float[] counted(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = i;
    }
    return values;
  }

  private static float[] copied(ParameterInfo info, Geometry geometry, int... engineShape) {
    Cell cell = new Cell(null);
    Copies.intoEngine(
        source(info, counted((int) info.elements())),
        "the net",
        List.of(parameter(DataType.F32, geometry, engineShape)),
        parameter -> cell,
        CopyOptions.names(Map.of()));
    float[] into = (float[]) cell.values;
    float[] back = new float[into.length];
    Copies.intoModel(
        "the net",
        List.of(parameter(DataType.F32, geometry, engineShape)),
        parameter -> cell,
        source(info, back),
        CopyOptions.names(Map.of()));
    assertArrayEquals(counted(back.length), back, "there and back");
    return into;
  }

  @Test
  void aMatrixOfTheOtherLayoutIsTransposed() {
    assertArrayEquals(
        new float[] {0, 2, 4, 1, 3, 5},
        copied(info(Layout.IO, Connection.FORWARD, 1, 3, 2), Geometry.outIn(2, 3), 2, 3));
  }

  @Test
  void groupedKernelsKeepTheirGroups() {
    // IO [k = 2, in / groups = 1, out = 4] to OI [4, 1, 2].
    Geometry geometry =
        Geometry.of(new int[] {4, 1, 2}, Layout.OI, Connection.FORWARD, 2, new int[0], 1);
    assertArrayEquals(
        new float[] {0, 4, 1, 5, 2, 6, 3, 7},
        copied(info(Layout.IO, Connection.FORWARD, 2, 2, 1, 4), geometry, 4, 1, 2));
  }

  @Test
  void transposedKernelsOfBothLayoutsAndOfDjl() {
    // OI [in = 2, out = 3, k = 1] to IO [k, out, in].
    Geometry io =
        Geometry.of(new int[] {1, 3, 2}, Layout.IO, Connection.TRANSPOSED, 1, new int[0], 1);
    ParameterInfo torch = info(Layout.OI, Connection.TRANSPOSED, 1, 2, 3, 1);
    assertArrayEquals(new float[] {0, 3, 1, 4, 2, 5}, copied(torch, io, 1, 3, 2));
    Geometry djl = Geometry.transposedOutFirst(new int[] {3, 2, 1}, 1, new int[0]);
    assertArrayEquals(new float[] {0, 3, 1, 4, 2, 5}, copied(torch, djl, 3, 2, 1));
    // Two groups: [in = 4, out / groups = 1, k = 1] to [out = 2, in / groups = 2, k].
    Geometry grouped = Geometry.transposedOutFirst(new int[] {2, 2, 1}, 2, new int[0]);
    assertArrayEquals(
        new float[] {0, 1, 2, 3},
        copied(info(Layout.OI, Connection.TRANSPOSED, 2, 4, 1, 1), grouped, 2, 2, 1));
  }

  @Test
  void kernelsOfOtherDimensionsDoNotFit() {
    Geometry geometry = Geometry.outIn(2, 3, 4, 1);
    for (ParameterInfo info :
        List.of(
            info(Layout.OI, Connection.FORWARD, 1, 2, 3, 1, 4),
            info(Layout.OI, Connection.FORWARD, 1, 3, 2, 4, 1),
            info(Layout.OI, Connection.TRANSPOSED, 1, 3, 2, 4, 1),
            info(Layout.OI, Connection.FORWARD, 1, 24))) {
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> copied(info, geometry, 2, 3, 4, 1));
      assertTrue(e.getMessage().contains("w is ["), e.getMessage());
    }
  }

  @Test
  void doublesBuffersAndNestedArraysAreRead() {
    ParameterInfo doubles = ParameterInfo.of("w", 2, 2).dataType(DataType.F64).constant(0);
    Cell cell = new Cell(null);
    List<EngineParameter> engine = List.of(parameter(DataType.F64, Geometry.outIn(2, 2), 2, 2));
    for (Object weights :
        List.of(
            new double[] {1, 2, 3, 4},
            new double[][] {{1, 2}, {3, 4}},
            DoubleBuffer.wrap(new double[] {1, 2, 3, 4}))) {
      Copies.intoEngine(
          source(doubles, weights), "the net", engine, p -> cell, CopyOptions.names(Map.of()));
      assertArrayEquals(new double[] {1, 2, 3, 4}, (double[]) cell.values);
    }
    ParameterInfo floats = ParameterInfo.of("w", 2, 2).constant(0);
    Copies.intoEngine(
        source(floats, FloatBuffer.wrap(new float[] {1, 2, 3, 4})),
        "the net",
        engine,
        p -> cell,
        CopyOptions.names(Map.of()));
    assertArrayEquals(new double[] {1, 2, 3, 4}, (double[]) cell.values, "widened");
  }

  @Test
  void nullFieldsGetArraysOnlyWhenAllFits() {
    float[][] field = {null};
    ParameterInfo info = ParameterInfo.of("w", 2, 2).constant(0);
    ParameterSource model =
        visitor -> {
          if (field[0] == null && visitor.wantsArrays()) {
            field[0] = new float[4];
          }
          visitor.visit(info, field[0]);
        };
    Cell cell = new Cell(new float[] {1, 2, 3, 4});
    CopyOptions names = CopyOptions.names(Map.of());
    List<EngineParameter> other = List.of(parameter(DataType.F32, Geometry.outIn(4, 1), 4, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Copies.intoModel("the net", other, p -> cell, model, names));
    assertNull(field[0]);
    List<EngineParameter> same = List.of(parameter(DataType.F32, Geometry.outIn(2, 2), 2, 2));
    Copies.intoModel("the net", same, p -> cell, model, names);
    assertArrayEquals(new float[] {1, 2, 3, 4}, field[0]);
  }

  @Test
  void extraAndMissingAreAllowedOnRequest() {
    Cell cell = new Cell(new float[4]);
    List<EngineParameter> engine =
        List.of(
            parameter(DataType.F32, Geometry.outIn(2, 2), 2, 2),
            EngineParameter.of("b", 2).kind(ParameterKind.BIAS).build());
    ParameterSource model =
        visitor -> {
          visitor.visit(ParameterInfo.of("w", 2, 2).constant(0), counted(4));
          visitor.visit(ParameterInfo.of("more", 3).constant(0), counted(3));
        };
    CopyOptions names = CopyOptions.names(Map.of());
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Copies.intoEngine(model, "the net", engine, p -> cell, names));
    assertEquals(
        "the model does not fit the net, 2 times:\n"
            + "  more is in the model, but not in the net\n"
            + "  b is in the net, but not in the model",
        e.getMessage());
    assertEquals(
        List.of("w"),
        Copies.intoEngine(model, "the net", engine, p -> cell, names.ignoreExtra().allowMissing()));
    assertEquals(
        List.of("w"),
        Copies.intoModel("the net", engine, p -> cell, model, names.ignoreExtra().allowMissing()));
    assertFalse(names.narrows());
  }

  @Test
  void aDoubleIsRoundedToHalfOnce() {
    double tie = 1 + 0x1p-11 + 0x1p-40; // as a float a tie, which would go to 1
    Cell cell = new Cell(null);
    Copies.intoEngine(
        source(ParameterInfo.of("w", 1, 1).dataType(DataType.F64).constant(0), new double[] {tie}),
        "the net",
        List.of(parameter(DataType.F16, Geometry.outIn(1, 1), 1, 1)),
        p -> cell,
        CopyOptions.names(Map.of()).narrow());
    assertArrayEquals(new short[] {0x3C01}, (short[]) cell.values);
  }
}
