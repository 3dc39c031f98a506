package dev.fanwise.checkpoint;

import dev.fanwise.HalfPrecision;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.HalfFloats;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/** Elements as a file has them, as those of a model's arrays. */
final class Numbers {
  private Numbers() {}

  /** Whether every number of a type is one of another. */
  static boolean isWidening(DataType from, DataType to) {
    return from == to || to == DataType.F64 || to == DataType.F32 && from.bytes() == Short.BYTES;
  }

  /** An array for elements of a type. */
  static Object array(DataType type, int length) {
    switch (type) {
      case F32:
        return new float[length];
      case F64:
        return new double[length];
      default:
        return new short[length];
    }
  }

  /**
   * Reads elements.
   *
   * @param bytes little-endian; from its position to its limit
   * @param into an array of the type {@code to}
   * @param offset the first place to write
   */
  static void read(ByteBuffer bytes, DataType from, DataType to, Object into, int offset) {
    switch (from) {
      case F32:
        ofFloats(bytes.asFloatBuffer(), to, into, offset);
        break;
      case F64:
        ofDoubles(bytes.asDoubleBuffer(), to, into, offset);
        break;
      default:
        ofShorts(bytes.asShortBuffer(), from, to, into, offset);
    }
  }

  private static void ofFloats(FloatBuffer from, DataType to, Object into, int offset) {
    int count = from.remaining();
    if (to == DataType.F32) {
      from.get((float[]) into, offset, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      float value = from.get(i);
      if (to == DataType.F64) {
        ((double[]) into)[offset + i] = value;
      } else {
        ((short[]) into)[offset + i] = HalfFloats.of(value, precision(to));
      }
    }
  }

  private static void ofDoubles(DoubleBuffer from, DataType to, Object into, int offset) {
    int count = from.remaining();
    if (to == DataType.F64) {
      from.get((double[]) into, offset, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      double value = from.get(i);
      if (to == DataType.F32) {
        ((float[]) into)[offset + i] = (float) value;
      } else {
        ((short[]) into)[offset + i] = HalfFloats.of(value, precision(to));
      }
    }
  }

  private static void ofShorts(
      ShortBuffer from, DataType type, DataType to, Object into, int offset) {
    int count = from.remaining();
    if (to == type) {
      from.get((short[]) into, offset, count);
      return;
    }
    HalfPrecision precision = precision(type);
    for (int i = 0; i < count; i++) {
      float value = HalfFloats.toFloat(from.get(i), precision);
      if (to == DataType.F32) {
        ((float[]) into)[offset + i] = value;
      } else if (to == DataType.F64) {
        ((double[]) into)[offset + i] = value;
      } else {
        ((short[]) into)[offset + i] = HalfFloats.of(value, precision(to));
      }
    }
  }

  private static HalfPrecision precision(DataType type) {
    return type == DataType.BF16 ? HalfPrecision.BF16 : HalfPrecision.FP16;
  }
}
