package dev.fanwise.processor.card;

import dev.fanwise.HalfPrecision;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.HalfFloats;
import dev.fanwise.runtime.JaxFill;
import dev.fanwise.runtime.Sink;
import java.util.Arrays;

/** An array of weights, filled from its first element by the runtime's own kernels. */
final class Tensor {
  private final ElementType type;
  private final int count;
  private final float[] floats;
  private final double[] doubles;
  private final short[] halves;
  private final HalfPrecision precision;

  Tensor(ElementType type, int count) {
    this.type = type;
    this.count = count;
    this.floats = type == ElementType.FLOAT ? new float[count] : null;
    this.doubles = type == ElementType.DOUBLE ? new double[count] : null;
    this.halves = type.isHalf() ? new short[count] : null;
    this.precision = type.isHalf() ? HalfPrecision.valueOf(type.name()) : null;
  }

  Sink sink() {
    if (halves != null) {
      return Sink.of(halves, 0, precision);
    }
    return floats != null ? Sink.of(floats, 0) : Sink.of(doubles, 0);
  }

  /** What a number is drawn with: a float for 16-bit numbers, too. */
  static double drawnAs(double value, ElementType type) {
    return type == ElementType.DOUBLE ? value : (float) value;
  }

  /** Writes one value to all elements, as {@code Arrays.fill} of the rounded value does. */
  void constant(double value) {
    switch (type) {
      case FLOAT -> Arrays.fill(floats, (float) value);
      case DOUBLE -> Arrays.fill(doubles, value);
      case BF16, FP16 -> Arrays.fill(halves, HalfFloats.of((float) value, precision));
    }
  }

  /** Fanwise's uniform numbers. */
  void uniform(long key, double low, double high) {
    switch (type) {
      case FLOAT -> Fill.uniform(floats, 0, count, key, 0, low, high);
      case DOUBLE -> Fill.uniform(doubles, 0, count, key, 0, low, high);
      case BF16, FP16 -> Fill.uniform(halves, 0, count, key, 0, low, high, precision);
    }
  }

  /** Fanwise's normal numbers. */
  void normal(long key, double mean, double std) {
    switch (type) {
      case FLOAT -> Fill.normal(floats, 0, count, key, 0, mean, std);
      case DOUBLE -> Fill.normal(doubles, 0, count, key, 0, mean, std);
      case BF16, FP16 -> Fill.normal(halves, 0, count, key, 0, mean, std, precision);
    }
  }

  /** Fanwise's truncated normal numbers. */
  void truncatedNormal(long key, double mean, double std, double lower, double upper) {
    switch (type) {
      case FLOAT -> Fill.truncatedNormal(floats, 0, count, key, 0, mean, std, lower, upper);
      case DOUBLE -> Fill.truncatedNormal(doubles, 0, count, key, 0, mean, std, lower, upper);
      case BF16, FP16 ->
          Fill.truncatedNormal(halves, 0, count, key, 0, mean, std, lower, upper, precision);
    }
  }

  /** JAX's uniform numbers; it draws no doubles. */
  void jaxUniform(long key, double low, double high) {
    if (floats != null) {
      JaxFill.uniform(floats, 0, count, key, 0, low, high);
    } else {
      JaxFill.uniform(halves, 0, count, key, 0, low, high, precision);
    }
  }

  /** JAX's normal numbers, floats only. */
  void jaxNormal(long key, double mean, double std) {
    JaxFill.normal(floats, 0, count, key, 0, mean, std);
  }

  /** JAX's truncated normal numbers, floats only. */
  void jaxTruncatedNormal(long key, double mean, double std, double lower, double upper) {
    JaxFill.truncatedNormal(floats, 0, count, key, 0, mean, std, lower, upper);
  }

  /** The first elements, as the array holds them. */
  double[] first(int most) {
    double[] first = new double[Math.min(count, most)];
    for (int i = 0; i < first.length; i++) {
      if (floats != null) {
        first[i] = floats[i];
      } else {
        first[i] = doubles != null ? doubles[i] : HalfFloats.toFloat(halves[i], precision);
      }
    }
    return first;
  }
}
