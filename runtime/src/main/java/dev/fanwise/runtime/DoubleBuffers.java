package dev.fanwise.runtime;

import java.nio.DoubleBuffer;

/** A buffer as a storage: of a law's doubles, a tile at a time. */
final class DoubleBuffers {
  private DoubleBuffers() {}

  /** Fills part of a buffer, counted from its start; its position and limit do not matter. */
  static void fill(DoubleLaw law, DoubleBuffer into, int offset, int count, long key, long from) {
    if (into.hasArray()) {
      law.fill(into.array(), into.arrayOffset() + offset, count, key, from);
      return;
    }
    double[] doubles = new double[Words.LONGS];
    DoubleBuffer writer = Buffers.from(into, offset);
    for (int done = 0; done < count; ) {
      int length = Math.min(Words.LONGS, count - done);
      law.fill(doubles, 0, length, key, from + done);
      writer.put(doubles, 0, length);
      done += length;
    }
  }
}
