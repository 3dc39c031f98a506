package dev.fanwise.spark;

import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.SerializableConfiguration;

/** One checkpoint that Spark compares with its model, as its driver sees it. */
final class Verifying {
  private final JavaSparkContext spark;
  private final ModelSupplier model;
  private final SparkOptions options;
  private final Configuration conf;
  private final Folder folder;

  Verifying(JavaSparkContext spark, ModelSupplier model, URI directory, SparkOptions options)
      throws IOException {
    this.spark = spark;
    this.model = model;
    this.options = options;
    this.conf = Folder.configuration(spark.hadoopConfiguration());
    this.folder = new Folder(directory, conf);
  }

  VerifyReport verify() throws IOException {
    List<LazyParameter> parameters = model.get();
    CheckpointPlan plan = CheckpointPlan.of(folder.toString(), folder, parameters);
    List<ShardRange> ranges = new ArrayList<>();
    for (int i = 0; i < plan.shards().size(); i++) {
      ranges.addAll(ShardRange.cut(plan, i, parameters, options.rangeBytes()));
    }
    Work work = new Work(plan, model, ranges, options.partitions());
    LongAccumulator bytes = spark.sc().longAccumulator("Fanwise: bytes compared");
    SerializableConfiguration sent = new SerializableConfiguration(conf);
    String directory = folder.toString();
    SparkJobs jobs = new SparkJobs(spark, directory);
    JobProgress progress = new JobProgress(options.write().progress(), work, 0, plan.totalSize());
    List<long[]> differences =
        jobs.run(
            "comparing " + plan.shards().size() + " files",
            progress,
            () ->
                jobs.numbers(work.tasks())
                    .mapPartitions(numbers -> compare(work, numbers, directory, sent, bytes))
                    .collect());
    progress.finish();
    Optional<long[]> first =
        differences.stream()
            .min(Comparator.<long[]>comparingLong(at -> at[0]).thenComparingLong(at -> at[1]));
    return new VerifyReport(
        plan.shards().stream().map(CheckpointPlan.Shard::file).toList(),
        parameters.size(),
        plan.totalSize(),
        first.isPresent() ? difference(plan, parameters, first.get()) : null);
  }

  /** On an executor: numbers of files with the place of a range's first difference in them. */
  private static Iterator<long[]> compare(
      Work work,
      Iterator<Integer> numbers,
      String directory,
      SerializableConfiguration conf,
      LongAccumulator bytes)
      throws IOException {
    List<long[]> differences = new ArrayList<>();
    List<LazyParameter> parameters = work.model().get();
    Folder folder = Folder.at(directory, conf.value());
    while (numbers.hasNext()) {
      for (ShardRange range : work.task(numbers.next())) {
        CheckpointPlan.Shard shard = work.shard(range);
        try (FSDataInputStream in = folder.input(shard.file())) {
          Comparison comparison = new Comparison(in, 0);
          new ShardBytes(shard, parameters)
              .draw(
                  range.from(),
                  range.to(),
                  (piece, position, what) -> {
                    comparison.accept(piece, position, what);
                    bytes.add(piece.remaining());
                  });
          if (!comparison.isSame()) {
            differences.add(new long[] {range.shard(), comparison.difference()});
          }
        } catch (IOException e) {
          throw new IOException(folder + "/" + shard.file() + ": " + e.getMessage(), e);
        }
      }
    }
    return differences.iterator();
  }

  /** Draws and reads one element again, to tell of it. */
  private Difference difference(CheckpointPlan plan, List<LazyParameter> parameters, long[] place)
      throws IOException {
    CheckpointPlan.Shard shard = plan.shards().get((int) place[0]);
    for (CheckpointPlan.Tensor tensor : shard.tensors()) {
      long at = place[1] - tensor.position();
      if (at >= 0 && at < tensor.bytes()) {
        LazyParameter parameter = parameters.get(tensor.parameter());
        long element = at / tensor.dataType().bytes();
        long position = tensor.position() + element * tensor.dataType().bytes();
        Element drawn = Element.drawn(parameter, element);
        Element stored;
        try (FSDataInputStream in = folder.input(shard.file())) {
          stored = Element.read(in, position, tensor.dataType());
        }
        return new Difference(
            shard.file(),
            position,
            tensor.name(),
            Element.index(parameter.info().shape(), element),
            drawn.value(),
            drawn.bits(),
            stored.value(),
            stored.bits());
      }
    }
    throw new IOException(folder + "/" + shard.file() + " was changed while it was read");
  }
}
