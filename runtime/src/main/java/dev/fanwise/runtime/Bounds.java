package dev.fanwise.runtime;

import dev.fanwise.HalfPrecision;

/** Bounds that no draw may cross. */
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

  /** The smallest number of a 16-bit format above a bound. */
  static float halfAbove(double bound, HalfPrecision precision) {
    short nearest = HalfFloats.of((float) bound, precision);
    float value = HalfFloats.toFloat(nearest, precision);
    return value > bound ? value : HalfFloats.toFloat(HalfFloats.next(nearest), precision);
  }

  /** The largest number of a 16-bit format below a bound. */
  static float halfBelow(double bound, HalfPrecision precision) {
    return -halfAbove(-bound, precision);
  }

  static float clamp(float x, float lowest, float highest) {
    return Math.min(Math.max(x, lowest), highest);
  }

  static double clamp(double x, double lowest, double highest) {
    return Math.min(Math.max(x, lowest), highest);
  }

  /** Clamps part of an array: a loop of its own, which compilers vectorise. */
  static void clamp(float[] x, int from, int to, float lowest, float highest) {
    for (int k = from; k < to; k++) {
      x[k] = Math.min(Math.max(x[k], lowest), highest);
    }
  }

  static void clamp(double[] x, int from, int to, double lowest, double highest) {
    for (int k = from; k < to; k++) {
      x[k] = Math.min(Math.max(x[k], lowest), highest);
    }
  }
}
