package dev.fanwise.runtime;

import java.nio.FloatBuffer;

/**
 * How random words become floats under JAX. Element e has its word from the block of counter e: the
 * exclusive or of the block's two words.
 */
abstract class JaxLaw {
  /** Elements whose words are drawn at once, at most. */
  static final int ELEMENTS = JaxBlocks.BLOCKS;

  /** Loops are not run over fewer elements, or they would be compiled for small tensors only. */
  static final int LEAST_ELEMENTS = JaxBlocks.SHORTEST_RANGE;

  /**
   * Where ranges become longer: a cold JVM compiles a loop the sooner, the fewer elements it gets
   * at once.
   */
  private static final int FIRST_ELEMENTS = 1 << 16;

  private final JaxBlocks blocks = new JaxBlocks();

  /**
   * {@code into[offset + i]} = the element of word {@code first[i] ^ second[i]}, for i from {@code
   * from} to {@code to}.
   */
  abstract void convert(int[] first, int[] second, int from, int to, float[] into, int offset);

  final void fill(float[] into, int offset, int count, long key, long from) {
    for (int done = 0; done < count; ) {
      int start = start(from + done);
      int end = end(start, count - done);
      draw(key, from + done - start, start, end, done, into, offset + done - start);
      done += end - start;
    }
  }

  final void fill(FloatBuffer into, int offset, int count, long key, long from) {
    float[] values = new float[ELEMENTS];
    FloatBuffer writer = Buffers.from(into, offset);
    for (int done = 0; done < count; ) {
      int start = start(from + done);
      int end = end(start, count - done);
      draw(key, from + done - start, start, end, done, values, 0);
      writer.put(values, start, end - start);
      done += end - start;
    }
  }

  /** An element's place among its 512. */
  private static int start(long element) {
    return (int) (element & (ELEMENTS - 1));
  }

  private static int end(int start, int count) {
    return start + Math.min(ELEMENTS - start, count);
  }

  private void draw(
      long key, long counter, int start, int end, int done, float[] into, int offset) {
    int step = done < FIRST_ELEMENTS ? LEAST_ELEMENTS : ELEMENTS;
    for (int from = start; from < end; from += step) {
      int to = Math.min(from + step, end);
      blocks.draw(key, counter, from, to);
      convert(blocks.first, blocks.second, from, to, into, offset);
    }
  }
}
