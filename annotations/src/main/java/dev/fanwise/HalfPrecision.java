package dev.fanwise;

/** Number formats of 16 bits, as stored in a {@code short}. */
public enum HalfPrecision {
  /** bfloat16: sign, 8 bits of exponent, 7 of mantissa; the upper half of a float. */
  BF16,
  /** IEEE 754 binary16: sign, 5 bits of exponent, 10 of mantissa. */
  FP16
}
