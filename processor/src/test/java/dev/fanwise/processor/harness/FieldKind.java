package dev.fanwise.processor.harness;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/** The kinds of field that weights can be in. */
public enum FieldKind {
  FLOATS,
  DOUBLES,
  NESTED_FLOATS,
  NESTED_DOUBLES,
  FLOAT_BUFFER,
  DOUBLE_BUFFER,
  BF16,
  FP16;

  public boolean isDouble() {
    return this == DOUBLES || this == NESTED_DOUBLES || this == DOUBLE_BUFFER;
  }

  public boolean isNested() {
    return this == NESTED_FLOATS || this == NESTED_DOUBLES;
  }

  public boolean isBuffer() {
    return this == FLOAT_BUFFER || this == DOUBLE_BUFFER;
  }

  public boolean isHalf() {
    return this == BF16 || this == FP16;
  }

  /** What a user writes before the field's name. */
  public String type(int rank) {
    return switch (this) {
      case FLOATS -> "float[]";
      case DOUBLES -> "double[]";
      case NESTED_FLOATS -> "float" + "[]".repeat(rank);
      case NESTED_DOUBLES -> "double" + "[]".repeat(rank);
      case FLOAT_BUFFER -> "java.nio.FloatBuffer";
      case DOUBLE_BUFFER -> "java.nio.DoubleBuffer";
      case BF16, FP16 -> "@Precision(HalfPrecision." + name() + ") short[]";
    };
  }

  /** A new tensor. */
  public Object tensor(int... shape) {
    if (isNested()) {
      return Array.newInstance(isDouble() ? double.class : float.class, shape);
    }
    int elements = 1;
    for (int dimension : shape) {
      elements *= dimension;
    }
    return row(elements);
  }

  /** A new row of elements: what parts of a tensor are written to. */
  public Object row(int length) {
    return switch (this) {
      case FLOATS, NESTED_FLOATS -> new float[length];
      case DOUBLES, NESTED_DOUBLES -> new double[length];
      case FLOAT_BUFFER -> FloatBuffer.allocate(length);
      case DOUBLE_BUFFER -> DoubleBuffer.allocate(length);
      case BF16, FP16 -> new short[length];
    };
  }

  /** Fills a tensor or row with a number that no test expects. */
  public Object soiled(Object tensor) {
    if (tensor instanceof Object[] rows) {
      for (Object row : rows) {
        soiled(row);
      }
    } else if (tensor instanceof float[] floats) {
      Arrays.fill(floats, -77);
    } else if (tensor instanceof double[] doubles) {
      Arrays.fill(doubles, -77);
    } else if (tensor instanceof short[] halves) {
      Arrays.fill(halves, (short) 0xcccc);
    } else if (tensor instanceof FloatBuffer buffer) {
      buffer.duplicate().clear().put((float[]) FLOATS.soiled(new float[buffer.capacity()]));
    } else if (tensor instanceof DoubleBuffer buffer) {
      buffer.duplicate().clear().put((double[]) DOUBLES.soiled(new double[buffer.capacity()]));
    }
    return tensor;
  }

  /** Buffers of every make, none with its position at the start and its limit at the end. */
  public List<Object> buffers(int length) {
    ByteBuffer bytes = ByteBuffer.allocate(length * elementBytes());
    ByteBuffer direct = ByteBuffer.allocateDirect((length + 3) * elementBytes());
    ByteBuffer little =
        ByteBuffer.allocateDirect(length * elementBytes()).order(ByteOrder.LITTLE_ENDIAN);
    if (this == FLOAT_BUFFER) {
      return List.of(
          FloatBuffer.allocate(length).position(length / 2),
          FloatBuffer.wrap(new float[length + 5], 3, length).slice().limit(0),
          direct.asFloatBuffer().position(2).limit(2 + length).slice().limit(length / 3),
          little.asFloatBuffer().position(length),
          bytes.asFloatBuffer().limit(0));
    }
    return List.of(
        DoubleBuffer.allocate(length).position(length / 2),
        DoubleBuffer.wrap(new double[length + 5], 3, length).slice().limit(0),
        direct.asDoubleBuffer().position(2).limit(2 + length).slice().limit(length / 3),
        little.asDoubleBuffer().position(length),
        bytes.asDoubleBuffer().limit(0));
  }

  private int elementBytes() {
    return isDouble() ? Double.BYTES : Float.BYTES;
  }

  /** The elements of a tensor or row in row-major order, those of a buffer from its start on. */
  public double[] read(Object tensor) {
    if (tensor instanceof FloatBuffer buffer) {
      float[] elements = new float[buffer.capacity()];
      buffer.duplicate().clear().get(elements);
      return Tensors.flat(elements);
    }
    if (tensor instanceof DoubleBuffer buffer) {
      double[] elements = new double[buffer.capacity()];
      buffer.duplicate().clear().get(elements);
      return elements;
    }
    if (tensor instanceof short[] halves) {
      double[] elements = new double[halves.length];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = decoded(halves[i]);
      }
      return elements;
    }
    return Tensors.flat(tensor);
  }

  /** The value of 16 bits, by the definition of their format. */
  private double decoded(short bits) {
    if (this == BF16) {
      return Float.intBitsToFloat(bits << 16);
    }
    int exponent = bits >> 10 & 31;
    int mantissa = bits & 1023;
    double magnitude =
        exponent == 0 ? mantissa * 0x1p-24 : Math.scalb(1024.0 + mantissa, exponent - 25);
    return bits < 0 ? -magnitude : magnitude;
  }

  /** A drawn number as the field holds it: a float rounded once where the field holds halves. */
  public double round(double drawn) {
    return switch (this) {
      case DOUBLES, NESTED_DOUBLES, DOUBLE_BUFFER -> drawn;
      case FLOATS, NESTED_FLOATS, FLOAT_BUFFER -> (float) drawn;
      case BF16 -> nearest((float) drawn, 7, -126, 0x1.fep127);
      case FP16 -> nearest((float) drawn, 10, -14, 65504);
    };
  }

  public double[] round(double[] drawn) {
    double[] held = new double[drawn.length];
    for (int i = 0; i < held.length; i++) {
      held[i] = round(drawn[i]);
    }
    return held;
  }

  /** A 16-bit number, or the one nearest to it that is strictly between two bounds. */
  public double inside(double held, double low, double high) {
    double x = held;
    while (x <= low) {
      x = next(x, 1);
    }
    while (x >= high) {
      x = next(x, -1);
    }
    return x;
  }

  /** The next number that a 16-bit field can hold. */
  private double next(double x, int direction) {
    for (int bits = 0; bits < 1 << 16; bits++) {
      // In the order of the numbers: down from -0, and up from 0.
      double here = decoded((short) bits);
      boolean isSpecial = this == BF16 ? (bits & 0x7F80) == 0x7F80 : (bits & 0x7C00) == 0x7C00;
      if (!isSpecial && here == x) {
        int magnitude = bits & 0x7FFF;
        boolean grows = x == 0 || x > 0 == direction > 0;
        int sign = x == 0 ? (direction > 0 ? 0 : 0x8000) : bits & 0x8000;
        return decoded((short) (sign | (grows ? magnitude + 1 : magnitude - 1)));
      }
    }
    throw new IllegalArgumentException(x + " is no number of " + this);
  }

  /** The nearest multiple of the last place, the even one of two. */
  private static double nearest(double x, int mantissaBits, int leastExponent, double most) {
    if (Double.isInfinite(x)) {
      return x;
    }
    double place = Math.scalb(1, Math.max(Math.getExponent(x), leastExponent) - mantissaBits);
    double rounded = Math.rint(x / place) * place;
    return Math.abs(rounded) > most ? Math.copySign(Double.POSITIVE_INFINITY, x) : rounded;
  }
}
