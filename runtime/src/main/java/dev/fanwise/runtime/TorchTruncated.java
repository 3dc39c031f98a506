package dev.fanwise.runtime;

import java.util.Arrays;

/**
 * Takes normals in rounds, as PyTorch cuts a normal: in the first round each is kept, in the others
 * only those whose predecessors lay outside of the bounds.
 */
final class TorchTruncated extends Sink {
  /** PyTorch redraws normals of cuts that keep more than this, and does otherwise with others. */
  private static final double LEAST_MASS = 0.3;

  private final Sink into;
  private final float lower;
  private final float upper;

  /** Bit i is set if element i is to be drawn again. */
  private final long[] outside;

  private long countOutside;

  TorchTruncated(Sink into, long count, double lower, double upper) {
    this.into = into;
    this.lower = into.stored((float) lower);
    this.upper = into.stored((float) upper);
    outside = new long[(int) ((count + 63) / 64)];
    Arrays.fill(outside, -1);
    countOutside = count;
  }

  static void check(double mean, double std, double lower, double upper) {
    LawChecks.FLOATS.moments(mean, std);
    if (!(std > 0)) {
      throw new IllegalArgumentException("mean and std must be finite, std > 0");
    }
    double mass = Truncation.mass((lower - mean) / std, (upper - mean) / std);
    if (!(mass > LEAST_MASS)) {
      throw new IllegalArgumentException(
          "a normal cut to 30 % or less, as from "
              + lower
              + " to "
              + upper
              + ", is drawn by PyTorch with a vector logarithm whose bits are its library's: there"
              + " is no such stream here");
    }
  }

  boolean isComplete() {
    return countOutside == 0;
  }

  @Override
  DataType type() {
    return into.type();
  }

  @Override
  void set(long index, double value) {
    long bit = 1L << index;
    int word = (int) (index >> 6);
    if ((outside[word] & bit) == 0) {
      return;
    }
    into.set(index, value);
    float stored = into.stored((float) value);
    if (stored >= lower && stored <= upper) {
      outside[word] &= ~bit;
      countOutside--;
    }
  }

  @Override
  void write(float[] values, int from, int count, long index) {
    for (int i = 0; i < count; i++) {
      if (outside[(int) ((index + i) >> 6)] == 0) {
        i += 63 - (int) ((index + i) & 63); // to the last of these 64
      } else {
        set(index + i, values[from + i]);
      }
    }
  }
}
