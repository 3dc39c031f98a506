package dev.fanwise.engines;

import dev.fanwise.HalfPrecision;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.HalfFloats;
import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** The elements of a Fanwise parameter, whatever holds them, as a flat array; and back. */
final class Flat {
  private Flat() {}

  /**
   * The number of elements, or −1 if some arrays of a nested one are missing or differ in length.
   */
  static long length(Object weights) {
    if (weights instanceof Object[]) {
      Object[] rows = (Object[]) weights;
      long first = rows.length == 0 ? 0 : length(rows[0]);
      for (Object row : rows) {
        if (length(row) != first) {
          return -1;
        }
      }
      return first < 0 ? -1 : first * rows.length;
    } else if (weights instanceof float[]) {
      return ((float[]) weights).length;
    } else if (weights instanceof double[]) {
      return ((double[]) weights).length;
    } else if (weights instanceof short[]) {
      return ((short[]) weights).length;
    }
    return weights instanceof FloatBuffer || weights instanceof DoubleBuffer
        ? ((Buffer) weights).capacity()
        : -1;
  }

  /** Copies all elements from or to an array, row by row. */
  static void copy(Object weights, Object array, boolean isRead) {
    copy(weights, array, 0, isRead);
  }

  private static int copy(Object weights, Object array, int at, boolean isRead) {
    if (weights instanceof Object[]) {
      int next = at;
      for (Object row : (Object[]) weights) {
        next = copy(row, array, next, isRead);
      }
      return next;
    }
    int length = (int) length(weights);
    if (weights instanceof FloatBuffer) {
      FloatBuffer view = ((FloatBuffer) weights).duplicate();
      view.clear();
      if (isRead) {
        view.get((float[]) array, at, length);
      } else {
        view.put((float[]) array, at, length);
      }
    } else if (weights instanceof DoubleBuffer) {
      DoubleBuffer view = ((DoubleBuffer) weights).duplicate();
      view.clear();
      if (isRead) {
        view.get((double[]) array, at, length);
      } else {
        view.put((double[]) array, at, length);
      }
    } else if (isRead) {
      System.arraycopy(weights, 0, array, at, length);
    } else {
      System.arraycopy(array, at, weights, 0, length);
    }
    return at + length;
  }

  /** One element of a flat array of a type; exact. */
  static double get(Object array, DataType type, int index) {
    switch (type) {
      case F32:
        return ((float[]) array)[index];
      case F64:
        return ((double[]) array)[index];
      default:
        return HalfFloats.toFloat(((short[]) array)[index], precision(type));
    }
  }

  /** Sets one element, rounded once. */
  static void set(Object array, DataType type, int index, double value) {
    switch (type) {
      case F32:
        ((float[]) array)[index] = (float) value;
        break;
      case F64:
        ((double[]) array)[index] = value;
        break;
      default:
        ((short[]) array)[index] = HalfFloats.of(value, precision(type));
    }
  }

  private static HalfPrecision precision(DataType type) {
    return type == DataType.BF16 ? HalfPrecision.BF16 : HalfPrecision.FP16;
  }
}
