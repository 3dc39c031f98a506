package dev.fanwise.runtime.parity;

import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Drawable;

/** What the streams of PyTorch and JAX ask of their arguments. */
public final class ParityChecks {
  private ParityChecks() {}

  public static void count(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("count must not be negative, but is " + count);
    }
  }

  public static void bounds(DataType type, double low, double high) {
    if (!(Math.abs(low) <= Double.MAX_VALUE && Math.abs(high) <= Double.MAX_VALUE && low <= high)) {
      throw new IllegalArgumentException("bounds must be finite and low <= high");
    }
    double most = Drawable.most(type);
    if (!(Math.abs(low) <= most && Math.abs(high) <= most && high - low <= most)) {
      throw new IllegalArgumentException(
          "bounds of " + name(type) + " and their distance must be within " + most);
    }
  }

  public static void notDoubles(DataType type) {
    if (type == DataType.F64) {
      throw new IllegalArgumentException(
          "PyTorch's normals of doubles go through the system's mathematical library and differ"
              + " between machines: draw floats");
    }
  }

  /** JAX maps bounds through its own error function, which is known here at one point. */
  public static void jaxCut(double lower, double upper) {
    if (!(lower == -2 && upper == 2)) {
      throw new IllegalArgumentException(
          "JAX's normals are cut at -2 and 2 std, not at "
              + lower
              + " and "
              + upper
              + ": other bounds go through an erf whose bits are not known here");
    }
  }

  /** Where the sum of a 16-bit uniform is rounded depends on how XLA compiles it. */
  public static void jaxHalfBounds(double low, double high) {
    if (!(low == -high || low == 0)) {
      throw new IllegalArgumentException(
          "JAX's uniform 16-bit numbers are drawn between -b and b or 0 and b, not between "
              + low
              + " and "
              + high);
    }
  }

  public static void sparse(int rows, int columns, int zeros) {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException(
          "rows and columns must not be negative, but are " + rows + " and " + columns);
    }
    if (zeros < 0 || zeros > rows) {
      throw new IllegalArgumentException(
          "a column of " + rows + " entries cannot have " + zeros + " zeros");
    }
  }

  private static String name(DataType type) {
    switch (type) {
      case F64:
        return "doubles";
      case F32:
        return "floats";
      case BF16:
        return "bfloat16 numbers";
      default:
        return "half-precision numbers";
    }
  }
}
