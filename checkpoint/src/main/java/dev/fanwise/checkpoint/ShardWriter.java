package dev.fanwise.checkpoint;

import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Draws and writes one file, piece by piece, on as many threads as there are: each takes the next
 * piece, draws it into a buffer of its own and writes it to its place. Tensors that are drawn as a
 * whole are the work of one thread, one after the other in the model's order, while others go on.
 */
@NewerAndroid(26)
final class ShardWriter {
  /** The bytes of a piece. Whole tiles: 64 Ki elements or fewer. */
  static final int PIECE = 1 << 18;

  private final List<LazyParameter> parameters;
  private final CheckpointPlan.Shard shard;
  private final Path file;
  private final PartFile part;
  private final Progress progress;
  private final List<CheckpointPlan.Tensor> whole = new ArrayList<>();
  private final List<CheckpointPlan.Tensor> ranged = new ArrayList<>();
  private final AtomicBoolean wholeTaken = new AtomicBoolean();
  private int rangedAt;
  private long elementAt;
  private volatile boolean isStopped;

  ShardWriter(
      List<LazyParameter> parameters,
      CheckpointPlan.Shard shard,
      Path file,
      PartFile part,
      Progress progress) {
    this.parameters = parameters;
    this.shard = shard;
    this.file = file;
    this.part = part;
    this.progress = progress;
    for (CheckpointPlan.Tensor tensor : shard.tensors()) {
      (parameters.get(tensor.parameter()).hasRanges() ? ranged : whole).add(tensor);
    }
    // The order in which PyTorch's generator draws them.
    Collections.sort(whole, (a, b) -> Integer.compare(a.parameter(), b.parameter()));
  }

  /** A part of a tensor. */
  private static final class Piece {
    private final CheckpointPlan.Tensor tensor;
    private final long from;
    private final int count;

    Piece(CheckpointPlan.Tensor tensor, long from) {
      this.tensor = tensor;
      this.from = from;
      this.count = (int) Math.min(PIECE / tensor.dataType().bytes(), tensor.elements() - from);
    }
  }

  /** Writes the file's bytes; those of the header first. */
  void write(ForkJoinPool pool) throws IOException {
    part.write(ByteBuffer.wrap(shard.headerBytes()), 0, "the header");
    if (pool == null) {
      work();
      return;
    }
    List<Future<?>> workers = new ArrayList<>();
    try {
      for (int i = 0; i < pool.getParallelism(); i++) {
        workers.add(
            pool.submit(
                () -> {
                  work();
                  return null;
                }));
      }
    } catch (RuntimeException e) { // the pool takes no work
      stopAndWait(workers, e);
      throw e;
    }
    waitFor(workers);
  }

  private void waitFor(List<Future<?>> workers) throws IOException {
    Throwable failure = null;
    for (Future<?> worker : workers) {
      try {
        worker.get();
      } catch (InterruptedException e) {
        InterruptedIOException interrupted = PartFile.interrupted(file, progress.tensor());
        interrupted.initCause(e);
        stopAndWait(workers, interrupted);
        Thread.currentThread().interrupt();
        throw interrupted;
      } catch (ExecutionException | CancellationException e) {
        failure = first(failure, e instanceof ExecutionException ? e.getCause() : e);
        isStopped = true;
      }
    }
    if (failure instanceof IOException) {
      throw (IOException) failure;
    }
    if (failure instanceof Error) {
      throw (Error) failure;
    }
    if (failure != null) {
      throw (RuntimeException) failure;
    }
  }

  private static Throwable first(Throwable failure, Throwable next) {
    if (failure == null || failure == next) {
      return next;
    }
    failure.addSuppressed(next);
    return failure;
  }

  /** No thread may write to the file once this writer is left. */
  private void stopAndWait(List<Future<?>> workers, Exception failure) {
    isStopped = true;
    for (Future<?> worker : workers) {
      boolean isDone = false;
      while (!isDone) {
        try {
          worker.get();
          isDone = true;
        } catch (InterruptedException e) {
          continue; // it is on its way out already
        } catch (ExecutionException | CancellationException e) {
          failure.addSuppressed(e);
          isDone = true;
        }
      }
    }
  }

  private void work() throws IOException {
    try {
      ByteBuffer buffer = ByteBuffer.allocateDirect(PIECE);
      if (!whole.isEmpty() && wholeTaken.compareAndSet(false, true)) {
        writeWhole(buffer);
      }
      for (Piece piece = next(); piece != null; piece = next()) {
        write(piece, buffer);
      }
    } catch (IOException | RuntimeException | Error e) {
      isStopped = true;
      throw e;
    }
  }

  private void writeWhole(ByteBuffer buffer) throws IOException {
    for (CheckpointPlan.Tensor tensor : whole) {
      for (long from = 0; from < tensor.elements() && !isStopped; ) {
        Piece piece = new Piece(tensor, from);
        write(piece, buffer);
        from += piece.count;
      }
    }
  }

  /** The next part of a tensor with ranges, or null if there is none, or no more is wanted. */
  private synchronized Piece next() {
    while (!isStopped && rangedAt < ranged.size()) {
      CheckpointPlan.Tensor tensor = ranged.get(rangedAt);
      if (elementAt < tensor.elements()) {
        Piece piece = new Piece(tensor, elementAt);
        elementAt += piece.count;
        return piece;
      }
      rangedAt++;
      elementAt = 0;
    }
    return null;
  }

  private void write(Piece piece, ByteBuffer buffer) throws IOException {
    CheckpointPlan.Tensor tensor = piece.tensor;
    if (Thread.currentThread().isInterrupted()) {
      throw PartFile.interrupted(file, tensor.name());
    }
    int width = tensor.dataType().bytes();
    buffer.clear();
    parameters.get(tensor.parameter()).draw(piece.from, piece.count, buffer);
    buffer.flip();
    part.write(buffer, tensor.position() + piece.from * width, tensor.name());
    progress.add((long) piece.count * width, tensor.name());
  }
}
