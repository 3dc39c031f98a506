package dev.fanwise.card.live;

import dev.fanwise.HalfPrecision;
import dev.fanwise.card.model.Values;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.HalfFloats;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** A model's own storage, read without a copy of it. */
final class WeightValues implements Values {
  /** Numbers at once: they stay in a cache. */
  private static final int CHUNK = 1 << 12;

  private final Object weights;
  private final DataType type;
  private final long count;

  private WeightValues(Object weights, DataType type) {
    this.weights = weights;
    this.type = type;
    this.count = count(weights);
  }

  /**
   * The elements of what {@code ParameterVisitor} is given.
   *
   * @throws IllegalArgumentException if it is no storage of weights
   */
  static Values of(Object weights, DataType type) {
    return new WeightValues(weights, type);
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public void read(Chunk chunk) {
    read(weights, new double[CHUNK], chunk);
  }

  private static long count(Object weights) {
    if (weights instanceof Object[] rows) {
      long sum = 0;
      for (Object row : rows) {
        sum += count(row);
      }
      return sum;
    }
    if (weights instanceof float[] floats) {
      return floats.length;
    }
    if (weights instanceof double[] doubles) {
      return doubles.length;
    }
    if (weights instanceof short[] halves) {
      return halves.length;
    }
    if (weights instanceof FloatBuffer floats) {
      return floats.limit();
    }
    if (weights instanceof DoubleBuffer doubles) {
      return doubles.limit();
    }
    throw new IllegalArgumentException(
        "weights cannot be " + (weights == null ? "null" : weights.getClass().getSimpleName()));
  }

  private void read(Object part, double[] buffer, Chunk chunk) {
    if (part instanceof Object[] rows) {
      for (Object row : rows) {
        read(row, buffer, chunk);
      }
      return;
    }
    int length = (int) count(part);
    for (int from = 0; from < length; from += CHUNK) {
      int number = Math.min(CHUNK, length - from);
      copy(part, from, number, buffer);
      chunk.take(buffer, number);
    }
  }

  private void copy(Object part, int from, int number, double[] into) {
    if (part instanceof float[] floats) {
      for (int i = 0; i < number; i++) {
        into[i] = floats[from + i];
      }
    } else if (part instanceof double[] doubles) {
      System.arraycopy(doubles, from, into, 0, number);
    } else if (part instanceof short[] halves) {
      HalfPrecision precision = type == DataType.F16 ? HalfPrecision.FP16 : HalfPrecision.BF16;
      for (int i = 0; i < number; i++) {
        into[i] = HalfFloats.toFloat(halves[from + i], precision);
      }
    } else if (part instanceof FloatBuffer floats) {
      for (int i = 0; i < number; i++) {
        into[i] = floats.get(from + i);
      }
    } else {
      ((DoubleBuffer) part).duplicate().position(from).get(into, 0, number);
    }
  }
}
