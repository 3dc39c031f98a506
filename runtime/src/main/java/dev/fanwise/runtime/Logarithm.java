package dev.fanwise.runtime;

/**
 * The natural logarithm by exactly defined operations alone; {@code Math.log} may differ by
 * machine.
 */
final class Logarithm {
  private static final double LN2 = 0.6931471805599453;

  private Logarithm() {}

  /** ln x for a normal positive x, to about 1e-15. */
  static double of(double x) {
    int exponent = Math.getExponent(x);
    double mantissa = Math.scalb(x, -exponent);
    if (mantissa > 1.4142135623730951) {
      mantissa /= 2;
      exponent++;
    }
    // ln m = 2·artanh(t) = 2·(t + t³/3 + t⁵/5 + …) with t = (m − 1) / (m + 1), |t| < 0.172.
    double t = (mantissa - 1) / (mantissa + 1);
    double square = t * t;
    double sum = 0;
    for (int odd = 23; odd >= 1; odd -= 2) {
      sum = sum * square + 1.0 / odd;
    }
    return exponent * LN2 + 2 * t * sum;
  }
}
