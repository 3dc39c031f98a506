package dev.fanwise.spark;

import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.checkpoint.WriteOptions;
import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Writes and checks a model's files with Spark, on any file system of Hadoop's.
 *
 * <pre>{@code
 * SparkCheckpoint.write(
 *     spark, () -> NetInitializer.lazyParameters(new Net(), 42L),
 *     URI.create("hdfs://namenode/models/net"), WriteOptions.defaults());
 * }</pre>
 *
 * <p>The files are those of {@link Checkpoint#write}, byte for byte, whatever the number of tasks
 * and executors, and however often a task was tried. What travels to the executors is the plan and
 * what lists the parameters; weights are drawn where they are written, a piece of 256 KiB at a
 * time, but for tensors that are drawn whole.
 */
public final class SparkCheckpoint {
  private SparkCheckpoint() {}

  /** As {@link #write(JavaSparkContext, ModelSupplier, URI, SparkOptions)}. */
  public static SparkWriteReport write(
      JavaSparkContext spark, ModelSupplier model, URI directory, WriteOptions options)
      throws IOException {
    return write(spark, model, directory, SparkOptions.of(options));
  }

  /** As {@link #write(JavaSparkContext, ModelSupplier, URI, SparkOptions)}. */
  public static SparkWriteReport write(
      SparkSession spark, ModelSupplier model, URI directory, WriteOptions options)
      throws IOException {
    return write(spark, model, directory, SparkOptions.of(options));
  }

  /** As {@link #write(JavaSparkContext, ModelSupplier, URI, SparkOptions)}. */
  public static SparkWriteReport write(
      SparkSession spark, ModelSupplier model, URI directory, SparkOptions options)
      throws IOException {
    return write(context(spark), model, directory, options);
  }

  /**
   * Writes a model's files, each the work of one task, or less than one.
   *
   * <p>A file has its name when it is whole: until then it is in the folder that Hadoop's output
   * committer gives to the task's attempt. The index comes last; as long as it is not there the
   * folder holds no model of several files. If the job fails, or the driver dies, files that were
   * whole stay, and with {@link WriteOptions#resume} the next run keeps them. Files of an earlier
   * model with these names are replaced, and those that the new model has no use for are deleted at
   * the end. One job at a time may write to a folder.
   *
   * <p>A file of more than {@link SparkOptions#rangeBytes} bytes, and a tensor larger than a shard,
   * is drawn in ranges by several tasks where the file system can join files without copying them
   * (HDFS), else by one task; {@link SparkWriteReport#joined} says which.
   *
   * @param model lists the parameters, here and on the executors
   * @param directory the folder, which is made if it is missing
   * @throws java.io.InterruptedIOException if the thread is interrupted; the job is cancelled
   * @throws IOException if writing fails
   * @throws IllegalArgumentException if a file cannot have the names or the metadata; then nothing
   *     is written
   */
  public static SparkWriteReport write(
      JavaSparkContext spark, ModelSupplier model, URI directory, SparkOptions options)
      throws IOException {
    List<LazyParameter> parameters = model.get();
    CheckpointPlan plan = Checkpoint.plan(parameters, options.write());
    return new Writing(spark, model, parameters, plan, directory, options).write();
  }

  /** As {@link #write(JavaSparkContext, ModelSupplier, CheckpointPlan, URI, SparkOptions)}. */
  public static SparkWriteReport write(
      SparkSession spark,
      ModelSupplier model,
      CheckpointPlan plan,
      URI directory,
      SparkOptions options)
      throws IOException {
    return write(context(spark), model, plan, directory, options);
  }

  /**
   * As {@link #write(JavaSparkContext, ModelSupplier, URI, SparkOptions)}, by a plan that was made
   * before, or read from the files of another checkpoint of the model.
   *
   * @param plan which tensor goes where; sizes and metadata of the options have no part
   * @throws IllegalStateException if the plan is one of other parameters
   */
  public static SparkWriteReport write(
      JavaSparkContext spark,
      ModelSupplier model,
      CheckpointPlan plan,
      URI directory,
      SparkOptions options)
      throws IOException {
    List<LazyParameter> parameters = model.get();
    plan.shards().forEach(shard -> ShardBytes.check(shard, parameters));
    return new Writing(spark, model, parameters, plan, directory, options).write();
  }

  /** As {@link #verify(JavaSparkContext, ModelSupplier, URI, SparkOptions)}. */
  public static VerifyReport verify(JavaSparkContext spark, ModelSupplier model, URI directory)
      throws IOException {
    return verify(spark, model, directory, SparkOptions.defaults());
  }

  /** As {@link #verify(JavaSparkContext, ModelSupplier, URI, SparkOptions)}. */
  public static VerifyReport verify(SparkSession spark, ModelSupplier model, URI directory)
      throws IOException {
    return verify(spark, model, directory, SparkOptions.defaults());
  }

  /** As {@link #verify(JavaSparkContext, ModelSupplier, URI, SparkOptions)}. */
  public static VerifyReport verify(
      SparkSession spark, ModelSupplier model, URI directory, SparkOptions options)
      throws IOException {
    return verify(context(spark), model, directory, options);
  }

  /**
   * Draws each byte of a model's files again, in parallel, and compares it with what is there.
   * Nothing is written. The files may have been shared and written by whomever.
   *
   * @param model lists the parameters, here and on the executors
   * @param directory the folder of the files
   * @param options how many tasks there are, how much each draws, and who hears of progress
   * @return whether all is as drawn, or the first element that is not
   * @throws IllegalArgumentException if names, shapes or types are not those of the model, with all
   *     differences
   * @throws dev.fanwise.checkpoint.MalformedFileException if the format does not allow what is in
   *     the files
   * @throws IOException if reading fails, or a file is missing
   */
  public static VerifyReport verify(
      JavaSparkContext spark, ModelSupplier model, URI directory, SparkOptions options)
      throws IOException {
    return new Verifying(spark, model, directory, options).verify();
  }

  private static JavaSparkContext context(SparkSession spark) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext());
  }
}
