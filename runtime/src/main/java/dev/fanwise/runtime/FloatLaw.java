package dev.fanwise.runtime;

import dev.fanwise.HalfPrecision;
import java.nio.FloatBuffer;

/**
 * How random words become floats: one of the laws that {@link Fill} draws from, with its numbers.
 */
abstract class FloatLaw {
  /**
   * Ranges below this are drawn element by element. They must not reach the loops of {@link
   * #convert}: the JIT compiler unrolls those by the trip counts it has seen, and a model's many
   * small biases would spoil them for its large tensors.
   */
  private static final int SHORT_RANGE = 128;

  /** The element that a word stands for. */
  abstract float of(int word);

  /**
   * {@code into[offset + i] = of(words[i])} for i from {@code from} to {@code to}; the words may be
   * overwritten.
   */
  abstract void convert(int[] words, int from, int to, float[] into, int offset);

  /** Fills part of an array; the arguments have been checked. */
  final void fill(float[] into, int offset, int count, long key, long from) {
    if (count < SHORT_RANGE) {
      for (int i = 0; i < count; i++) {
        into[offset + i] = of(Words.at(key, from + i));
      }
      return;
    }
    fillTiles(into, offset, count, key, from, count >= Tile.WORTHWHILE);
  }

  /** Fills tile by tile; the bits do not depend on whether that is in vector loops. */
  final void fillTiles(
      float[] into, int offset, int count, long key, long from, boolean vectorised) {
    Tile tile = new Tile();
    for (int done = 0; done < count; ) {
      int start = (int) ((from + done) & (Tile.ELEMENTS - 1));
      int end = start + Math.min(Tile.ELEMENTS - start, count - done);
      tile.draw(key, from + done, start, end, vectorised);
      convertTile(tile, start, end, into, offset + done - start);
      done += end - start;
    }
  }

  /** Elements {@code start} to {@code end} of a tile whose element 0 belongs at {@code offset}. */
  private void convertTile(Tile tile, int start, int end, float[] into, int offset) {
    convertRange(tile.first, start, Math.min(end, Tile.BLOCKS), into, offset);
    int secondStart = Math.max(start, Tile.BLOCKS) - Tile.BLOCKS;
    convertRange(tile.second, secondStart, end - Tile.BLOCKS, into, offset + Tile.BLOCKS);
  }

  private void convertRange(int[] words, int from, int to, float[] into, int offset) {
    if (to - from >= SHORT_RANGE) {
      convert(words, from, to, into, offset);
    } else {
      for (int i = from; i < to; i++) {
        into[offset + i] = of(words[i]);
      }
    }
  }

  /** Fills part of a buffer, counted from its start; its position and limit do not matter. */
  final void fill(FloatBuffer into, int offset, int count, long key, long from) {
    if (into.hasArray()) {
      fill(into.array(), into.arrayOffset() + offset, count, key, from);
      return;
    }
    Tile tile = new Tile();
    float[] floats = new float[Tile.ELEMENTS];
    FloatBuffer writer = Buffers.from(into, offset);
    boolean vectorised = count >= Tile.WORTHWHILE;
    for (int done = 0; done < count; ) {
      int start = (int) ((from + done) & (Tile.ELEMENTS - 1));
      int end = start + Math.min(Tile.ELEMENTS - start, count - done);
      tile.draw(key, from + done, start, end, vectorised);
      convertTile(tile, start, end, floats, 0);
      writer.put(floats, start, end - start);
      done += end - start;
    }
  }

  /** Fills part of an array of 16-bit numbers: floats, each rounded once. */
  final void fill(
      short[] into, int offset, int count, long key, long from, HalfPrecision precision) {
    Tile tile = new Tile();
    float[] floats = new float[Tile.ELEMENTS];
    boolean vectorised = count >= Tile.WORTHWHILE;
    for (int done = 0; done < count; ) {
      int start = (int) ((from + done) & (Tile.ELEMENTS - 1));
      int end = start + Math.min(Tile.ELEMENTS - start, count - done);
      tile.draw(key, from + done, start, end, vectorised);
      convertTile(tile, start, end, floats, 0);
      HalfFloats.convert(floats, start, end, into, offset + done - start, precision);
      done += end - start;
    }
  }
}
