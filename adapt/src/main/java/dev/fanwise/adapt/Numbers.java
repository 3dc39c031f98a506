package dev.fanwise.adapt;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {
  private Numbers() {}

  /** Four digits: {@code 0.01562}, {@code 3.125e-09}. */
  static String text(double value) {
    if (value != value || Double.isInfinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    String scientific = String.format(Locale.ROOT, "%.3e", value);
    double size = Math.abs(Double.parseDouble(scientific)); // 0.99999 is 1.000
    return size >= 1e-4 && size < 1e5
        ? String.format(Locale.ROOT, decimal(size), value)
        : scientific;
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
