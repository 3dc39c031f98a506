package dev.fanwise.checkpoint;

import dev.fanwise.Layout;
import dev.fanwise.runtime.ParameterInfo;

/** The order in which a file's dimensions are those of a model. */
final class Transposition {
  /** Model dimension i is the file's {@code axes[i]}. */
  private final int[] axes;

  private final long[] fileShape;
  private final long[] strides;

  private Transposition(int[] axes, long[] fileShape) {
    this.axes = axes;
    this.fileShape = fileShape;
    this.strides = strides();
  }

  /**
   * What turns a file's tensor into the parameter's shape: two dimensions change places, of kernels
   * {@code [out, in, k...]} becomes {@code [k..., in, out]} in a model of layout IO, and the
   * reverse in one of layout OI.
   *
   * @return null if the shapes are not each other's
   */
  static Transposition of(long[] fileShape, ParameterInfo info) {
    int rank = fileShape.length;
    int[] shape = info.shape();
    if (rank != shape.length || rank < 2) {
      return null;
    }
    int[] axes = new int[rank];
    for (int i = 0; i < rank; i++) {
      if (info.layout() == Layout.IO) {
        axes[i] = i < rank - 2 ? i + 2 : rank - 1 - i; // k..., in, out of [out, in, k...]
      } else {
        axes[i] = i < 2 ? rank - 1 - i : i - 2; // out, in, k... of [k..., in, out]
      }
      if (fileShape[axes[i]] != shape[i]) {
        return null;
      }
    }
    return new Transposition(axes, fileShape);
  }

  /** How far a step along each of the file's dimensions is in the model's array. */
  private long[] strides() {
    long[] steps = new long[axes.length];
    long step = 1;
    for (int i = axes.length - 1; i >= 0; i--) {
      steps[axes[i]] = step;
      step *= fileShape[axes[i]];
    }
    return steps;
  }

  /**
   * The places in the model of some elements of the file.
   *
   * @param from the first element
   * @param places as many as there are elements; written to
   */
  void places(long from, int count, long[] places) {
    int last = fileShape.length - 1;
    long[] at = new long[fileShape.length];
    long rest = from;
    long place = 0;
    for (int axis = last; axis >= 0; axis--) {
      at[axis] = rest % fileShape[axis];
      rest /= fileShape[axis];
      place += at[axis] * strides[axis];
    }
    for (int i = 0; i < count; i++) {
      places[i] = place;
      int axis = last;
      while (axis >= 0) {
        at[axis]++;
        place += strides[axis];
        if (at[axis] < fileShape[axis]) {
          break;
        }
        place -= at[axis] * strides[axis];
        at[axis] = 0;
        axis--;
      }
    }
  }
}
