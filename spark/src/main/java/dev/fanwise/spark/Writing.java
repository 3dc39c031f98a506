package dev.fanwise.spark;

import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.lib.output.FileOutputCommitter;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;
import scala.Tuple2;

/** One checkpoint that Spark writes, as its driver sees it. */
final class Writing {
  private static final String ALGORITHM = FileOutputCommitter.FILEOUTPUTCOMMITTER_ALGORITHM_VERSION;

  private final JavaSparkContext spark;
  private final SparkJobs jobs;
  private final ModelSupplier model;
  private final List<LazyParameter> parameters;
  private final CheckpointPlan plan;
  private final SparkOptions options;
  private final Configuration conf;
  private final Folder folder;

  /** The ranges of each file that is written as several. */
  private final Map<Integer, List<ShardRange>> joined = new LinkedHashMap<>();

  Writing(
      JavaSparkContext spark,
      ModelSupplier model,
      List<LazyParameter> parameters,
      CheckpointPlan plan,
      URI directory,
      SparkOptions options)
      throws IOException {
    this.spark = spark;
    this.model = model;
    this.parameters = parameters;
    this.plan = plan;
    this.options = options;
    this.conf = configuration(spark);
    this.folder = new Folder(directory, conf);
    this.jobs = new SparkJobs(spark, folder.toString());
  }

  /**
   * How the committer is set, where the user has not: its second algorithm gives a file its name as
   * soon as its task is done, so that whole files outlive the driver. That some may be there of a
   * job that fails, or be named twice by twins, does no harm: an attempt has one file to rename,
   * all attempts' bytes are the same, and no index tells of them.
   */
  private static Configuration configuration(JavaSparkContext spark) {
    Configuration conf = Folder.configuration(spark.hadoopConfiguration());
    if (!spark.getConf().contains("spark.hadoop." + ALGORITHM)) {
      conf.setInt(ALGORITHM, 2);
    }
    conf.setBoolean(FileOutputCommitter.SUCCESSFUL_JOB_OUTPUT_DIR_MARKER, false);
    return conf;
  }

  SparkWriteReport write() throws IOException {
    folder.prepare();
    folder.deleteAttempts();
    boolean isResumed = options.write().isResumed();
    if (!isResumed) {
      folder.deleteRanges();
    }
    List<ShardRange> ranges = ranges(isResumed);
    Set<ShardRange> kept = isResumed ? kept(ranges) : Set.of();
    List<ShardRange> missing = new ArrayList<>(ranges);
    missing.removeAll(kept);
    if (!missing.isEmpty()) {
      folder.delete(plan.indexFile()); // it must not tell of a model that is partly another
      write(missing, kept);
    } else {
      tell(kept);
    }
    for (Map.Entry<Integer, List<ShardRange>> one : joined.entrySet()) {
      join(plan.shards().get(one.getKey()), one.getValue());
    }
    return finish(ranges, kept, missing);
  }

  /** The whole of each file, or its ranges where the file system joins them. */
  private List<ShardRange> ranges(boolean isResumed) throws IOException {
    List<ShardRange> ranges = new ArrayList<>();
    boolean joins = folder.joins();
    long limit = Math.min(options.rangeBytes(), options.write().maxShardBytes());
    for (int i = 0; i < plan.shards().size(); i++) {
      CheckpointPlan.Shard shard = plan.shards().get(i);
      List<ShardRange> cut =
          joins && shard.bytes() > limit
              ? ShardRange.cut(plan, i, parameters, limit)
              : List.of(ShardRange.whole(plan, i));
      if (cut.size() > 1 && isResumed && finishJoin(shard, cut)) {
        cut = List.of(ShardRange.whole(plan, i));
      }
      if (cut.size() > 1) {
        joined.put(i, cut);
      }
      ranges.addAll(cut);
    }
    return ranges;
  }

  /** Whether the file is there, or joined by a driver that died before it could name it. */
  private boolean finishJoin(CheckpointPlan.Shard shard, List<ShardRange> cut) throws IOException {
    String first = cut.get(0).path(shard);
    if (folder.length(first) == shard.length()) {
      folder.rename(first, shard.file());
    }
    return folder.length(shard.file()) == shard.length();
  }

  private Set<ShardRange> kept(List<ShardRange> ranges) throws IOException {
    Map<String, Long> lengths = folder.lengths();
    List<ShardRange> candidates = new ArrayList<>();
    for (ShardRange range : ranges) {
      String path = range.path(plan.shards().get(range.shard()));
      if (lengths.getOrDefault(path, -1L) == range.bytes()) {
        candidates.add(range);
      }
    }
    return candidates.isEmpty()
        ? Set.of()
        : new KeptRanges(conf, folder).of(jobs, work(candidates));
  }

  private Work work(List<ShardRange> ranges) {
    return new Work(plan, model, ranges, options.partitions());
  }

  private void write(List<ShardRange> missing, Set<ShardRange> kept) throws IOException {
    Work work = work(missing);
    LongAccumulator bytes = spark.sc().longAccumulator("Fanwise: bytes written");
    Job job = Job.getInstance(conf);
    job.setOutputFormatClass(ShardOutputFormat.class);
    job.setOutputKeyClass(RangeWriter.class);
    job.setOutputValueClass(NullWritable.class);
    FileOutputFormat.setOutputPath(job, folder.path());
    long before = kept.stream().mapToLong(range -> plan.shards().get(range.shard()).bytes()).sum();
    JobProgress progress =
        new JobProgress(options.write().progress(), work, before, plan.totalSize());
    jobs.run(
        "writing " + count(missing),
        progress,
        () -> {
          jobs.numbers(work.tasks())
              .mapPartitionsToPair(numbers -> writers(work, numbers, bytes))
              .saveAsNewAPIHadoopDataset(job.getConfiguration());
          return null;
        });
    progress.finish();
  }

  private String count(List<ShardRange> ranges) {
    long whole = ranges.stream().filter(one -> one.isWhole(plan.shards().get(one.shard()))).count();
    long parts = ranges.size() - whole;
    return whole
        + (whole == 1 ? " file" : " files")
        + (parts > 0 ? " and " + parts + " ranges" : "");
  }

  /** On an executor: what its task is to write, with the model's parameters listed once. */
  private static Iterator<Tuple2<RangeWriter, NullWritable>> writers(
      Work work, Iterator<Integer> numbers, LongAccumulator bytes) {
    List<Tuple2<RangeWriter, NullWritable>> writers = new ArrayList<>();
    List<LazyParameter> parameters = work.model().get();
    while (numbers.hasNext()) {
      for (ShardRange range : work.task(numbers.next())) {
        RangeWriter writer = new RangeWriter(work.shard(range), range, parameters, bytes);
        writers.add(new Tuple2<>(writer, NullWritable.get()));
      }
    }
    return writers.iterator();
  }

  private void tell(Set<ShardRange> kept) {
    Work work = work(new ArrayList<>(kept));
    new JobProgress(options.write().progress(), work, 0, plan.totalSize()).finish();
  }

  private void join(CheckpointPlan.Shard shard, List<ShardRange> ranges) throws IOException {
    List<String> paths = ranges.stream().map(range -> range.path(shard)).toList();
    folder.join(paths);
    folder.rename(paths.get(0), shard.file());
  }

  private SparkWriteReport finish(
      List<ShardRange> ranges, Set<ShardRange> kept, List<ShardRange> missing) throws IOException {
    Map<String, Long> lengths = folder.lengths();
    List<String> files = new ArrayList<>();
    List<String> keptFiles = new ArrayList<>();
    List<String> joinedFiles = new ArrayList<>();
    for (int i = 0; i < plan.shards().size(); i++) {
      CheckpointPlan.Shard shard = plan.shards().get(i);
      if (lengths.getOrDefault(shard.file(), -1L) != shard.length()) {
        throw new IOException(
            folder
                + "/"
                + shard.file()
                + " was changed or deleted by another while it was written");
      }
      files.add(shard.file());
      if (kept.contains(ShardRange.whole(plan, i))) {
        keptFiles.add(shard.file());
      }
      if (joined.containsKey(i)) {
        joinedFiles.add(shard.file());
      }
    }
    if (plan.isSharded()) {
      folder.delete(Folder.single());
      folder.writeIndex(plan);
      files.add(plan.indexFile());
    }
    folder.deleteOthers(plan, new HashSet<>(files));
    folder.deleteRanges();
    int tasks = missing.isEmpty() ? 0 : work(missing).tasks();
    int tensors = plan.shards().stream().mapToInt(shard -> shard.tensors().size()).sum();
    return new SparkWriteReport(files, keptFiles, joinedFiles, plan.totalSize(), tensors, tasks);
  }
}
