package dev.fanwise.adapt;

import java.util.Arrays;

/**
 * Mean and variance of a layer's outputs, of each unit or of all together.
 *
 * <p>Sums are taken in double and in one order, so that every JVM comes to the same bits: of what
 * numbers lie away from the first one, which makes the variance of a constant exactly 0.
 */
final class Moments {
  private static final int CHUNK = 1024;

  private final double[] first;
  private final double[] sums;
  private final double[] squares;
  private final double[] chunk = new double[CHUNK];
  private long count;

  /**
   * No numbers yet.
   *
   * @param groups the number of units, or 1 for all together
   */
  Moments(int groups) {
    first = new double[groups];
    sums = new double[groups];
    squares = new double[groups];
  }

  void clear() {
    count = 0;
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
  }

  /** How many numbers there are, those of all units. */
  long count() {
    return count;
  }

  /** Adds outputs {@code [examples, units, positions]}. */
  void add(float[] outputs, int offset, int length, int positions) {
    if (count == 0) {
      for (int u = 0; u < first.length; u++) {
        first[u] = outputs[offset + (first.length == 1 ? 0 : u * positions)];
      }
    }
    for (int from = 0; from < length; from += CHUNK) {
      int n = Math.min(CHUNK, length - from);
      for (int i = 0; i < n; i++) {
        chunk[i] = outputs[offset + from + i];
      }
      addChunk(chunk, 0, n, from, positions);
    }
    count += length;
  }

  /** As {@link #add(float[], int, int, int)}. */
  void add(double[] outputs, int offset, int length, int positions) {
    if (count == 0) {
      for (int u = 0; u < first.length; u++) {
        first[u] = outputs[offset + (first.length == 1 ? 0 : u * positions)];
      }
    }
    for (int from = 0; from < length; from += CHUNK) {
      addChunk(outputs, offset + from, Math.min(CHUNK, length - from), from, positions);
    }
    count += length;
  }

  private void addChunk(double[] x, int at, int n, int from, int positions) {
    if (first.length == 1) {
      addRun(x, at, n, 0);
    } else if (positions == 1) {
      addRows(x, at, n, from % first.length);
    } else {
      int unit = from / positions % first.length;
      int done = 0;
      while (done < n) {
        int run = Math.min(n - done, positions - (from + done) % positions);
        addRun(x, at + done, run, unit);
        done += run;
        unit = unit + 1 == first.length ? 0 : unit + 1;
      }
    }
  }

  /** Numbers of units in turn. */
  private void addRows(double[] x, int at, int n, int firstUnit) {
    int unit = firstUnit;
    for (int i = 0; i < n; ) {
      int run = Math.min(n - i, first.length - unit);
      for (int u = unit; u < unit + run; u++, i++) {
        double d = x[at + i] - first[u];
        sums[u] += d;
        squares[u] += d * d;
      }
      unit = 0;
    }
  }

  /** Numbers of one unit: four sums side by side, since one would wait for itself. */
  private void addRun(double[] x, int at, int n, int unit) {
    double shift = first[unit];
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double q0 = 0;
    double q1 = 0;
    double q2 = 0;
    double q3 = 0;
    int i = at;
    int end = at + n;
    for (; i + 3 < end; i += 4) {
      double d0 = x[i] - shift;
      double d1 = x[i + 1] - shift;
      double d2 = x[i + 2] - shift;
      double d3 = x[i + 3] - shift;
      s0 += d0;
      s1 += d1;
      s2 += d2;
      s3 += d3;
      q0 += d0 * d0;
      q1 += d1 * d1;
      q2 += d2 * d2;
      q3 += d3 * d3;
    }
    for (; i < end; i++) {
      double d = x[i] - shift;
      s0 += d;
      q0 += d * d;
    }
    sums[unit] += (s0 + s1) + (s2 + s3);
    squares[unit] += (q0 + q1) + (q2 + q3);
  }

  int groups() {
    return first.length;
  }

  double mean(int group) {
    return first[group] + sums[group] / ofGroup();
  }

  /** The mean square distance from the mean; the divisor is the number of numbers. */
  double variance(int group) {
    double n = ofGroup();
    double mean = sums[group] / n;
    return Math.max(0, squares[group] / n - mean * mean);
  }

  private double ofGroup() {
    return (double) count / first.length;
  }

  /** The mean of all numbers. */
  double mean() {
    double sum = 0;
    for (int g = 0; g < first.length; g++) {
      sum += mean(g);
    }
    return sum / first.length;
  }

  /** The variance of all numbers together, whatever their units. */
  double variance() {
    double mean = mean();
    double sum = 0;
    for (int g = 0; g < first.length; g++) {
      double away = mean(g) - mean;
      sum += variance(g) + away * away;
    }
    return sum / first.length;
  }
}
