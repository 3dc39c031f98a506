package dev.fanwise.checkpoint;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Bytes one after the other. */
abstract class ByteInput implements Closeable {
  private final String file;

  ByteInput(String file) {
    this.file = file;
  }

  /** A buffer that pieces are read into, little-endian. */
  abstract ByteBuffer newBuffer();

  /** Reads some bytes, and returns how many, or −1 at the end. */
  abstract int read(ByteBuffer into) throws IOException;

  /** Passes over bytes. */
  abstract void skip(long count, ByteBuffer buffer, String what) throws IOException;

  /**
   * Reads bytes up to the buffer's limit.
   *
   * @param what they belong to, for the message
   */
  final void read(ByteBuffer into, String what) throws IOException {
    while (into.hasRemaining()) {
      if (read(into) < 0) {
        throw new EOFException(file + " ends within " + what);
      }
    }
  }

  /** The bytes of a stream, which is not closed. */
  static ByteInput of(InputStream stream, String file) {
    return new ByteInput(file) {
      private static final int PIECE = 1 << 16;

      @Override
      ByteBuffer newBuffer() {
        return ByteBuffer.allocate(PIECE).order(ByteOrder.LITTLE_ENDIAN);
      }

      @Override
      int read(ByteBuffer into) throws IOException {
        int read =
            stream.read(into.array(), into.arrayOffset() + into.position(), into.remaining());
        if (read > 0) {
          ((Buffer) into).position(into.position() + read);
        }
        return read;
      }

      @Override
      void skip(long count, ByteBuffer buffer, String what) throws IOException {
        for (long left = count; left > 0; ) {
          ((Buffer) buffer).clear();
          ((Buffer) buffer).limit((int) Math.min(left, buffer.capacity()));
          read(buffer, what);
          left -= buffer.position();
        }
      }

      @Override
      public void close() {
        // It is the caller's.
      }
    };
  }
}
