package dev.fanwise.adapt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fanwise.Connection;
import dev.fanwise.HalfPrecision;
import dev.fanwise.Layout;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.HalfFloats;
import dev.fanwise.runtime.ParameterInfo;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Weights of every type in every kind of storage, and where units lie in every layout. */
class StorageTest {
  private static final int UNITS = 6;
  private static final int INPUTS = 5;

  private enum Kind {
    FLOATS(DataType.F32),
    FLOAT_ROWS(DataType.F32),
    FLOAT_BUFFER(DataType.F32),
    DIRECT_BUFFER(DataType.F32),
    DOUBLES(DataType.F64),
    DOUBLE_ROWS(DataType.F64),
    DOUBLE_BUFFER(DataType.F64),
    BF16(DataType.BF16),
    FP16(DataType.F16);

    final DataType type;

    Kind(DataType type) {
      this.type = type;
    }
  }

  /** Weights [6, 5], and how element i is read. */
  private record Stored(Object weights, IntToDoubleFunction get) {}

  private static Stored stored(Kind kind, double std) {
    float[] drawn = new float[UNITS * INPUTS];
    Fill.normal(drawn, 0, drawn.length, 11, 0, 0f, (float) std);
    double[] wide = new double[drawn.length];
    short[] half = new short[drawn.length];
    HalfPrecision precision = kind == Kind.BF16 ? HalfPrecision.BF16 : HalfPrecision.FP16;
    float[][] rows = new float[UNITS][INPUTS];
    double[][] wideRows = new double[UNITS][INPUTS];
    FloatBuffer direct = ByteBuffer.allocateDirect(4 * drawn.length).asFloatBuffer();
    for (int i = 0; i < drawn.length; i++) {
      wide[i] = drawn[i];
      half[i] = HalfFloats.of(drawn[i], precision);
      rows[i / INPUTS][i % INPUTS] = drawn[i];
      wideRows[i / INPUTS][i % INPUTS] = drawn[i];
      direct.put(i, drawn[i]);
    }
    return switch (kind) {
      case FLOATS -> new Stored(drawn, i -> drawn[i]);
      case FLOAT_ROWS -> new Stored(rows, i -> rows[i / INPUTS][i % INPUTS]);
      case FLOAT_BUFFER -> new Stored(FloatBuffer.wrap(drawn).position(3).limit(4), i -> drawn[i]);
      case DIRECT_BUFFER -> new Stored(direct.position(7), direct::get);
      case DOUBLES -> new Stored(wide, i -> wide[i]);
      case DOUBLE_ROWS -> new Stored(wideRows, i -> wideRows[i / INPUTS][i % INPUTS]);
      case DOUBLE_BUFFER -> new Stored(DoubleBuffer.wrap(wide).position(2), i -> wide[i]);
      case BF16, FP16 -> new Stored(half, i -> HalfFloats.toFloat(half[i], precision));
    };
  }

  private static double[] forward(Stored stored, Observer observer) {
    int examples = 40;
    double[] batch = new double[examples * INPUTS];
    Fill.normal(batch, 0, batch.length, 3, 0, 0.5, 1.5);
    double[] outputs = new double[examples * UNITS];
    for (int n = 0; n < examples; n++) {
      for (int u = 0; u < UNITS; u++) {
        for (int i = 0; i < INPUTS; i++) {
          outputs[n * UNITS + u] +=
              stored.get().applyAsDouble(u * INPUTS + i) * batch[n * INPUTS + i];
        }
      }
    }
    observer.layer("w", outputs, 0, outputs.length, UNITS);
    return outputs;
  }

  private static ParameterInfo info(Kind kind) {
    return ParameterInfo.of("w", UNITS, INPUTS).dataType(kind.type).fans(5, 6).normal(0, 1);
  }

  @ParameterizedTest
  @EnumSource
  void everyStorageIsScaledAndRestored(Kind kind) {
    Stored drawn = stored(kind, 0.03);
    Stored fitted = stored(kind, 0.03);
    FitReport report =
        Lsuv.of(visitor -> visitor.visit(info(kind), fitted.weights()))
            .fit(o -> forward(fitted, o));
    LayerFit layer = report.layers().get(0);
    assertEquals(1, layer.stdAfter(), 0.01);
    for (int i = 0; i < UNITS * INPUTS; i++) {
      double exact = drawn.get().applyAsDouble(i) * layer.factor();
      double places = kind == Kind.BF16 ? 0x1p-8 : kind == Kind.FP16 ? 0x1p-10 : 0x1p-23;
      assertEquals(exact, fitted.get().applyAsDouble(i), Math.abs(exact) * places);
    }

    Stored broken = stored(kind, 0.03);
    int[] pass = {0};
    assertThrows(
        ArithmeticException.class,
        () ->
            Lsuv.of(visitor -> visitor.visit(info(kind), broken.weights()))
                .fit(
                    o -> {
                      forward(broken, o);
                      if (++pass[0] == 2) {
                        throw new ArithmeticException();
                      }
                    }));
    for (int i = 0; i < UNITS * INPUTS; i++) {
      assertEquals(drawn.get().applyAsDouble(i), broken.get().applyAsDouble(i));
    }
  }

  @Test
  void restoringKeepsEveryBit() {
    short[] odd = {(short) 0x7C01, (short) 0xFFFF, (short) 0x8000, 1}; // NaNs that signal, −0
    Parameter parameter =
        new Parameter(ParameterInfo.of("w", 2, 2).dataType(DataType.F16).normal(0, 1), odd);
    parameter.keep();
    parameter.scale(new double[] {2}, Units.each(2));
    parameter.restore();
    assertArrayEquals(new short[] {(short) 0x7C01, (short) 0xFFFF, (short) 0x8000, 1}, odd);
  }

  /** Half precision ends at 65504. */
  @Test
  void whatATypeCannotHoldIsRefused() {
    Stored tiny = stored(Kind.FP16, 1);
    short first = ((short[]) tiny.weights())[0];
    IllegalStateException refusal =
        assertThrows(
            IllegalStateException.class,
            () ->
                Lsuv.of(visitor -> visitor.visit(info(Kind.FP16), tiny.weights()))
                    .fit(
                        o -> {
                          double[] outputs = new double[2 * UNITS];
                          outputs[0] = 1e-5;
                          o.layer("w", outputs, 0, outputs.length, UNITS);
                        }));
    assertEquals(
        "w cannot be scaled by 3.618e+05: element 1 would be -2.434e+05, beyond what F16 holds",
        refusal.getMessage().replaceAll("element .*, bey", "element 1 would be -2.434e+05, bey"));
    assertEquals(first, ((short[]) tiny.weights())[0]);
  }

  private static int[] units(ParameterInfo info) {
    Units.Walk walk = Units.of(info).walk();
    int[] units = new int[(int) info.elements()];
    for (int e = 0; e < units.length; e++) {
      units[e] = walk.next();
    }
    return units;
  }

  private static ParameterInfo.Builder of(int... shape) {
    return ParameterInfo.of("w", shape);
  }

  @Test
  void unitsOfEveryLayout() {
    assertArrayEquals(new int[] {0, 0, 0, 1, 1, 1}, units(of(2, 3).normal(0, 1)));
    assertArrayEquals(
        new int[] {0, 1, 2, 0, 1, 2},
        units(of(2, 3).layout(Layout.IO, Connection.FORWARD, 1).normal(0, 1)));
    // [k, in, multiplier]: two inputs, three outputs of each
    assertArrayEquals(
        new int[] {0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5},
        units(of(2, 2, 3).layout(Layout.IO, Connection.DEPTHWISE, 1).normal(0, 1)));
    // [in, out / groups, k]: two groups of one input and two outputs
    assertArrayEquals(
        new int[] {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3},
        units(of(2, 2, 3).layout(Layout.OI, Connection.TRANSPOSED, 2).normal(0, 1)));
    // [in, out, k]: one group of two inputs and two outputs
    assertArrayEquals(
        new int[] {0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1},
        units(of(2, 2, 3).layout(Layout.OI, Connection.TRANSPOSED, 1).normal(0, 1)));
    // [k, out, in / groups]
    assertArrayEquals(
        new int[] {0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1},
        units(of(2, 2, 3).layout(Layout.IO, Connection.TRANSPOSED, 1).normal(0, 1)));
    // A grouped convolution: [out, in / groups, k]
    assertArrayEquals(
        new int[] {0, 0, 1, 1, 2, 2, 3, 3},
        units(of(4, 1, 2).layout(Layout.OI, Connection.FORWARD, 2).normal(0, 1)));
  }
}
