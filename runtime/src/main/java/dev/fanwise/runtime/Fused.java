package dev.fanwise.runtime;

import java.math.BigDecimal;

/**
 * Fused multiply-add: {@code a·b + c}, rounded once.
 *
 * <p>{@code Math.fma} came with Java 9 and Android 13. Where it is, the JIT compiler makes one
 * instruction of it, also in vector loops; elsewhere the sum is formed here, with the same bits.
 */
final class Fused {
  private static final boolean IN_MATH = isInMath();

  private Fused() {}

  static float fma(float a, float b, float c) {
    return IN_MATH ? mathFma(a, b, c) : exact(a, b, c);
  }

  static double fma(double a, double b, double c) {
    return IN_MATH ? mathFma(a, b, c) : exact(a, b, c);
  }

  private static boolean isInMath() {
    try {
      return mathFma(1f, 1f, 1f) == 2;
    } catch (NoSuchMethodError e) {
      return false;
    }
  }

  @NewerAndroid(33)
  private static float mathFma(float a, float b, float c) {
    return Math.fma(a, b, c);
  }

  @NewerAndroid(33)
  private static double mathFma(double a, double b, double c) {
    return Math.fma(a, b, c);
  }

  /**
   * The product of two floats is exact in double. The sum is rounded to odd there: if it is not
   * exact, to whichever neighbour has the last bit set. Rounding that to float gives what rounding
   * the exact sum would, subnormal numbers included, since a double has more than two bits more
   * (Boldo and Melquiond, "Emulation of a FMA and Correctly Rounded Sums", IEEE Transactions on
   * Computers 57, 2008).
   */
  static float exact(float a, float b, float c) {
    double product = (double) a * b;
    double sum = product + c;
    // Knuth's two-sum: what the addition lost, exactly. NaN if anything is infinite.
    double part = sum - product;
    double lost = (product - (sum - part)) + (c - part);
    if (lost > 0 || lost < 0) {
      long bits = Double.doubleToRawLongBits(sum);
      if ((bits & 1) == 0) {
        sum = Double.longBitsToDouble(lost > 0 == sum > 0 ? bits + 1 : bits - 1);
      }
    }
    return (float) sum;
  }

  /** For the few doubles of tensors below 16 elements: slow and plain. */
  static double exact(double a, double b, double c) {
    double rounded = a * b + c;
    if (!(Math.abs(a) <= Double.MAX_VALUE
        && Math.abs(b) <= Double.MAX_VALUE
        && Math.abs(c) <= Double.MAX_VALUE)) {
      return rounded;
    }
    BigDecimal sum = new BigDecimal(a).multiply(new BigDecimal(b)).add(new BigDecimal(c));
    if (sum.signum() == 0) {
      return a == 0 || b == 0 ? rounded : 0.0; // zeros of products keep their sign
    }
    return sum.doubleValue();
  }
}
