package dev.fanwise.runtime;

import java.nio.FloatBuffer;

/** A buffer as a storage: of a law's floats, a tile at a time. */
final class FloatBuffers {
  private FloatBuffers() {}

  /** Fills part of a buffer, counted from its start; its position and limit do not matter. */
  static void fill(FloatLaw law, FloatBuffer into, int offset, int count, long key, long from) {
    if (into.hasArray()) {
      law.fill(into.array(), into.arrayOffset() + offset, count, key, from);
      return;
    }
    float[] floats = new float[Words.TILE];
    FloatBuffer writer = Buffers.from(into, offset);
    for (int done = 0; done < count; ) {
      int length = Math.min(Words.leftInTile(from + done), count - done);
      law.fill(floats, 0, length, key, from + done);
      writer.put(floats, 0, length);
      done += length;
    }
  }
}
