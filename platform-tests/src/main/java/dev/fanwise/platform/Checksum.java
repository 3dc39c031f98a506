package dev.fanwise.platform;

import dev.fanwise.runtime.ParameterInfo;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** A 64-bit checksum in which every bit and every place counts. */
final class Checksum {
  private long sum;

  long value() {
    return sum;
  }

  Checksum add(long bits) {
    sum = (sum << 7 | sum >>> 57) * 0x9E3779B97F4A7C15L + bits;
    return this;
  }

  Checksum add(double number) {
    return add(Double.doubleToRawLongBits(number));
  }

  /** What the generated class says of a parameter, as far as it is numbers. */
  Checksum add(ParameterInfo info) {
    for (int dimension : info.shape()) {
      add(dimension);
    }
    add(info.fanIn()).add(info.fanOut());
    return add(info.mean()).add(info.std()).add(info.low()).add(info.high());
  }

  /** All that {@code visitParameters} may hand out. */
  Checksum add(Object weights) {
    if (weights instanceof Object[]) {
      for (Object row : (Object[]) weights) {
        add(row);
      }
    } else if (weights instanceof float[]) {
      for (float weight : (float[]) weights) {
        add(Float.floatToRawIntBits(weight));
      }
    } else if (weights instanceof double[]) {
      for (double weight : (double[]) weights) {
        add(weight);
      }
    } else if (weights instanceof short[]) {
      for (short weight : (short[]) weights) {
        add(weight);
      }
    } else if (weights instanceof FloatBuffer) {
      FloatBuffer buffer = (FloatBuffer) weights;
      for (int i = 0; i < buffer.capacity(); i++) {
        add(Float.floatToRawIntBits(buffer.get(i)));
      }
    } else if (weights instanceof DoubleBuffer) {
      DoubleBuffer buffer = (DoubleBuffer) weights;
      for (int i = 0; i < buffer.capacity(); i++) {
        add(buffer.get(i));
      }
    } else {
      throw new IllegalArgumentException("no weights");
    }
    return this;
  }
}
