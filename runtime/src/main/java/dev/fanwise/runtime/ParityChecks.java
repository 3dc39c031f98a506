package dev.fanwise.runtime;

/** What the streams of PyTorch and JAX ask of their arguments. */
final class ParityChecks {
  private static final double MOST_FP16 = 65504;
  private static final double MOST_BF16 = 0x1.FEp127;

  private ParityChecks() {}

  static void count(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("count must not be negative, but is " + count);
    }
  }

  static void bounds(DataType type, double low, double high) {
    if (!(Math.abs(low) <= Double.MAX_VALUE && Math.abs(high) <= Double.MAX_VALUE && low <= high)) {
      throw new IllegalArgumentException("bounds must be finite and low <= high");
    }
    double most = most(type);
    if (!(Math.abs(low) <= most && Math.abs(high) <= most && high - low <= most)) {
      throw new IllegalArgumentException(
          "bounds of " + name(type) + " and their distance must be within " + most);
    }
  }

  static void notDoubles(DataType type) {
    if (type == DataType.F64) {
      throw new IllegalArgumentException(
          "PyTorch's normals of doubles go through the system's mathematical library and differ"
              + " between machines: draw floats");
    }
  }

  /** JAX maps bounds through its own error function, which is known here at one point. */
  static void jaxCut(double lower, double upper) {
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
  static void jaxHalfBounds(double low, double high) {
    if (!(low == -high || low == 0)) {
      throw new IllegalArgumentException(
          "JAX's uniform 16-bit numbers are drawn between -b and b or 0 and b, not between "
              + low
              + " and "
              + high);
    }
  }

  static void sparse(int rows, int columns, int zeros) {
    if (rows < 0 || columns < 0) {
      throw new IllegalArgumentException(
          "rows and columns must not be negative, but are " + rows + " and " + columns);
    }
    if (zeros < 0 || zeros > rows) {
      throw new IllegalArgumentException(
          "a column of " + rows + " entries cannot have " + zeros + " zeros");
    }
  }

  private static double most(DataType type) {
    switch (type) {
      case F64:
        return Double.MAX_VALUE;
      case F32:
        return Float.MAX_VALUE;
      case BF16:
        return MOST_BF16;
      default:
        return MOST_FP16;
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
