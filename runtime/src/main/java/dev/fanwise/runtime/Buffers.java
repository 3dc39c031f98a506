package dev.fanwise.runtime;

import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** Views of buffers that begin at a place counted from the buffer's start. */
final class Buffers {
  private Buffers() {}

  static FloatBuffer from(FloatBuffer buffer, int offset) {
    FloatBuffer view = buffer.duplicate();
    place(view, offset);
    return view;
  }

  static DoubleBuffer from(DoubleBuffer buffer, int offset) {
    DoubleBuffer view = buffer.duplicate();
    place(view, offset);
    return view;
  }

  /**
   * By way of Buffer: FloatBuffer.position and its like are not there before Java 9 and Android 13.
   */
  private static void place(Buffer view, int offset) {
    view.clear();
    view.position(offset);
  }
}
