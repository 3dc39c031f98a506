package dev.fanwise.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * The parts of a model's weights, for the threads of a pool. Since every element has bits of its
 * own, neither the cut nor the order of the parts matters to them.
 */
public final class Shards {
  /** Parts are not made smaller than this: about the time that handing one over takes. */
  private static final long LEAST_ELEMENTS = 1 << 16;

  /** Parts for each thread, so that threads which are held up leave something to the others. */
  private static final int PARTS_A_THREAD = 4;

  /** Fills some elements of a tensor. */
  public interface Filler {
    /**
     * Fills elements {@code from} to {@code from + count}.
     *
     * @param from the first element, and its place in the array
     * @param count how many
     */
    void fill(int from, int count);
  }

  /** Fills some rows of nested arrays. */
  public interface RowFiller {
    /** Fills rows {@code from} to {@code to}. */
    void fill(int from, int to);
  }

  private final ForkJoinPool pool;
  private final List<ForkJoinTask<?>> tasks = new ArrayList<>();

  /** Parts for the threads of a pool. */
  public Shards(ForkJoinPool pool) {
    this.pool = pool;
  }

  /** Adds a tensor that is filled as a whole. */
  public void add(Runnable filler) {
    tasks.add(ForkJoinTask.adapt(filler));
  }

  /** Adds a tensor in a flat array, in parts of whole tiles, so that no block is computed twice. */
  public void add(int elements, Filler filler) {
    long size = (partSize(elements, 1) + Tile.ELEMENTS - 1) / Tile.ELEMENTS * Tile.ELEMENTS;
    for (long from = 0; from < elements; from += size) {
      int first = (int) from;
      int count = (int) Math.min(size, elements - from);
      add(() -> filler.fill(first, count));
    }
  }

  /**
   * Adds a tensor in nested arrays.
   *
   * @param rows how many arrays the outermost one has
   * @param rowElements how many elements there are in each of them
   */
  public void addRows(int rows, long rowElements, RowFiller filler) {
    long size = partSize(rows, rowElements);
    for (long from = 0; from < rows; from += size) {
      int first = (int) from;
      int end = (int) Math.min(rows, from + size);
      add(() -> filler.fill(first, end));
    }
  }

  private long partSize(long units, long unitElements) {
    long even = units / ((long) pool.getParallelism() * PARTS_A_THREAD) + 1;
    return Math.max(even, Math.max(1, LEAST_ELEMENTS / unitElements));
  }

  /** Fills everything that was added, and waits for the last part. */
  public void fill() {
    pool.invoke(ForkJoinTask.adapt(() -> ForkJoinTask.invokeAll(tasks)));
  }
}
