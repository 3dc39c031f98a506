package dev.fanwise.runtime;

import dev.fanwise.HalfPrecision;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * Where the elements of a tensor go, for schemes that are not drawn element by element: an array, a
 * buffer, nested arrays. Values come as doubles and are rounded once, to floats first for 16-bit
 * formats.
 */
public abstract class Sink {
  Sink() {}

  /** How elements are stored. */
  abstract DataType type();

  /** Writes an element: index 0 goes to the first place of the sink. */
  abstract void set(long index, double value);

  /** Writes {@code values[from + i]} as element {@code index + i}, for i below {@code count}. */
  void write(float[] values, int from, int count, long index) {
    for (int i = 0; i < count; i++) {
      set(index + i, values[from + i]);
    }
  }

  /** The smallest number above a bound that can be stored. */
  final double above(double bound) {
    switch (type()) {
      case F64:
        return Math.nextUp(bound);
      case BF16:
        return Bounds.halfAbove(bound, HalfPrecision.BF16);
      case F16:
        return Bounds.halfAbove(bound, HalfPrecision.FP16);
      default:
        return Bounds.floatAbove(bound);
    }
  }

  /** A float as it is stored: rounded to a 16-bit format or not at all. */
  final float stored(float value) {
    if (type() == DataType.BF16) {
      return HalfFloats.toFloat(HalfFloats.toBf16(value), HalfPrecision.BF16);
    }
    return type() == DataType.F16
        ? HalfFloats.toFloat(HalfFloats.toFp16(value), HalfPrecision.FP16)
        : value;
  }

  /** A sink that begins at a place of an array. */
  public static Sink of(float[] array, int offset) {
    return new Sink() {
      @Override
      DataType type() {
        return DataType.F32;
      }

      @Override
      void set(long index, double value) {
        array[offset + (int) index] = (float) value;
      }

      @Override
      void write(float[] values, int from, int count, long index) {
        System.arraycopy(values, from, array, offset + (int) index, count);
      }
    };
  }

  /** A sink that begins at a place of an array. */
  public static Sink of(double[] array, int offset) {
    return new Sink() {
      @Override
      DataType type() {
        return DataType.F64;
      }

      @Override
      void set(long index, double value) {
        array[offset + (int) index] = value;
      }
    };
  }

  /** A sink that begins at a place of an array of 16-bit numbers. */
  public static Sink of(short[] array, int offset, HalfPrecision precision) {
    return new Sink() {
      @Override
      DataType type() {
        return precision == HalfPrecision.BF16 ? DataType.BF16 : DataType.F16;
      }

      @Override
      void set(long index, double value) {
        array[offset + (int) index] = HalfFloats.of((float) value, precision);
      }

      @Override
      void write(float[] values, int from, int count, long index) {
        int first = offset + (int) index;
        HalfFloats.convert(values, from, from + count, array, first - from, precision);
      }
    };
  }

  /**
   * A sink that begins at a place of a buffer, counted from its start; position and limit do not
   * matter.
   */
  public static Sink of(FloatBuffer buffer, int offset) {
    FloatBuffer whole = Buffers.from(buffer, 0);
    return new Sink() {
      @Override
      DataType type() {
        return DataType.F32;
      }

      @Override
      void set(long index, double value) {
        whole.put(offset + (int) index, (float) value);
      }
    };
  }

  /**
   * A sink that begins at a place of a buffer, counted from its start; position and limit do not
   * matter.
   */
  public static Sink of(DoubleBuffer buffer, int offset) {
    DoubleBuffer whole = Buffers.from(buffer, 0);
    return new Sink() {
      @Override
      DataType type() {
        return DataType.F64;
      }

      @Override
      void set(long index, double value) {
        whole.put(offset + (int) index, value);
      }
    };
  }

  /**
   * A sink that runs through nested arrays row by row.
   *
   * @param array arrays of arrays … of {@code float[]} or {@code double[]}
   * @param shape the lengths on each level
   */
  public static Sink nested(Object[] array, int... shape) {
    int rowLength = shape[shape.length - 1];
    return new Sink() {
      private long currentRow = -1;
      private Sink row;

      @Override
      DataType type() {
        return rowAt(0).type();
      }

      @Override
      void set(long index, double value) {
        rowAt(index).set(index % rowLength, value);
      }

      @Override
      void write(float[] values, int from, int count, long index) {
        for (int done = 0; done < count; ) {
          long column = (index + done) % rowLength;
          int run = (int) Math.min(rowLength - column, count - done);
          rowAt(index + done).write(values, from + done, run, column);
          done += run;
        }
      }

      private Sink rowAt(long index) {
        long wanted = index / rowLength;
        if (wanted != currentRow) {
          row = rowSink(array, shape, wanted);
          currentRow = wanted;
        }
        return row;
      }
    };
  }

  private static Sink rowSink(Object[] array, int[] shape, long number) {
    Object row = array;
    long below = number;
    long rows = 1;
    for (int depth = 0; depth < shape.length - 1; depth++) {
      rows *= shape[depth];
    }
    for (int depth = 0; depth < shape.length - 1; depth++) {
      rows /= shape[depth];
      row = ((Object[]) row)[(int) (below / rows)];
      below %= rows;
    }
    return row instanceof float[] ? of((float[]) row, 0) : of((double[]) row, 0);
  }
}
