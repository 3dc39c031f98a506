package dev.fanwise.checkpoint;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

/** How a checkpoint is written; immutable: each method gives options of its own. */
public final class WriteOptions {
  /** The largest shard of Hugging Face's tools: 5 GB. */
  private static final long MAX_SHARD_BYTES = 5_000_000_000L;

  private final long maxShardBytes;
  private final ForkJoinPool pool;
  private final ProgressListener progress;
  private final Map<String, String> metadata;
  private final boolean isResumed;

  private WriteOptions(
      long maxShardBytes,
      ForkJoinPool pool,
      ProgressListener progress,
      Map<String, String> metadata,
      boolean isResumed) {
    this.maxShardBytes = maxShardBytes;
    this.pool = pool;
    this.progress = progress;
    this.metadata = metadata;
    this.isResumed = isResumed;
  }

  /** Shards of at most 5·10⁹ bytes, written by the calling thread, all of them. */
  public static WriteOptions defaults() {
    return new WriteOptions(MAX_SHARD_BYTES, null, (done, all, tensor) -> {}, null, false);
  }

  /**
   * Sets how many bytes of tensors a file may have; a tensor of more has a file of its own.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  public WriteOptions maxShardBytes(long bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("maxShardBytes must be positive, not " + bytes);
    }
    return new WriteOptions(bytes, pool, progress, metadata, isResumed);
  }

  /** Draws and writes on the threads of a pool, within one tensor, too; the bytes are the same. */
  public WriteOptions pool(ForkJoinPool threads) {
    return new WriteOptions(maxShardBytes, threads, progress, metadata, isResumed);
  }

  /** Sets who hears how far the writing is: {@link ProgressListener#bar}, for example. */
  public WriteOptions progress(ProgressListener listener) {
    return new WriteOptions(maxShardBytes, pool, listener, metadata, isResumed);
  }

  /**
   * Sets texts by names, which readers find as {@code __metadata__} in each file. Hugging Face's
   * transformers want {@code Map.of("format", "pt")}.
   */
  public WriteOptions metadata(Map<String, String> texts) {
    Map<String, String> copy = Collections.unmodifiableMap(new HashMap<>(texts));
    return new WriteOptions(maxShardBytes, pool, progress, copy, isResumed);
  }

  /**
   * Whether files that are there and whole are kept: those with the same header, the same length
   * and the same elements where some of each tensor are compared.
   */
  public WriteOptions resume(boolean keep) {
    return new WriteOptions(maxShardBytes, pool, progress, metadata, keep);
  }

  /** How many bytes of tensors a file may have. */
  public long maxShardBytes() {
    return maxShardBytes;
  }

  /** The pool, or null for the calling thread. */
  public ForkJoinPool pool() {
    return pool;
  }

  /** Who hears how far the writing is. */
  public ProgressListener progress() {
    return progress;
  }

  /** The metadata, or null for none. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Whether files that are there and whole are kept. */
  public boolean isResumed() {
    return isResumed;
  }
}
