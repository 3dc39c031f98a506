package dev.fanwise.runtime;

import dev.fanwise.HalfPrecision;

/** An array of 16-bit numbers as a storage: of a law's floats, a tile at a time. */
final class Halves {
  private Halves() {}

  /**
   * Fills part of an array of 16-bit numbers: floats, each rounded once, to the nearest number that
   * the law can give. Without a bound on either side that is the nearest of all, be it infinite.
   */
  static void fill(
      FloatLaw law,
      short[] into,
      int offset,
      int count,
      long key,
      long from,
      HalfPrecision precision) {
    boolean isBounded =
        law.low() > Double.NEGATIVE_INFINITY || law.high() < Double.POSITIVE_INFINITY;
    float lowest = Bounds.halfAbove(law.low(), precision);
    float highest = Bounds.halfBelow(law.high(), precision);
    if (lowest > highest) {
      throw new IllegalArgumentException(
          "there are no numbers of " + precision + " between " + law.low() + " and " + law.high());
    }
    float[] floats = new float[Words.TILE];
    int[] bits = precision == HalfPrecision.BF16 ? new int[Words.TILE] : null;
    for (int done = 0; done < count; ) {
      int length = Math.min(Words.leftInTile(from + done), count - done);
      law.fill(floats, 0, length, key, from + done);
      if (isBounded) {
        Bounds.clamp(floats, 0, length, lowest, highest);
      }
      if (bits != null) {
        HalfFloats.round(floats, 0, length, bits, into, offset + done);
      } else {
        HalfFloats.convert(floats, 0, length, into, offset + done, precision);
      }
      done += length;
    }
  }
}
