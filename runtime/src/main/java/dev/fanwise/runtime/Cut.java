package dev.fanwise.runtime;

/** Where a normal law is cut, and what of it lies between. */
final class Cut {
  /**
   * The one that was asked for last: nearly all cuts of a program are at ±2, and to work one out
   * takes as long as a thousand draws. No harm if threads overwrite each other's.
   */
  private static Cut last;

  /** In standard deviations from the mean. */
  final double lower;

  final double upper;

  /** The probability of what is kept. */
  final double mass;

  /** Twice the probability between the median and the middle of what is kept, with its sign. */
  final double centre;

  private Cut(double lower, double upper) {
    this.lower = lower;
    this.upper = upper;
    mass = Truncation.mass(lower, upper);
    centre = StandardNormal.centralMass(lower) + StandardNormal.centralMass(upper);
  }

  /**
   * The cut at two bounds.
   *
   * @throws IllegalArgumentException if lower is not less than upper
   */
  static Cut at(double lower, double upper) {
    Cut cut = last;
    if (cut == null || cut.lower != lower || cut.upper != upper) {
      cut = new Cut(lower, upper);
      last = cut;
    }
    return cut;
  }
}
