package dev.fanwise.runtime;

import dev.fanwise.HalfPrecision;

/** {@code jax.random.uniform}: as many random bits as the type has places. */
final class JaxUniform extends JaxLaw {
  /** Above this, 2⁻²² times a bound is exact. */
  private static final float LEAST_BOUND = 0x1p-100f;

  private final float low;
  private final float high;

  JaxUniform(double low, double high) {
    this.low = (float) low;
    this.high = (float) high;
  }

  @Override
  void convert(int[] first, int[] second, int from, int to, float[] into, int offset) {
    if (low == -high && high > LEAST_BOUND) {
      scale(first, second, high * 0x1p-22f, from, to, into, offset);
    } else {
      scaleAndShift(first, second, high - low, low, from, to, into, offset);
    }
  }

  /** Around 0 the sum is a product, and needs no fused operation: the same bits on any machine. */
  static void scale(
      int[] first, int[] second, float step, int from, int to, float[] into, int offset) {
    for (int i = from; i < to; i++) {
      into[offset + i] = (((first[i] ^ second[i]) >>> 9) - (1 << 22)) * step;
    }
  }

  static void scaleAndShift(
      int[] first,
      int[] second,
      float width,
      float low,
      int from,
      int to,
      float[] into,
      int offset) {
    for (int i = from; i < to; i++) {
      into[offset + i] = Fused.fma(((first[i] ^ second[i]) >>> 9) * 0x1p-23f, width, low);
    }
  }

  /**
   * Fills with 16-bit numbers: 7 or 10 random bits, on ±1 or from 0 to 1, times the bound.
   *
   * @param low 0 or −{@code high}
   */
  static void fill(
      short[] into,
      int offset,
      int count,
      long key,
      long from,
      double low,
      double high,
      HalfPrecision precision) {
    int places = precision == HalfPrecision.BF16 ? 7 : 10;
    int drawn = precision == HalfPrecision.BF16 ? 8 : 16;
    float bound = HalfFloats.toFloat(HalfFloats.of((float) high, precision), precision);
    int zero = low == 0 ? 0 : 1 << (places - 1);
    float unit = 1f / ((1 << places) - zero);
    for (int i = 0; i < count; i++) {
      long block = Threefry2x32.block(key, from + i);
      int word = Threefry2x32.x0(block) ^ Threefry2x32.x1(block);
      int bits = (word & ((1 << drawn) - 1)) >>> (drawn - places);
      into[offset + i] = HalfFloats.of((bits - zero) * unit * bound, precision);
    }
  }
}
