package dev.fanwise.runtime;

import dev.fanwise.HalfPrecision;
import java.nio.FloatBuffer;

/**
 * How random words become floats: one of the laws that {@link Fill} draws from, with its numbers.
 */
abstract class FloatLaw {
  /** The element that a word stands for. */
  abstract float of(int word);

  /** The elements that the first {@code count} words stand for; {@link #of} of each. */
  abstract void convert(int[] words, int count, float[] into, int offset);

  /** Fills part of an array; the arguments have been checked. */
  final void fill(float[] into, int offset, int count, long key, long from) {
    int[] words = new int[Math.min(count, Words.TILE)];
    for (int done = 0; done < count; ) {
      int drawn = Words.tile(key, from + done, count - done, words);
      convert(words, drawn, into, offset + done);
      done += drawn;
    }
  }

  /** Fills part of a buffer, counted from its start; its position and limit do not matter. */
  final void fill(FloatBuffer into, int offset, int count, long key, long from) {
    if (into.hasArray()) {
      fill(into.array(), into.arrayOffset() + offset, count, key, from);
      return;
    }
    int[] words = new int[Math.min(count, Words.TILE)];
    float[] floats = new float[words.length];
    FloatBuffer writer = Buffers.from(into, offset);
    for (int done = 0; done < count; ) {
      int drawn = Words.tile(key, from + done, count - done, words);
      convert(words, drawn, floats, 0);
      writer.put(floats, 0, drawn);
      done += drawn;
    }
  }

  /** Fills part of an array of 16-bit numbers: floats, each rounded once. */
  final void fill(
      short[] into, int offset, int count, long key, long from, HalfPrecision precision) {
    int[] words = new int[Math.min(count, Words.TILE)];
    float[] floats = new float[words.length];
    for (int done = 0; done < count; ) {
      int drawn = Words.tile(key, from + done, count - done, words);
      convert(words, drawn, floats, 0);
      HalfFloats.convert(floats, drawn, into, offset + done, precision);
      done += drawn;
    }
  }
}
