package dev.fanwise.runtime;

/**
 * The quantile of a standard normal cut at two bounds, by inversion: a symmetric fraction in (−1,
 * 1) is mapped into the kept interval of probabilities, so nothing is ever rejected and redrawn.
 *
 * <p>An interval on one side of zero is mapped in terms of its tail's probability, where doubles
 * are dense, so that even a cut at five to six standard deviations is drawn smoothly.
 */
final class TruncatedQuantile {
  /**
   * Of cuts that keep less than this, more than 1e-6 would lie beyond the table's end at 8.2 std.
   */
  static final double LEAST_MASS = 1e-10;

  /** Probabilities are counted in units of 2⁻⁵³, as {@link DoubleQuantile} does. */
  private static final double UNIT = 0x1p53;

  private final double middle;
  private final double halfMass;

  /** 0 if the interval contains zero, else the sign of its elements. */
  private final int side;

  TruncatedQuantile(double lower, double upper) {
    Cut cut = Cut.at(lower, upper);
    halfMass = cut.mass / 2 * UNIT;
    if (lower > 0) {
      side = 1;
      middle = tailMiddle(lower, upper);
    } else if (upper < 0) {
      side = -1;
      middle = tailMiddle(-upper, -lower);
    } else {
      side = 0;
      middle = cut.centre / 2 * UNIT;
    }
  }

  private static double tailMiddle(double near, double far) {
    return (StandardNormal.upperTail(near) + StandardNormal.upperTail(far)) / 2 * UNIT;
  }

  /** The quantile that a fraction in (−1, 1) stands for; increasing. */
  double of(double fraction) {
    return DoubleQuantile.ofSignedTail(signedTail(fraction));
  }

  /** The tail's probability of that quantile, with its sign, as {@link DoubleQuantile} takes it. */
  double signedTail(double fraction) {
    double place = middle + fraction * halfMass;
    // From the median where the interval contains it, else from the end of the one tail.
    double tail = side == 0 ? UNIT / 2 - Math.abs(place) : middle - side * fraction * halfMass;
    double sign = side == 0 ? place : side;
    return Math.copySign(tail < 1 ? 1 : tail, sign);
  }

  /**
   * Replaces fractions in part of an array by their signed tails; in loops that compilers vectorise
   * where the interval contains zero.
   */
  void signedTails(double[] fractions, int from, int to) {
    if (side != 0) {
      for (int k = from; k < to; k++) {
        fractions[k] = signedTail(fractions[k]);
      }
      return;
    }
    double middle = this.middle;
    double halfMass = this.halfMass;
    for (int k = from; k < to; k++) {
      fractions[k] = middle + fractions[k] * halfMass;
    }
    for (int k = from; k < to; k++) {
      double place = fractions[k];
      fractions[k] = Math.copySign(Math.max(UNIT / 2 - Math.abs(place), 1), place);
    }
  }
}
