package dev.fanwise.runtime;

import java.nio.FloatBuffer;

/**
 * How random words become floats under JAX. Element e has its word from the block of counter e: the
 * exclusive or of the block's two words.
 */
abstract class JaxLaw {
  /** Words and floats of a range, at most this many. */
  static final int ELEMENTS = Tile.BLOCKS;

  /** Loops are not run over fewer elements, or they would be compiled for small tensors only. */
  static final int LEAST_ELEMENTS = Tile.SHORTEST_RANGE;

  private final float[] values = new float[ELEMENTS];
  private final Tile tile = new Tile();

  /**
   * {@code into[i]} = the element of word {@code words[i]}, for i from {@code from} to {@code to}.
   */
  abstract void convert(int[] words, int from, int to, float[] into);

  final void fill(float[] into, int offset, int count, long key, long from) {
    for (int done = 0; done < count; ) {
      int start = draw(key, from + done, count - done, done);
      int run = Math.min(ELEMENTS - start, count - done);
      System.arraycopy(values, start, into, offset + done, run);
      done += run;
    }
  }

  final void fill(FloatBuffer into, int offset, int count, long key, long from) {
    FloatBuffer writer = Buffers.from(into, offset);
    for (int done = 0; done < count; ) {
      int start = draw(key, from + done, count - done, done);
      int run = Math.min(ELEMENTS - start, count - done);
      writer.put(values, start, run);
      done += run;
    }
  }

  /** Draws from an element to the end of its 512 or of the fill; returns its place among these. */
  private int draw(long key, long element, int count, int done) {
    int start = (int) (element & (ELEMENTS - 1));
    int end = Math.min(ELEMENTS, start + count);
    int step = Tile.range(done);
    for (int i = start; i < end; i += step) {
      int stop = Math.min(i + step, end);
      tile.draw(key, element - start, i, stop);
      mix(tile.first, tile.second, i, stop);
      convert(tile.first, i, stop, values);
    }
    return start;
  }

  private static void mix(int[] first, int[] second, int from, int to) {
    for (int i = from; i < to; i++) {
      first[i] ^= second[i];
    }
  }
}
