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
      new Rows((Object[]) weights, shape)
          .each(
              from,
              count,
              (row, column, at, run) -> System.arraycopy(row, column, into, offset + at, run));
    } else {
      System.arraycopy(weights, (int) from, into, offset, count);
    }
  }
}
