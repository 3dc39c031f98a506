package dev.fanwise.runtime;

/**
 * Tensors that are zero but for evenly spaced elements: identity matrices, convolutions that pass
 * their input on, the biases of one gate.
 */
public final class Taps {
  private Taps() {}

  /**
   * Fills elements {@code from} to {@code from + count} of a tensor whose element {@code start +
   * i·step} is {@code value} for each i below {@code taps}, and whose other elements are 0.
   */
  public static void fill(
      Sink into, long from, long count, long start, long step, int taps, double value) {
    fill(into, from, count, start, step, taps, 1, 0, 1, 0, value);
  }

  /**
   * As above, repeated for groups and within them for parts: the taps are {@code start + i·step +
   * g·groupStep + p·partStep}.
   */
  public static void fill(
      Sink into,
      long from,
      long count,
      long start,
      long step,
      int taps,
      int groups,
      long groupStep,
      int parts,
      long partStep,
      double value) {
    zero(into, count);
    for (int g = 0; g < groups; g++) {
      for (int p = 0; p < parts; p++) {
        long first = start + g * groupStep + p * partStep - from;
        for (int i = 0; i < taps; i++) {
          long index = first + i * step;
          if (index >= 0 && index < count) {
            into.set(index, value);
          }
        }
      }
    }
  }

  static void zero(Sink into, long count) {
    for (long i = 0; i < count; i++) {
      into.set(i, 0);
    }
  }
}
