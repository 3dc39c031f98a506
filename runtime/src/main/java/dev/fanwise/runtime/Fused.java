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

  /** Between these, halves, products and what they lose neither overflow nor vanish. */
  private static final double LEAST_MIDDLING = 0x1p-400;

  private static final double LARGEST_MIDDLING = 0x1p400;

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
    return (float) toOdd((double) a * b, c);
  }

  /**
   * The same authors' way where product and sum need two doubles each. What leaves the range in
   * which these are exact is added up in decimal.
   */
  static double exact(double a, double b, double c) {
    if (a == 0 || b == 0) {
      return a * b + c;
    }
    if (!(isMiddling(a) && isMiddling(b) && Math.abs(c) <= LARGEST_MIDDLING)) {
      return inDecimal(a, b, c);
    }
    double product = a * b;
    double productLost = lostInProduct(a, b, product);
    double low = c + productLost;
    double lowLost = lostInSum(c, productLost, low);
    double high = product + low;
    double highLost = lostInSum(product, low, high);
    return high + toOdd(lowLost, highLost);
  }

  private static boolean isMiddling(double x) {
    return Math.abs(x) >= LEAST_MIDDLING && Math.abs(x) <= LARGEST_MIDDLING;
  }

  /** a + b, or if that is no double, the neighbour of it whose last bit is set. */
  private static double toOdd(double a, double b) {
    double sum = a + b;
    double lost = lostInSum(a, b, sum);
    if (lost > 0 || lost < 0) {
      long bits = Double.doubleToRawLongBits(sum);
      if ((bits & 1) == 0) {
        return Double.longBitsToDouble(lost > 0 == sum > 0 ? bits + 1 : bits - 1);
      }
    }
    return sum;
  }

  /** Knuth's two-sum: what an addition lost, exactly. NaN if anything is infinite. */
  private static double lostInSum(double a, double b, double sum) {
    double part = sum - a;
    return (a - (sum - part)) + (b - part);
  }

  /** Dekker's product: what a multiplication lost, exactly, from halves of 26 bits. */
  private static double lostInProduct(double a, double b, double product) {
    double aHigh = upperHalf(a);
    double bHigh = upperHalf(b);
    double aLow = a - aHigh;
    double bLow = b - bHigh;
    return aLow * bLow - (((product - aHigh * bHigh) - aLow * bHigh) - aHigh * bLow);
  }

  private static double upperHalf(double x) {
    double shifted = 0x8000001p0 * x;
    return shifted - (shifted - x);
  }

  private static double inDecimal(double a, double b, double c) {
    double rounded = a * b + c;
    if (!(Math.abs(a) <= Double.MAX_VALUE
        && Math.abs(b) <= Double.MAX_VALUE
        && Math.abs(c) <= Double.MAX_VALUE)) {
      return rounded;
    }
    BigDecimal sum = new BigDecimal(a).multiply(new BigDecimal(b)).add(new BigDecimal(c));
    return sum.signum() == 0 ? 0.0 : sum.doubleValue();
  }
}
