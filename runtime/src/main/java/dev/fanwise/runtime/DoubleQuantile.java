package dev.fanwise.runtime;

/**
 * The normal quantile of a 64-bit word: z = Φ⁻¹(1/2 + u·2⁻⁵³) with u = (word &gt;&gt; 11) | 1.
 *
 * <p>As {@link FloatQuantile}, with polynomials of degree six over eight intervals an octave, each
 * in its own coordinate t in [−1, 1). |error of z| ≤ 3e-12 (tested), draws reach ±8.2σ.
 */
final class DoubleQuantile {
  private static final int COEFFICIENTS = 7;
  private static final int ROW_SHIFT = 3;
  private static final int ROW_MASK = 0xFF8;

  /** The row of 1.0, whose biased exponent is 1023: exponents and steps count modulo 512 rows. */
  private static final int FIRST_ROW = (1023 << 3) & (ROW_MASK >> ROW_SHIFT);

  /**
   * Seven coefficients for each of 52 exponents times 8 mantissa steps, and zeros for the median.
   * Rows are 8 places apart, so that a mask shows the JIT compiler that no index leaves the array.
   */
  private static final double[] ROWS = rows();

  private DoubleQuantile() {}

  /** The quantile of a word. */
  static double of(long word) {
    return ofSignedTail(signedTail(word));
  }

  /** The distance of a word from the end of its tail, in units of 2⁻⁵³, with the sign of its z. */
  static double signedTail(long word) {
    // Flipping the sign bit turns the distance from the median into minus that from the tail's end.
    return -(double) ((word ^ Long.MIN_VALUE) >> 11 | 1);
  }

  /**
   * The z whose tail, upper or lower as the sign says, has probability |a|·2⁻⁵³. The sign goes
   * straight from the argument to the result: half of all draws have each, so no branch could be
   * predicted.
   *
   * @param a from ±1 to ±2⁵²
   */
  static double ofSignedTail(double a) {
    long sign = Double.doubleToRawLongBits(a) & Long.MIN_VALUE;
    return Double.longBitsToDouble(Double.doubleToRawLongBits(ofTail(a)) ^ sign);
  }

  /** The positive z whose upper tail has probability |a|·2⁻⁵³. */
  private static double ofTail(double a) {
    long bits = Double.doubleToRawLongBits(a);
    int row = (int) (bits >>> 46) & ROW_MASK;
    // The mantissa bits below the row's own, as a number in [1, 1.125), then as t / 16.
    double fraction =
        Double.longBitsToDouble((bits & 0x0001_FFFF_FFFF_FFFFL) | 0x3FF0_0000_0000_0000L);
    double t = fraction - 1.0625;
    double[] c = ROWS;
    // Pairs, then pairs of pairs (Estrin): half as long a chain as one term after the other. The
    // grouping is part of the stream.
    double t2 = t * t;
    double t4 = t2 * t2;
    double low = (c[row] + c[row + 1] * t) + (c[row + 2] + c[row + 3] * t) * t2;
    double high = (c[row + 4] + c[row + 5] * t) + c[row + 6] * t2;
    return low + high * t4;
  }

  /** Replaces signed tails in part of an array by z·std + mean. */
  static void convert(double[] tails, int from, int to, double mean, double std) {
    for (int k = from; k < to; k++) {
      tails[k] = ofSignedTail(tails[k]) * std + mean;
    }
  }

  private static double[] rows() {
    int[] words = PackedWords.unpack(DoubleQuantileTable.PACKED, DoubleQuantileTable.WORDS);
    double[] rows = new double[ROW_MASK + (1 << ROW_SHIFT)];
    for (int i = 0; i < words.length / 2; i++) {
      long bits = ((long) words[2 * i] << 32) | (words[2 * i + 1] & 0xFFFFFFFFL);
      int row = (FIRST_ROW + i / COEFFICIENTS) & (ROW_MASK >> ROW_SHIFT);
      int power = i % COEFFICIENTS;
      // 16 for each t in the term. It is a power of two, so all that follows rounds as with t.
      rows[(row << ROW_SHIFT) + power] = Double.longBitsToDouble(bits) * (1 << 4 * power);
    }
    return rows;
  }
}
