package dev.fanwise.spark;

import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.spark.util.SerializableConfiguration;

/** Which files of the right length are what would be written in their places. */
final class KeptRanges {
  /** So many elements are compared at the beginning, in the middle and at the end of a tensor. */
  private static final int SAMPLE = 1024;

  private final Configuration conf;
  private final Folder folder;

  KeptRanges(Configuration conf, Folder folder) {
    this.conf = conf;
    this.folder = folder;
  }

  /** Those that are, found by the executors. */
  Set<ShardRange> of(SparkJobs jobs, Work work) throws IOException {
    SerializableConfiguration sent = new SerializableConfiguration(conf);
    String directory = folder.toString();
    List<Integer> numbersOfWhole =
        jobs.run(
            "looking for whole files",
            null,
            () ->
                jobs.numbers(work.tasks())
                    .mapPartitions(numbers -> whole(work, numbers, directory, sent))
                    .collect());
    Set<Integer> found = new HashSet<>(numbersOfWhole);
    Set<ShardRange> kept = new HashSet<>();
    int number = 0;
    for (int task = 0; task < work.tasks(); task++) {
      for (ShardRange range : work.task(task)) {
        if (found.contains(number++)) {
          kept.add(range);
        }
      }
    }
    return kept;
  }

  /** On an executor: the numbers of ranges that are whole, counted through all tasks. */
  private static Iterator<Integer> whole(
      Work work, Iterator<Integer> numbers, String directory, SerializableConfiguration conf)
      throws IOException {
    List<Integer> whole = new ArrayList<>();
    List<LazyParameter> parameters = work.model().get();
    Folder folder = Folder.at(directory, conf.value());
    while (numbers.hasNext()) {
      int task = numbers.next();
      int number = 0;
      for (int before = 0; before < task; before++) {
        number += work.task(before).size();
      }
      for (ShardRange range : work.task(task)) {
        if (isWhole(work.shard(range), range, parameters, folder)) {
          whole.add(number);
        }
        number++;
      }
    }
    return whole.iterator();
  }

  /** Whether the header and some elements of each tensor agree: another seed has that header. */
  private static boolean isWhole(
      CheckpointPlan.Shard shard, ShardRange range, List<LazyParameter> parameters, Folder folder)
      throws IOException {
    ShardBytes bytes = new ShardBytes(shard, parameters);
    try (FSDataInputStream in = folder.input(range.path(shard))) {
      Comparison comparison = new Comparison(in, range.from());
      bytes.draw(range.from(), Math.min(range.to(), shard.length() - shard.bytes()), comparison);
      for (CheckpointPlan.Tensor tensor : shard.tensors()) {
        long begin = Math.max(range.from(), tensor.position());
        long end = Math.min(range.to(), tensor.position() + tensor.bytes());
        int width = tensor.dataType().bytes();
        long elements = Math.max(0, end - begin) / width;
        long sample = Math.min(SAMPLE, elements);
        long last = elements - sample;
        for (long from : new long[] {0, last / 2, last}) { // the last lets go of whole tensors
          if (sample > 0 && comparison.isSame()) {
            long at = begin + from * width;
            bytes.draw(at, at + sample * width, comparison);
          }
        }
      }
      return comparison.isSame();
    }
  }
}
