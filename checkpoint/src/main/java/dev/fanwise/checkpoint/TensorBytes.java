package dev.fanwise.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.ShortBuffer;

/**
 * Writes the elements of tensors, little-endian and row by row, by way of one small buffer. Buffers
 * are cast to {@link Buffer}, whose methods older Androids have too.
 */
final class TensorBytes {
  private static final int SIZE = 1 << 16;

  private final OutputStream out;
  private final byte[] bytes = new byte[SIZE];
  private final FloatBuffer floats = littleEndian().asFloatBuffer();
  private final DoubleBuffer doubles = littleEndian().asDoubleBuffer();
  private final ShortBuffer shorts = littleEndian().asShortBuffer();
  private long written;

  TensorBytes(OutputStream out) {
    this.out = out;
  }

  private ByteBuffer littleEndian() {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Writes a tensor's elements.
   *
   * @throws IllegalStateException if there are more or fewer than there were when it was checked
   */
  void write(StoredTensor tensor) throws IOException {
    long before = written;
    put(tensor.weights());
    send(floats, Float.BYTES);
    send(doubles, Double.BYTES);
    send(shorts, Short.BYTES);
    if (written - before != tensor.bytes()) {
      throw new IllegalStateException(tensor.name() + " was changed while it was written");
    }
  }

  private void put(Object weights) throws IOException {
    if (weights instanceof Object[]) {
      for (Object row : (Object[]) weights) {
        put(row);
      }
    } else if (weights instanceof float[]) {
      put(FloatBuffer.wrap((float[]) weights));
    } else if (weights instanceof FloatBuffer) {
      put((FloatBuffer) whole(((FloatBuffer) weights).duplicate()));
    } else if (weights instanceof double[]) {
      put(DoubleBuffer.wrap((double[]) weights));
    } else if (weights instanceof DoubleBuffer) {
      put((DoubleBuffer) whole(((DoubleBuffer) weights).duplicate()));
    } else {
      ShortBuffer from = ShortBuffer.wrap((short[]) weights);
      put(from, shorts, Short.BYTES, () -> shorts.put(from));
    }
  }

  /** All elements of a buffer, whatever its position and limit. */
  private static Buffer whole(Buffer view) {
    return view.clear();
  }

  private void put(FloatBuffer from) throws IOException {
    put(from, floats, Float.BYTES, () -> floats.put(from));
  }

  private void put(DoubleBuffer from) throws IOException {
    put(from, doubles, Double.BYTES, () -> doubles.put(from));
  }

  /** Copies as much as there is room for, until all is copied; what does not fill up stays. */
  private void put(Buffer from, Buffer room, int width, Runnable copy) throws IOException {
    int end = from.limit();
    while (from.position() < end) {
      from.limit(from.position() + Math.min(end - from.position(), room.remaining()));
      copy.run();
      from.limit(end);
      if (!room.hasRemaining()) {
        send(room, width);
      }
    }
  }

  private void send(Buffer filled, int width) throws IOException {
    int length = filled.position() * width;
    if (length > 0) {
      out.write(bytes, 0, length);
      written += length;
      filled.clear();
    }
  }
}
