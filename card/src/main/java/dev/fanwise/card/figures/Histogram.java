package dev.fanwise.card.figures;

import java.util.Arrays;

/** How many numbers lie in each of equal parts of an interval. */
public final class Histogram {
  /** The number of parts: few enough for smooth bars from 100,000 numbers, and for a small plot. */
  public static final int BINS = 60;

  /**
   * Each part is counted in as many, to measure how near the numbers are to a law: finer than the
   * distance that matters, which is larger for fewer numbers.
   */
  private static final int FINER = 32;

  private static final int COARSER = 8;

  /** From so many on they are counted finer. */
  private static final long MANY = 1 << 16;

  private static final int FEWEST_BARS = 6;
  private static final int ENOUGH = 10;

  private final double low;
  private final double high;
  private final double scale;
  private final long[] counts = new long[BINS];
  private final int parts;

  /** How many lie in each finer part; null once {@link #close} has summed them up. */
  private int[] fine;

  private long below;
  private long above;
  private long total;

  /**
   * @param most how many numbers there may be
   */
  Histogram(double low, double high, long most) {
    this.low = low;
    this.high = high;
    this.parts = most < MANY ? COARSER : FINER;
    this.fine = new int[BINS * parts];
    this.scale = fine.length / (high - low);
  }

  void add(double value) {
    total++;
    if (value < low) {
      below++;
    } else if (value > high) {
      above++;
    } else {
      // A law's upper bound belongs to it.
      fine[Math.min((int) ((value - low) * scale), fine.length - 1)]++;
    }
  }

  /** A cumulative distribution. */
  interface Distribution {
    /** The share at or below a number. */
    double upTo(double number);
  }

  /**
   * The largest distance between the share of the numbers and that of a distribution below any of
   * the borders of the finer parts: Kolmogorov and Smirnov's, or hardly less.
   */
  double distance(Distribution distribution) {
    long sum = below;
    double most = Math.abs(share(sum) - distribution.upTo(low));
    for (int part = 0; part < fine.length; part++) {
      sum += fine[part];
      double border = part == fine.length - 1 ? high : low + (part + 1) / scale;
      most = Math.max(most, Math.abs(share(sum) - distribution.upTo(border)));
    }
    return most;
  }

  /** Ends the counting, and lets the finer parts go. */
  void close() {
    for (int part = 0; part < fine.length; part++) {
      counts[part / parts] += fine[part];
    }
    fine = null;
  }

  private double share(long sum) {
    return sum / (double) total;
  }

  /** The lower end of the interval. */
  public double low() {
    return low;
  }

  /** The upper end. */
  public double high() {
    return high;
  }

  /** How many were below the interval. */
  public long below() {
    return below;
  }

  /** How many were above it. */
  public long above() {
    return above;
  }

  /** How many are in each part; a copy. */
  public long[] counts() {
    return counts.clone();
  }

  /** All that were counted, inside or not. */
  public long total() {
    return total;
  }

  /**
   * How many bars to draw: fewer if few numbers were counted, so that a bar is of ten or so.
   *
   * @return a divisor of {@link #BINS}
   */
  public int bars() {
    long most = Math.max(FEWEST_BARS, total / ENOUGH);
    for (int bars = BINS; ; bars--) {
      if (BINS % bars == 0 && bars <= most) {
        return bars;
      }
    }
  }

  /** The density that a bar stands for. */
  public double height(int bar) {
    int wide = BINS / bars();
    long sum = Arrays.stream(counts, bar * wide, (bar + 1) * wide).sum();
    return sum / (double) total / ((high - low) / bars());
  }
}
