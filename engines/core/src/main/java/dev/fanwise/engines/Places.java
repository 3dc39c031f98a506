package dev.fanwise.engines;

import java.util.Arrays;

/**
 * The places of a tensor's elements in memory: element (i, j, …) is at i·steps[0] + j·steps[1] + …
 * Tensors of two libraries are the same weights if their sizes are the same; the steps differ with
 * the libraries' orders.
 */
final class Places {
  private final long[] sizes;
  private final long[] steps;

  Places(long[] sizes, long[] steps) {
    this.sizes = sizes;
    this.steps = steps;
  }

  /** One after the other. */
  static Places linear(long elements) {
    return new Places(new long[] {elements}, new long[] {1});
  }

  boolean hasSizesOf(Places other) {
    return Arrays.equals(sizes, other.sizes);
  }

  /** Whether the same elements are in the same places. */
  boolean isSame(Places other) {
    for (int axis = 0; axis < sizes.length; axis++) {
      if (sizes[axis] > 1 && steps[axis] != other.steps[axis]) {
        return false;
      }
    }
    return true;
  }

  /** Receives where an element is, and where another order has it. */
  interface Pairs {
    void accept(int place, int other);
  }

  /** Walks all elements, in the order of the axes; sizes are the same in both. */
  void walk(Places other, Pairs pairs) {
    int last = sizes.length - 1;
    long[] at = new long[sizes.length];
    long place = 0;
    long otherPlace = 0;
    int axis = last;
    while (axis >= 0) {
      pairs.accept((int) place, (int) otherPlace);
      for (axis = last; axis >= 0; axis--) {
        place += steps[axis];
        otherPlace += other.steps[axis];
        if (++at[axis] < sizes[axis]) {
          break;
        }
        place -= at[axis] * steps[axis];
        otherPlace -= at[axis] * other.steps[axis];
        at[axis] = 0;
      }
    }
  }
}
