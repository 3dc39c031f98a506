package dev.fanwise.runtime;

/** Floats taken apart for logarithms, as the Cephes library does it. */
final class FloatParts {
  private static final int ONE = 1 << 24;

  /** √½ in the library's precision, 0.70710677f, in units of 2⁻²⁴. */
  private static final int ROOT_HALF = 0xB504F3;

  private FloatParts() {}

  /**
   * A positive float f becomes (1 + x·2⁻²⁴)·2^exponent with 1 + x·2⁻²⁴ from √½ to √2.
   *
   * @param bits the bits of f
   * @param halfExponent what the bits' exponent is where f is meant to be ½ to 1
   */
  static void split(int[] bits, int halfExponent, float[] x, float[] exponents, int n) {
    for (int i = 0; i < n; i++) {
      int b = bits[i];
      int mantissa = (b & 0x7FFFFF) | 0x800000;
      int below = (mantissa - ROOT_HALF) >> 31;
      x[i] = mantissa - ONE + (mantissa & below);
      exponents[i] = (b >>> 23) - halfExponent + below;
    }
  }
}
