package dev.fanwise.runtime;

/**
 * The normal quantile of a 32-bit word: z = Φ⁻¹(1/2 + u·2⁻³²) with u = word | 1.
 *
 * <p>The distance a of the word from the end of its tail is converted to a float; its exponent and
 * five bits of its mantissa choose a row, and z is a·(d0 + a·(d1 + a·d2)) with the row's
 * coefficients. The sign comes with the float, so draws are exactly symmetric. |error of z| ≤
 * 6.3e-6 and the largest distance of the distribution functions is below 1e-6, all roundings
 * included (tested).
 */
final class FloatQuantile {
  /** d0, d1, d2 and an unused place for each of 32 exponents times 32 mantissa steps. */
  private static final float[] ROWS = rows();

  private FloatQuantile() {}

  /** z·std + mean. */
  static float of(int word, float mean, float std) {
    return ofDistance(distance(word), mean, std);
  }

  /** The distance of a word from the end of its tail, with the sign of its z. */
  static float distance(int word) {
    // Flipping the sign bit turns the distance from the median into minus that from the tail's end.
    return (float) ((word | 1) ^ 0x80000000);
  }

  /** The grouping of the operations is part of the stream: no two of them may change places. */
  private static float ofDistance(float f, float mean, float std) {
    float a = Math.abs(f);
    // Exponent 127 to 158 modulo 32, then five bits of the mantissa, times four.
    int row = (Float.floatToRawIntBits(f) >>> 16) & 4092;
    return (f * std) * (ROWS[row] + a * (ROWS[row + 1] + a * ROWS[row + 2])) + mean;
  }

  /**
   * Replaces distances in part of an array by z·std + mean: a loop of its own, since compilers from
   * JDK 18 on vectorise the one that makes distances, but nothing that looks up a table.
   */
  static void convert(float[] distances, int from, int to, float mean, float std) {
    for (int k = from; k < to; k++) {
      distances[k] = ofDistance(distances[k], mean, std);
    }
  }

  private static float[] rows() {
    int[] words = PackedWords.unpack(FloatQuantileTable.PACKED, FloatQuantileTable.WORDS);
    float[] rows = new float[4096];
    for (int row = 0; row < 1024; row++) {
      for (int k = 0; k < 3; k++) {
        rows[row * 4 + k] = Float.intBitsToFloat(words[row * 3 + k]);
      }
    }
    return rows;
  }
}
