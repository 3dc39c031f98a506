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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Draws and writes one file, piece by piece, on as many threads as there are: each takes the next
 * piece and draws it into a buffer, and one of them writes those that are drawn. Tensors that are
 * drawn as a whole are the work of one thread, one after the other in the model's order, while
 * others go on.
 */
@NewerAndroid(26)
final class ShardWriter {
  /**
   * How long threads that draw are waited for after an interrupt: whole tensors may take longer.
   */
  private static final long PATIENCE_MILLIS = 500;

  private final List<LazyParameter> parameters;
  private final CheckpointPlan.Shard shard;
  private final Path file;
  private final PartFile part;
  private final Progress progress;
  private final Spool spool;
  private final List<CheckpointPlan.Tensor> whole = new ArrayList<>();
  private final List<CheckpointPlan.Tensor> ranged = new ArrayList<>();
  private final AtomicBoolean wholeTaken = new AtomicBoolean();
  private int rangedAt;
  private long elementAt;

  ShardWriter(
      List<LazyParameter> parameters,
      CheckpointPlan.Shard shard,
      Path file,
      PartFile part,
      Progress progress,
      Spool.Buffers buffers) {
    this.parameters = parameters;
    this.shard = shard;
    this.file = file;
    this.part = part;
    this.progress = progress;
    this.spool = new Spool(file, part, progress, buffers);
    for (CheckpointPlan.Tensor tensor : shard.tensors()) {
      (parameters.get(tensor.parameter()).hasRanges() ? ranged : whole).add(tensor);
    }
    // The order in which PyTorch's generator draws them.
    Collections.sort(whole, (a, b) -> Integer.compare(a.parameter(), b.parameter()));
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
        spool.stop();
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

  /**
   * Threads that write have ended when the file is closed; one that draws a whole tensor may not,
   * but writes nothing of it.
   */
  private void stopAndWait(List<Future<?>> workers, Exception failure) {
    spool.stop();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    for (Future<?> worker : workers) {
      boolean isDone = false;
      while (!isDone) {
        try {
          worker.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
          isDone = true;
        } catch (InterruptedException e) {
          continue; // it is on its way out already
        } catch (ExecutionException | CancellationException e) {
          failure.addSuppressed(e);
          isDone = true;
        } catch (TimeoutException e) {
          isDone = true;
        }
      }
    }
  }

  private void work() throws IOException {
    try {
      if (!whole.isEmpty() && wholeTaken.compareAndSet(false, true)) {
        writeWhole();
      }
      for (Spool.Piece piece = next(); piece != null; piece = next()) {
        write(piece);
      }
    } catch (IOException | RuntimeException | Error e) {
      spool.stop();
      throw e;
    }
  }

  private void writeWhole() throws IOException {
    for (CheckpointPlan.Tensor tensor : whole) {
      for (long from = 0; from < tensor.elements() && !spool.isStopped(); ) {
        Spool.Piece piece = new Spool.Piece(tensor, from);
        write(piece);
        from += piece.count();
      }
    }
  }

  /** The next part of a tensor with ranges, or null if there is none, or no more is wanted. */
  private synchronized Spool.Piece next() {
    while (!spool.isStopped() && rangedAt < ranged.size()) {
      CheckpointPlan.Tensor tensor = ranged.get(rangedAt);
      if (elementAt < tensor.elements()) {
        Spool.Piece piece = new Spool.Piece(tensor, elementAt);
        elementAt += piece.count();
        return piece;
      }
      rangedAt++;
      elementAt = 0;
    }
    return null;
  }

  private void write(Spool.Piece piece) throws IOException {
    ByteBuffer buffer = spool.take(piece);
    if (buffer != null) {
      buffer.clear();
      parameters.get(piece.tensor().parameter()).draw(piece.from(), piece.count(), buffer);
      buffer.flip();
      spool.put(piece, buffer);
    }
  }
}
