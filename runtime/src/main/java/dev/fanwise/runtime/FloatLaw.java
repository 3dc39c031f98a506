package dev.fanwise.runtime;

import dev.fanwise.HalfPrecision;
import java.nio.FloatBuffer;

/**
 * How random words become floats: one of the laws that {@link Fill} draws from, with its numbers.
 */
abstract class FloatLaw {
  /** Which of the laws of {@link Words} this is. */
  private final int law;

  FloatLaw(int law) {
    this.law = law;
  }

  /** The element that a word stands for. */
  abstract float of(int word);

  /** What every element is above. */
  double low() {
    return Double.NEGATIVE_INFINITY;
  }

  /** What every element is below. */
  double high() {
    return Double.POSITIVE_INFINITY;
  }

  /**
   * {@code into[offset + i] = of((int) (words[i] >>> shift))} for i from {@code from} to {@code
   * to}.
   *
   * @param shift 32 for the words' high halves, 0 for their low halves
   */
  abstract void convert(long[] words, int shift, int from, int to, float[] into, int offset);

  /** Fills part of an array; the arguments have been checked. */
  final void fill(float[] into, int offset, int count, long key, long from) {
    if (count < Words.SHORTEST_RANGE) {
      for (int i = 0; i < count; i++) {
        into[offset + i] = of(Words.at(key, from + i));
      }
      return;
    }
    long[] words = new long[Words.LONGS];
    for (int done = 0; done < count; ) {
      int start = (int) ((from + done) & (Words.TILE - 1));
      int end = start + Math.min(Words.TILE - start, count - done);
      fillTile(words, key, from + done, start, end, Words.range(law), into, offset + done - start);
      done += end - start;
    }
  }

  /** Fills part of a buffer, counted from its start; its position and limit do not matter. */
  final void fill(FloatBuffer into, int offset, int count, long key, long from) {
    if (into.hasArray()) {
      fill(into.array(), into.arrayOffset() + offset, count, key, from);
      return;
    }
    long[] words = new long[Words.LONGS];
    float[] floats = new float[Words.TILE];
    FloatBuffer writer = Buffers.from(into, offset);
    for (int done = 0; done < count; ) {
      int start = (int) ((from + done) & (Words.TILE - 1));
      int end = start + Math.min(Words.TILE - start, count - done);
      fillTile(words, key, from + done, start, end, Words.range(law), floats, 0);
      writer.put(floats, start, end - start);
      done += end - start;
    }
  }

  /**
   * Fills part of an array of 16-bit numbers: floats, each rounded once, to the nearest number that
   * the law can give. Without a bound on either side that is the nearest of all, be it infinite.
   */
  final void fill(
      short[] into, int offset, int count, long key, long from, HalfPrecision precision) {
    boolean isBounded = low() > Double.NEGATIVE_INFINITY || high() < Double.POSITIVE_INFINITY;
    float lowest = Bounds.halfAbove(low(), precision);
    float highest = Bounds.halfBelow(high(), precision);
    if (lowest > highest) {
      throw new IllegalArgumentException(
          "there are no numbers of " + precision + " between " + low() + " and " + high());
    }
    long[] words = new long[Words.LONGS];
    float[] floats = new float[Words.TILE];
    int[] bits = precision == HalfPrecision.BF16 ? new int[Words.TILE] : null;
    for (int done = 0; done < count; ) {
      int start = (int) ((from + done) & (Words.TILE - 1));
      int end = start + Math.min(Words.TILE - start, count - done);
      fillTile(words, key, from + done, start, end, Words.range(law), floats, 0);
      if (isBounded) {
        Bounds.clamp(floats, start, end, lowest, highest);
      }
      if (bits != null) {
        HalfFloats.round(floats, start, end, bits, into, offset + done - start);
      } else {
        HalfFloats.convert(floats, start, end, into, offset + done - start, precision);
      }
      done += end - start;
    }
  }

  /**
   * Fills elements {@code start} to {@code end} of a tile whose element 0 belongs at {@code
   * offset}.
   *
   * @param element any element of the tile
   * @param range how many words of 64 bits to take at once
   */
  private void fillTile(
      long[] words,
      long key,
      long element,
      int start,
      int end,
      int range,
      float[] into,
      int offset) {
    long first = (element >>> 10) << 9;
    boolean both = start < Words.LONGS && end > Words.LONGS;
    int from = both ? 0 : start & (Words.LONGS - 1);
    int to = both ? Words.LONGS : (end - 1 & (Words.LONGS - 1)) + 1;
    for (int c = from; c < to; c += range) {
      int stop = Math.min(c + range, to);
      Words.fill(words, key, first, c, stop);
      convertPart(words, 32, Math.max(c, start), Math.min(stop, end), into, offset);
      convertPart(
          words,
          0,
          Math.max(c, start - Words.LONGS),
          Math.min(stop, end - Words.LONGS),
          into,
          offset + Words.LONGS);
    }
  }

  private void convertPart(long[] words, int shift, int from, int to, float[] into, int offset) {
    if (to - from >= Words.SHORTEST_RANGE) {
      convert(words, shift, from, to, into, offset);
    } else {
      for (int i = from; i < to; i++) {
        into[offset + i] = of((int) (words[i] >>> shift));
      }
    }
  }
}
