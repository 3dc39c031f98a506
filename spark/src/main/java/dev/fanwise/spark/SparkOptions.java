package dev.fanwise.spark;

import dev.fanwise.checkpoint.WriteOptions;

/**
 * How Spark writes and checks a checkpoint; immutable: each method gives options of its own. None
 * of them changes a byte of the files but those of {@link WriteOptions}.
 */
public final class SparkOptions {
  private static final long RANGE_BYTES = 1L << 30;

  private final WriteOptions write;
  private final int partitions;
  private final long rangeBytes;

  private SparkOptions(WriteOptions write, int partitions, long rangeBytes) {
    this.write = write;
    this.partitions = partitions;
    this.rangeBytes = rangeBytes;
  }

  /** One task for each file or range, ranges of 2³⁰ bytes, and the defaults of checkpoints. */
  public static SparkOptions defaults() {
    return of(WriteOptions.defaults());
  }

  /**
   * The same with a checkpoint's options: sizes and metadata of files, whether whole files are
   * kept, and who hears of progress, which here is told at the end of tasks. A pool is of this
   * machine alone and has no part: Spark's executors are the threads.
   */
  public static SparkOptions of(WriteOptions options) {
    return new SparkOptions(options, 0, RANGE_BYTES);
  }

  /**
   * Sets how many tasks there are, instead of one for each file or range; never more than these.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public SparkOptions partitions(int number) {
    if (number < 1) {
      throw new IllegalArgumentException("partitions must be positive, not " + number);
    }
    return new SparkOptions(write, number, rangeBytes);
  }

  /**
   * Sets how many bytes of a file a task draws at most, where a file is drawn in ranges: when it is
   * compared, and when it is written to a file system that joins files. Tensors that are drawn
   * whole are not cut, and no range is less than 256 KiB of a tensor.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public SparkOptions rangeBytes(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("rangeBytes must be positive, not " + bytes);
    }
    return new SparkOptions(write, partitions, bytes);
  }

  WriteOptions write() {
    return write;
  }

  /** The number of tasks, or 0 for one for each piece of work. */
  int partitions() {
    return partitions;
  }

  long rangeBytes() {
    return rangeBytes;
  }
}
