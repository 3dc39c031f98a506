package dev.fanwise.adapt;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
  private Numbers() {}

  /** Four digits: {@code 0.01562}, {@code 3.125e-09}. */
  static String text(double value) {
    double size = Math.abs(value);
    if (value != value || Double.isInfinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    return String.format(Locale.ROOT, size >= 1e-4 && size < 1e5 ? decimal(size) : "%.3e", value);
  }

  private static String decimal(double size) {
    int places = 3;
    for (double s = size; s < 1 && places < 7; s *= 10) {
      places++;
    }
    for (double s = size; s >= 10 && places > 0; s /= 10) {
      places--;
    }
    return "%." + places + "f";
  }
}
