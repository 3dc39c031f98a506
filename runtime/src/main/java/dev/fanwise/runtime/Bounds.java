package dev.fanwise.runtime;

/** The floats on the inner side of bounds that are doubles. */
final class Bounds {
  private Bounds() {}

  /** The smallest float above a bound. */
  static float floatAbove(double bound) {
    float nearest = (float) bound;
    return nearest > bound ? nearest : Math.nextUp(nearest);
  }

  /** The largest float below a bound. */
  static float floatBelow(double bound) {
    return -floatAbove(-bound);
  }
}
