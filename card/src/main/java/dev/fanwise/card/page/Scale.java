package dev.fanwise.card.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis from 0 to 100 %.
 *
 * @param low the number at 0 %
 * @param high the number at 100 %
 */
record Scale(double low, double high) {
  /** The most by which a ratio may be off to be drawn where it belongs. */
  private static final double WIDEST = 16;

  private static final double NARROWEST = 2;
  private static final int MOST_TICKS = 4;

  /** Around 1, wide enough for the ratios, the same to both sides. */
  static Scale ofRatios(List<Double> ratios) {
    double most = NARROWEST;
    for (double ratio : ratios) {
      most = Math.max(most, 1.15 * Math.max(ratio, 1 / ratio));
    }
    most = Math.min(most, WIDEST);
    return new Scale(1 / most, most);
  }

  /** Around numbers above 0. */
  static Scale around(List<Double> numbers) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double number : numbers) {
      least = Math.min(least, number);
      most = Math.max(most, number);
    }
    return new Scale(least / 1.5, most * 1.5);
  }

  /** Where a number is, in percent; at the end of the axis if it is beyond. */
  double at(double number) {
    double share = StrictMath.log(number / low) / StrictMath.log(high / low);
    return 100 * Math.max(0, Math.min(1, share));
  }

  /** A number's place as an attribute has it. */
  String percent(double number) {
    return Plot.tenths(at(number)) + "%";
  }

  boolean contains(double number) {
    return number >= low && number <= high;
  }

  /** Powers of two within, at most to 8 on either side. */
  List<Double> powersOfTwo() {
    List<Double> ticks = new ArrayList<>();
    for (double tick = 0.125; tick <= 8; tick *= 2) {
      if (contains(tick)) {
        ticks.add(tick);
      }
    }
    return ticks;
  }

  /** Powers of ten within, at most four of them; 2 and 5 times those, too, if they are few. */
  List<Double> decades() {
    List<Double> ticks = new ArrayList<>();
    List<Double> more = new ArrayList<>();
    for (int exponent = -12; exponent <= 12; exponent++) {
      for (int digit : new int[] {1, 2, 5}) {
        double tick = Double.parseDouble(digit + "e" + exponent);
        if (contains(tick)) {
          more.add(tick);
          if (digit == 1) {
            ticks.add(tick);
          }
        }
      }
    }
    if (ticks.size() < 2) {
      return more;
    }
    int step = (ticks.size() + MOST_TICKS - 1) / MOST_TICKS;
    List<Double> some = new ArrayList<>();
    for (int i = ticks.size() - 1; i >= 0; i -= step) {
      some.add(ticks.get(i));
    }
    return some;
  }
}
