package dev.fanwise.runtime;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** The one tensor that is in memory as a whole, of all that have to be while they are drawn. */
final class WholeTensor {
  private LazyParameter owner;
  private Object weights;

  /**
   * The weights of a parameter: those that are kept, or new ones, which are kept in their place.
   */
  synchronized Object of(LazyParameter parameter, LazyParameters.Maker<Object> maker) {
    if (owner != parameter) {
      owner = null;
      weights = null; // before there is another
      weights = maker.make();
      owner = parameter;
    }
    return weights;
  }

  /** Lets go of a parameter's weights. */
  synchronized void release(LazyParameter parameter) {
    if (owner == parameter) {
      owner = null;
      weights = null;
    }
  }

  /**
   * Copies elements of a tensor, counted row by row.
   *
   * @param weights an array, nested arrays, or a buffer
   * @param into an array of the same elements
   */
  static void copy(Object weights, int[] shape, long from, int count, Object into, int offset) {
    if (weights instanceof FloatBuffer) {
      Buffers.from((FloatBuffer) weights, (int) from).get((float[]) into, offset, count);
    } else if (weights instanceof DoubleBuffer) {
      Buffers.from((DoubleBuffer) weights, (int) from).get((double[]) into, offset, count);
    } else if (weights instanceof Object[]) {
      copyRows((Object[]) weights, shape, from, count, into, offset);
    } else {
      System.arraycopy(weights, (int) from, into, offset, count);
    }
  }

  private static void copyRows(
      Object[] nested, int[] shape, long from, int count, Object into, int offset) {
    int rowLength = shape[shape.length - 1];
    for (int done = 0; done < count; ) {
      long number = (from + done) / rowLength;
      int column = (int) ((from + done) % rowLength);
      int run = Math.min(rowLength - column, count - done);
      System.arraycopy(row(nested, shape, number), column, into, offset + done, run);
      done += run;
    }
  }

  private static Object row(Object[] nested, int[] shape, long number) {
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
