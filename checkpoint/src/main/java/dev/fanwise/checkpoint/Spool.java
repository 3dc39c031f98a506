package dev.fanwise.checkpoint;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;

/**
 * Pieces of a file that are drawn and not yet written. Whoever has drawn one writes all that there
 * are, unless another thread does so already: file systems let one thread at a time write to a
 * file, and who waits for it there could draw meanwhile.
 */
@NewerAndroid(26)
final class Spool {
  /** The bytes of a piece. Whole tiles: 64 Ki elements or fewer. */
  static final int PIECE = 1 << 18;

  /** Buffers for each thread: one that is drawn into, others that wait to be written. */
  private static final int BUFFERS_A_THREAD = 4;

  /** The buffers of all files of a checkpoint, made when they are needed. */
  static final class Buffers {
    private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();
    private int left;

    Buffers(int threads) {
      left = threads * BUFFERS_A_THREAD;
    }

    /** A buffer, or null if all are in use. */
    private ByteBuffer poll() {
      if (free.isEmpty() && left > 0) {
        left--;
        return ByteBuffer.allocateDirect(PIECE);
      }
      return free.poll();
    }
  }

  /** A part of a tensor. */
  static final class Piece {
    private final CheckpointPlan.Tensor tensor;
    private final long from;
    private final int count;
    private ByteBuffer bytes;

    Piece(CheckpointPlan.Tensor tensor, long from) {
      this.tensor = tensor;
      this.from = from;
      this.count = (int) Math.min(PIECE / tensor.dataType().bytes(), tensor.elements() - from);
    }

    CheckpointPlan.Tensor tensor() {
      return tensor;
    }

    long from() {
      return from;
    }

    int count() {
      return count;
    }
  }

  private final Path file;
  private final PartFile part;
  private final Progress progress;
  private final Buffers buffers;
  private final ArrayDeque<Piece> drawn = new ArrayDeque<>();
  private boolean isWriting;
  private boolean isStopped;

  Spool(Path file, PartFile part, Progress progress, Buffers buffers) {
    this.file = file;
    this.part = part;
    this.progress = progress;
    this.buffers = buffers;
  }

  /** Nothing more is written, but for the piece that a thread is at. */
  synchronized void stop() {
    isStopped = true;
    notifyAll();
  }

  synchronized boolean isStopped() {
    return isStopped;
  }

  /**
   * A buffer for a piece, once there is one.
   *
   * @return null if nothing more is wanted
   */
  synchronized ByteBuffer take(Piece piece) throws InterruptedIOException {
    if (Thread.currentThread().isInterrupted()) {
      throw PartFile.interrupted(file, piece.tensor.name());
    }
    ByteBuffer buffer = null;
    while (!isStopped && buffer == null) {
      buffer = buffers.poll();
      if (buffer == null) {
        await(piece);
      }
    }
    return buffer;
  }

  private void await(Piece piece) throws InterruptedIOException {
    try {
      wait();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (InterruptedIOException) PartFile.interrupted(file, piece.tensor.name()).initCause(e);
    }
  }

  /** Takes a piece that is drawn, and writes it and others if nobody else does. */
  void put(Piece piece, ByteBuffer bytes) throws IOException {
    piece.bytes = bytes;
    if (!isToWrite(piece)) {
      return;
    }
    for (Piece next = next(); next != null; next = next()) {
      long at = next.from * next.tensor.dataType().bytes();
      long length = next.bytes.remaining();
      part.write(next.bytes, next.tensor.position() + at, next.tensor.name());
      progress.add(length, next.tensor.name());
      release(next.bytes);
    }
  }

  private synchronized boolean isToWrite(Piece piece) {
    drawn.add(piece);
    boolean isOther = isWriting;
    isWriting = true;
    return !isOther;
  }

  /** The next piece to write; where there is none the next thread that has one writes. */
  private synchronized Piece next() {
    Piece next = isStopped ? null : drawn.poll();
    isWriting = next != null;
    return next;
  }

  private synchronized void release(ByteBuffer buffer) {
    buffers.free.add(buffer);
    notifyAll();
  }
}
