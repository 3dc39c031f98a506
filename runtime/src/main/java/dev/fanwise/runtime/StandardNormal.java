package dev.fanwise.runtime;

/**
 * The normal law's density and tail by exactly defined operations alone, so that what is computed
 * from them is the same on every machine; {@code Math.exp} is not.
 *
 * <p>Relative errors are below 2e-12 for |x| ≤ 9 (tested against a statistics library).
 */
final class StandardNormal {
  private static final double SQRT_TWO_PI = 2.5066282746310002;

  /** ln 2 in two parts: the first has trailing zeros, so that small multiples of it are exact. */
  private static final double LN2_HIGH = 0x1.62e42fee00000p-1;

  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;

  /** Beyond this the continued fraction converges faster than the series. */
  private static final double SERIES_LIMIT = 1.5;

  private StandardNormal() {}

  /** φ(x) = e^(−x²/2) / √(2π). */
  static double density(double x) {
    return expOfMinus(x * x / 2) / SQRT_TWO_PI;
  }

  /** Φ(x) − 1/2, an odd function. */
  static double centralMass(double x) {
    return Math.abs(x) <= SERIES_LIMIT ? series(x) : Math.copySign(0.5 - upperTail(Math.abs(x)), x);
  }

  /** 1 − Φ(x), accurate in the upper tail too. */
  static double upperTail(double x) {
    return x <= SERIES_LIMIT ? 0.5 - centralMass(x) : continuedFraction(x);
  }

  /** Abramowitz and Stegun 26.2.11: φ(x)·(x + x³/3 + x⁵/15 + …). */
  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int odd = 3; odd <= 101; odd += 2) {
      term *= x * x / odd;
      sum += term;
    }
    return density(x) * sum;
  }

  /** Abramowitz and Stegun 26.2.14: φ(x) / (x + 1/(x + 2/(x + 3/(x + …)))). */
  private static double continuedFraction(double x) {
    double denominator = x;
    for (int n = 100; n >= 1; n--) {
      denominator = x + n / denominator;
    }
    return density(x) / denominator;
  }

  /** e^(−y) for y ≥ 0, as 2^(−n)·e^(−r) with 0 ≤ r < ln 2; 0 where that is below 2^(−1000). */
  static double expOfMinus(double y) {
    int n = (int) (y / (LN2_HIGH + LN2_LOW));
    if (n > 1000) {
      return 0;
    }
    double r = (y - n * LN2_HIGH) - n * LN2_LOW;
    double sum = 1;
    for (int k = 20; k >= 1; k--) {
      sum = 1 - r / k * sum;
    }
    return Math.scalb(sum, -n);
  }
}
