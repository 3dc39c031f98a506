package dev.fanwise.card.figures;

import dev.fanwise.runtime.Truncation;

/**
 * The standard normal distribution, read from a table: Kolmogorov and Smirnov's test asks for it at
 * hundreds of places for each parameter, and needs no more than the first ten digits.
 */
final class NormalCdf {
  /** Beyond it the share is less than any double that a test sees. */
  private static final int REACH = 8;

  /** Entries in a unit: with cubics between them the error is below 1e-11. */
  private static final int FINE = 256;

  private static final double[] SHARES = new double[2 * REACH * FINE + 1];
  private static final double[] SLOPES = new double[SHARES.length];

  static {
    for (int i = 0; i < SHARES.length; i++) {
      double z = (double) i / FINE - REACH;
      SHARES[i] = Truncation.mass(Double.NEGATIVE_INFINITY, z);
      SLOPES[i] = Density.bell(z) / FINE;
    }
  }

  private NormalCdf() {}

  /** The share at or below a number. */
  static double below(double z) {
    if (!(Math.abs(z) < REACH)) {
      return z < 0 ? 0 : z > 0 ? 1 : Double.NaN;
    }
    double place = (z + REACH) * FINE;
    int i = (int) place;
    double t = place - i;
    // Hermite's cubic, which has the table's values and the density's slopes at both ends.
    double rest = 1 - t;
    return rest * rest * ((1 + 2 * t) * SHARES[i] + t * SLOPES[i])
        + t * t * ((3 - 2 * t) * SHARES[i + 1] - rest * SLOPES[i + 1]);
  }
}
