package dev.fanwise.runtime;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The parts of a model's weights, for the threads of a pool. Since every element has bits of its
 * own, neither the cut nor the order of the parts matters to them.
 */
public final class Shards {
  /** Parts are not made smaller than this: about the time that handing one over takes. */
  private static final long LEAST_ELEMENTS = 1 << 16;

  /** Nor larger than this, some milliseconds, since none is begun after an interrupt. */
  private static final long MOST_ELEMENTS = 1 << 20;

  /** How long parts that run are waited for after an interrupt. */
  private static final long PATIENCE_MILLIS = 50;

  /** Parts for each thread, so that threads which are held up leave something to the others. */
  private static final int PARTS_A_THREAD = 4;

  /** Fills some elements of a tensor. */
  interface Filler {
    /** Fills elements {@code from} to {@code from + count}. */
    void fill(long from, int count);
  }

  private final ForkJoinPool pool;
  private final Thread caller = Thread.currentThread();
  private final List<ForkJoinTask<?>> tasks = new ArrayList<>();
  private volatile boolean isStopped;

  /**
   * Fills a model's weights.
   *
   * @param pool whose threads share the work; this method waits for them
   * @param name the model's name, for messages
   * @param parameters how the weights are drawn, in the order of the model
   * @param model the model, which has been checked; fields that are null are given arrays
   * @throws RejectedExecutionException if the pool is shut down
   * @throws CancellationException if the calling thread is interrupted, which it stays: no further
   *     part is begun then, and what the weights are is not defined
   */
  public static void fill(
      ForkJoinPool pool, String name, List<LazyParameter> parameters, ParameterSource model) {
    Shards shards = new Shards(pool);
    try {
      shards.add(parameters, model);
      shards.fill();
    } catch (OutOfMemoryError e) {
      throw OutOfMemory.of(e, name, model);
    }
  }

  Shards(ForkJoinPool pool) {
    this.pool = Objects.requireNonNull(pool, "pool");
    requireRunning();
  }

  private void requireRunning() {
    if (pool.isShutdown()) {
      throw new RejectedExecutionException(
          "the pool is shut down, so that nothing can be initialised on its threads");
    }
  }

  /** Adds a model's weights, whose fields are given arrays where they are null. */
  void add(List<LazyParameter> parameters, ParameterSource model) {
    Iterator<LazyParameter> next = parameters.iterator();
    model.visitParameters(
        new ParameterVisitor() {
          @Override
          public void visit(ParameterInfo info, Object weights) {
            next.next().share(weights, Shards.this);
          }

          @Override
          public boolean wantsArrays() {
            return true;
          }
        });
  }

  /** Adds a tensor that is filled as a whole. */
  void add(Runnable filler) {
    tasks.add(
        ForkJoinTask.adapt(
            () -> {
              // A thread of the pool that has called helps, and does not notice while it does.
              if (caller.isInterrupted()) {
                isStopped = true;
              }
              if (!isStopped) {
                filler.run();
              }
            }));
  }

  /** Adds a tensor in parts of whole tiles, so that no word is computed twice. */
  void add(long elements, Filler filler) {
    long even = elements / ((long) pool.getParallelism() * PARTS_A_THREAD) + 1;
    long part = Math.min(Math.max(even, LEAST_ELEMENTS), MOST_ELEMENTS);
    long size = (part + Words.TILE - 1) / Words.TILE * Words.TILE;
    for (long from = 0; from < elements; from += size) {
      long first = from;
      int count = (int) Math.min(size, elements - from);
      add(() -> filler.fill(first, count));
    }
  }

  /** Fills everything that was added, and waits for the last part. */
  void fill() {
    requireRunning();
    ForkJoinTask<?> all = ForkJoinTask.adapt(() -> ForkJoinTask.invokeAll(tasks));
    try {
      pool.execute(all);
      all.get();
    } catch (InterruptedException e) {
      isStopped = true;
      awaitPartsThatRun(all);
      caller.interrupt();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error) {
        throw (Error) e.getCause();
      }
      throw (RuntimeException) e.getCause(); // Fillers throw nothing else.
    }
    if (isStopped) {
      throw new CancellationException(
          "interrupted: what the weights are is not defined, so initialise them again");
    }
  }

  /** Not for long: a tensor that is filled as a whole may take any time. */
  private static void awaitPartsThatRun(ForkJoinTask<?> all) {
    try {
      all.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException | TimeoutException | ExecutionException e) {
      return; // The first interrupt is what the caller hears of.
    }
  }
}
