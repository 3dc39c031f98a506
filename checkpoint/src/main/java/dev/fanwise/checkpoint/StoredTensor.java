package dev.fanwise.checkpoint;

import dev.fanwise.runtime.ParameterInfo;
import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** One tensor that is to be stored: a parameter and its weights, which fit its shape and type. */
final class StoredTensor extends TensorEntry {
  private final Object weights;

  /**
   * Checks that the weights are the parameter's.
   *
   * @throws IllegalArgumentException if they are null, of another type, or of another length than
   *     the shape has elements
   */
  StoredTensor(ParameterInfo info, Object weights) {
    super(info);
    this.weights = weights;
    if (weights instanceof Object[]) {
      checkNested(weights, 0, new int[shape().length]);
    } else {
      checkLength(weights, elements(), " elements", 0, null);
    }
  }

  Object weights() {
    return weights;
  }

  /**
   * Checks arrays from one level on.
   *
   * @param depth the level, which is the dimension that the array's length is to be
   * @param at the way to the array: an index on each level above
   */
  private void checkNested(Object array, int depth, int[] at) {
    boolean rows = array instanceof Object[];
    int last = shape().length - 1;
    if (rows ? depth >= last : array != null && depth < last) {
      throw new IllegalArgumentException(
          path(depth, at)
              + " is a "
              + array.getClass().getSimpleName()
              + ", but the parameter has shape "
              + shapeText());
    }
    checkLength(array, shape()[depth], "", depth, at);
    for (int i = 0; rows && i < shape()[depth]; i++) {
      at[depth] = i;
      checkNested(((Object[]) array)[i], depth + 1, at);
    }
  }

  private void checkLength(Object array, long expected, String unit, int depth, int[] at) {
    int length = length(array);
    if (length == expected) {
      return;
    }
    if (array != null && length < 0) {
      throw new IllegalArgumentException(
          path(depth, at)
              + " is a "
              + array.getClass().getSimpleName()
              + ", but the parameter is of type "
              + dataType());
    }
    String found = array == null ? " is null" : " has length " + length;
    throw new IllegalArgumentException(
        path(depth, at) + found + ", but shape " + shapeText() + " needs " + expected + unit);
  }

  /** The length of an array or buffer that may hold elements of this type, or −1 of any other. */
  private int length(Object array) {
    if (array instanceof Object[]) {
      return ((Object[]) array).length;
    }
    switch (dataType()) {
      case F32:
        if (array instanceof float[]) {
          return ((float[]) array).length;
        }
        return array instanceof FloatBuffer ? ((Buffer) array).capacity() : -1;
      case F64:
        if (array instanceof double[]) {
          return ((double[]) array).length;
        }
        return array instanceof DoubleBuffer ? ((Buffer) array).capacity() : -1;
      default:
        return array instanceof short[] ? ((short[]) array).length : -1;
    }
  }

  private String path(int depth, int[] at) {
    StringBuilder path = new StringBuilder(name());
    for (int level = 0; level < depth; level++) {
      path.append('[').append(at[level]).append(']');
    }
    return path.toString();
  }
}
