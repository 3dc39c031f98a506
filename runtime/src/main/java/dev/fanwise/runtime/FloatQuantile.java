package dev.fanwise.runtime;

/**
 * The normal quantile of a 32-bit word: z = Φ⁻¹(1/2 + u·2⁻³²) with u = word | 1.
 *
 * <p>The distance of the word from the end of its tail is converted to a float, with the sign of
 * the tail. Its sign, its exponent and seven bits of its mantissa choose a line, which goes from
 * one knot to the next. Lines of opposite tails mirror each other, so draws are exactly symmetric.
 * |error of z| ≤ 3e-6 and the largest distance of the distribution functions is below 1e-6, all
 * roundings included (tested).
 */
final class FloatQuantile {
  /**
   * The bits of an index: the sign, five bits of the exponent, seven of the mantissa, times two.
   */
  private static final int INDEX = 0x11FFE;

  /** Knots from one power of two to the next. */
  private static final int STEPS = 128;

  /** From a distance of 1 to one of 2³¹, the median. */
  private static final int OCTAVES = 31;

  /** What knots are counted in. */
  private static final float UNIT = 0x1p-21f;

  /**
   * What each line is at 0, and its slope. Between the tails' lines lies a hole, which no index
   * reaches: to close it would take two operations an element.
   */
  private static final float[] LINES = lines();

  private FloatQuantile() {}

  /** z·std + mean. */
  static float of(int word, float mean, float std) {
    return ofDistance(distance(word), mean, std);
  }

  /** The distance of a word from the end of its tail, with the opposite of the sign of its z. */
  static float distance(int word) {
    // Flipping the sign bit turns the distance from the median into minus that from the tail's end.
    return (float) ((word | 1) ^ 0x80000000);
  }

  /** The grouping of the operations is part of the stream: no two of them may change places. */
  private static float ofDistance(float f, float mean, float std) {
    int line = (Float.floatToRawIntBits(f) >>> 15) & INDEX;
    return (LINES[line] + f * LINES[line + 1]) * std + mean;
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

  private static float[] lines() {
    float[] lines = new float[INDEX + 2];
    char[] knots = FloatQuantileTable.PACKED.toCharArray();
    // The distance of exactly 2³¹, the median, has the line 0 of the array as it is.
    int knot = knot(knots, 0);
    for (int k = 0; k < OCTAVES * STEPS; k++) {
      int next = knot(knots, k + 1);
      draw(lines, k / STEPS, k % STEPS, knot, knot - next);
      knot = next;
    }
    return lines;
  }

  /** A number of 24 bits: the lowest six of each of four characters. */
  private static int knot(char[] packed, int k) {
    int i = 4 * k;
    return (packed[i] & 63) << 18
        | (packed[i + 1] & 63) << 12
        | (packed[i + 2] & 63) << 6
        | packed[i + 3] & 63;
  }

  /** The line that falls from a knot to the next, and its mirror image in the other tail. */
  private static void draw(float[] lines, int octave, int step, int knot, int fall) {
    // The biased exponent of 2^octave is 127 + octave; 127 is −1 modulo 32.
    int index = (octave + 31 & 31) << 8 | step << 1;
    float atZero = (knot + fall * (STEPS + step)) * UNIT;
    // Over a step, which is 2^(octave − 7).
    float slope = fall * UNIT * Float.intBitsToFloat(127 + 7 - octave << 23);
    lines[index] = -atZero;
    lines[index + 1] = slope;
    index |= 0x10000;
    lines[index] = atZero;
    lines[index + 1] = slope;
  }
}
