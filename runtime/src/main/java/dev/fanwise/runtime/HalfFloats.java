package dev.fanwise.runtime;

import dev.fanwise.HalfPrecision;

/** Conversions between floats and the 16-bit formats, rounded to nearest, ties to even. */
public final class HalfFloats {
  private HalfFloats() {}

  /** The nearest number of a format, as its bits. */
  public static short of(float value, HalfPrecision precision) {
    return precision == HalfPrecision.BF16 ? toBf16(value) : toFp16(value);
  }

  /** The nearest number of a format to a double, rounded once. */
  public static short of(double value, HalfPrecision precision) {
    return of(towardsOdd(value), precision);
  }

  /**
   * A float that rounds to 16 bits as the double itself would: cut off, with its last bit set if
   * anything was cut off. Rounded to the nearest float it would be rounded twice.
   */
  static float towardsOdd(double value) {
    float nearest = (float) value;
    if (nearest == value || value != value || Float.isInfinite(nearest)) {
      return nearest;
    }
    int bits = Float.floatToRawIntBits(nearest);
    if (Math.abs((double) nearest) > Math.abs(value)) {
      bits--; // towards zero, whatever the sign
    }
    return Float.intBitsToFloat(bits | 1);
  }

  /** The value of a number of a format; exact. */
  public static float toFloat(short bits, HalfPrecision precision) {
    return precision == HalfPrecision.BF16 ? Float.intBitsToFloat(bits << 16) : fp16ToFloat(bits);
  }

  /** {@code into[offset + i]} = the nearest number to {@code values[i]}. */
  static void convert(
      float[] values, int from, int to, short[] into, int offset, HalfPrecision precision) {
    if (precision == HalfPrecision.BF16) {
      for (int i = from; i < to; i++) {
        into[offset + i] = toBf16(values[i]);
      }
    } else {
      for (int i = from; i < to; i++) {
        into[offset + i] = toFp16(values[i]);
      }
    }
  }

  /**
   * As {@link #convert}, to BF16, of values that are no NaN, by way of bits: compilers vectorise
   * the loop that rounds, if nothing else is in it, and the three take half the time of one.
   *
   * @param bits as long as {@code to} at least; written to
   */
  static void round(float[] values, int from, int to, int[] bits, short[] into, int offset) {
    for (int i = from; i < to; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    for (int i = from; i < to; i++) {
      bits[i] = (bits[i] + 0x7FFF + ((bits[i] >>> 16) & 1)) >>> 16;
    }
    for (int i = from; i < to; i++) {
      into[offset + i] = (short) bits[i];
    }
  }

  /** The next number above one that is finite or −∞. */
  static short next(short bits) {
    if ((bits & 0x7FFF) == 0) {
      return 1; // of 0 and of −0
    }
    return (short) (bits > 0 ? bits + 1 : bits - 1);
  }

  static short toBf16(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (value != value) {
      return (short) ((bits >>> 16) | 0x40); // a quiet NaN, whatever bits are cut off
    }
    // Half of the last place that stays, less one where that place is even.
    return (short) ((bits + 0x7FFF + ((bits >>> 16) & 1)) >>> 16);
  }

  static short toFp16(float value) {
    int bits = Float.floatToRawIntBits(value);
    int sign = (bits >>> 16) & 0x8000;
    int magnitude = bits & 0x7FFFFFFF;
    if (magnitude > 0x7F800000) {
      return (short) (sign | 0x7E00);
    }
    if (magnitude >= 0x47800000) {
      return (short) (sign | 0x7C00); // 2¹⁶ and more
    }
    if (magnitude < 0x38800000) {
      // Below 2⁻¹⁴ the places of the result are 2⁻²⁴ apart: adding 2⁻¹ makes the FPU round there,
      // since the places of floats in [1/2, 1) are.
      float rounded = Float.intBitsToFloat(magnitude) + 0.5f;
      return (short) (sign | (Float.floatToRawIntBits(rounded) - 0x3F000000));
    }
    // Exponent bias 127 to 15; a carry out of the mantissa runs into the exponent, up to infinity.
    int rebiased = magnitude - (112 << 23);
    return (short) (sign | ((rebiased + 0xFFF + ((rebiased >>> 13) & 1)) >>> 13));
  }

  private static float fp16ToFloat(short bits) {
    int exponent = (bits >>> 10) & 31;
    int mantissa = bits & 0x3FF;
    float magnitude;
    if (exponent == 0) {
      magnitude = mantissa * 0x1p-24f;
    } else if (exponent == 31) {
      magnitude = mantissa == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
    } else {
      magnitude = Float.intBitsToFloat(((exponent + 112) << 23) | (mantissa << 13));
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
