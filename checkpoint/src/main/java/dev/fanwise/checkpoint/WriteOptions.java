package dev.fanwise.checkpoint;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.function.UnaryOperator;

/** How a checkpoint is written; immutable: each method gives options of its own. */
public final class WriteOptions {
  /** The largest shard of Hugging Face's tools: 5 GB. */
  private static final long MAX_SHARD_BYTES = 5_000_000_000L;

  private final long maxShardBytes;
  private final ForkJoinPool pool;
  private final ProgressListener progress;
  private final Map<String, String> metadata;
  private final boolean isResumed;
  private final FileNames names;

  private WriteOptions(
      long maxShardBytes,
      ForkJoinPool pool,
      ProgressListener progress,
      Map<String, String> metadata,
      boolean isResumed,
      FileNames names) {
    this.maxShardBytes = maxShardBytes;
    this.pool = pool;
    this.progress = progress;
    this.metadata = metadata;
    this.isResumed = isResumed;
    this.names = names;
  }

  /** Shards of at most 5·10⁹ bytes, written by the calling thread, all of them. */
  public static WriteOptions defaults() {
    return new WriteOptions(
        MAX_SHARD_BYTES, null, (done, all, tensor) -> {}, null, false, FileNames.SAME);
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
    return new WriteOptions(bytes, pool, progress, metadata, isResumed, names);
  }

  /** Draws and writes on the threads of a pool, within one tensor, too; the bytes are the same. */
  public WriteOptions pool(ForkJoinPool threads) {
    return new WriteOptions(maxShardBytes, threads, progress, metadata, isResumed, names);
  }

  /** Sets who hears how far the writing is: {@link ProgressListener#bar}, for example. */
  public WriteOptions progress(ProgressListener listener) {
    return new WriteOptions(maxShardBytes, pool, listener, metadata, isResumed, names);
  }

  /**
   * Sets texts by names, which readers find as {@code __metadata__} in each file. Hugging Face's
   * transformers want {@code Map.of("format", "pt")}.
   */
  public WriteOptions metadata(Map<String, String> texts) {
    Map<String, String> copy = Collections.unmodifiableMap(new HashMap<>(texts));
    return new WriteOptions(maxShardBytes, pool, progress, copy, isResumed, names);
  }

  /**
   * Whether files that are there and whole are kept: those with the same header, the same length
   * and the same elements where some of each tensor are compared, since the header does not tell
   * one seed from another. Of weights that a model holds all are compared.
   */
  public WriteOptions resume(boolean keep) {
    return new WriteOptions(maxShardBytes, pool, progress, metadata, keep, names);
  }

  /**
   * Sets other names, such as PyTorch's: the reverse of {@link ReadOptions#names(Map)}.
   *
   * @param modelToFile the file's names by those of the model, which must have them; what is not
   *     there has one name
   */
  public WriteOptions names(Map<String, String> modelToFile) {
    return withNames(new FileNames.Mapped(modelToFile));
  }

  /**
   * Sets other names; needs Android's API level 24.
   *
   * @param modelToFile gives the file's name for one of the model, or null for a parameter that is
   *     to be left out
   */
  @NewerAndroid(24)
  public WriteOptions names(UnaryOperator<String> modelToFile) {
    Objects.requireNonNull(modelToFile, "modelToFile");
    return withNames(modelToFile::apply);
  }

  private WriteOptions withNames(FileNames other) {
    return new WriteOptions(maxShardBytes, pool, progress, metadata, isResumed, other);
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

  FileNames names() {
    return names;
  }
}
