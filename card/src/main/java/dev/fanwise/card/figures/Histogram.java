package dev.fanwise.card.figures;

import java.util.Arrays;

/** How many numbers lie in each of equal parts of an interval. */
public final class Histogram {
  /** The number of parts: few enough for smooth bars from 100,000 numbers, and for a small plot. */
  public static final int BINS = 60;

  private static final int FEWEST_BARS = 6;
  private static final int ENOUGH = 10;

  private final double low;
  private final double high;
  private final int[] counts = new int[BINS];
  private int below;
  private int above;

  Histogram(double low, double high) {
    this.low = low;
    this.high = high;
  }

  void add(double value) {
    if (value < low) {
      below++;
    } else if (value > high) {
      above++;
    } else {
      // A law's upper bound belongs to it.
      counts[Math.min((int) ((value - low) / (high - low) * BINS), BINS - 1)]++;
    }
  }

  public double low() {
    return low;
  }

  public double high() {
    return high;
  }

  /** How many were below the interval. */
  public int below() {
    return below;
  }

  /** How many were above it. */
  public int above() {
    return above;
  }

  public int[] counts() {
    return counts.clone();
  }

  /** All that were counted, inside or not. */
  public int total() {
    return Arrays.stream(counts).sum() + below + above;
  }

  /**
   * How many bars to draw: fewer if few numbers were counted, so that a bar is of ten or so.
   *
   * @return a divisor of {@link #BINS}
   */
  public int bars() {
    int most = Math.max(FEWEST_BARS, total() / ENOUGH);
    for (int bars = BINS; ; bars--) {
      if (BINS % bars == 0 && bars <= most) {
        return bars;
      }
    }
  }

  /** The density that a bar stands for. */
  public double height(int bar) {
    int parts = BINS / bars();
    int sum = 0;
    for (int part = bar * parts; part < (bar + 1) * parts; part++) {
      sum += counts[part];
    }
    return sum / (double) total() / ((high - low) / bars());
  }
}
