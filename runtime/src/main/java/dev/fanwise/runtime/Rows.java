package dev.fanwise.runtime;

/** The innermost arrays of a tensor in nested arrays, whose elements are counted row by row. */
final class Rows {
  /** Takes neighbouring elements of one innermost array. */
  interface Run {
    /**
     * Takes them.
     *
     * @param row the innermost array
     * @param column the place in it of the first of them
     * @param at how many elements were taken before
     * @param run how many there are
     */
    void take(Object row, int column, int at, int run);
  }

  private final Object[] nested;
  private final int[] shape;

  Rows(Object[] nested, int[] shape) {
    this.nested = nested;
    this.shape = shape;
  }

  /** The length of each. */
  int length() {
    return shape[shape.length - 1];
  }

  /** Hands out the elements {@code from} to {@code from + count}. */
  void each(long from, int count, Run taker) {
    int length = length();
    for (int done = 0; done < count; ) {
      int column = (int) ((from + done) % length);
      int run = Math.min(length - column, count - done);
      taker.take(row((from + done) / length), column, done, run);
      done += run;
    }
  }

  private Object row(long number) {
    Object at = nested;
    long below = 1;
    for (int depth = 1; depth < shape.length - 1; depth++) {
      below *= shape[depth];
    }
    long left = number;
    for (int depth = 0; depth < shape.length - 1; depth++) {
      at = ((Object[]) at)[(int) (left / below)];
      left %= below;
      below = depth + 2 < shape.length ? below / shape[depth + 1] : 1;
    }
    return at;
  }
}
