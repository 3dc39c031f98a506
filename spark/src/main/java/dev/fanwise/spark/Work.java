package dev.fanwise.spark;

import dev.fanwise.checkpoint.CheckpointPlan;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Ranges shared among tasks, the larger tasks first, so that none of them is the last to begin. It
 * travels inside the closures of Spark's jobs, with the plan and what lists the parameters.
 */
final class Work implements Serializable {
  private static final long serialVersionUID = 1;

  private final CheckpointPlan plan;
  private final ModelSupplier model;
  private final ArrayList<ArrayList<ShardRange>> tasks;

  Work(CheckpointPlan plan, ModelSupplier model, List<ShardRange> ranges, int partitions) {
    this.plan = plan;
    this.model = model;
    this.tasks = share(ranges, partitions);
  }

  /** The largest range first, each to the task that has least. */
  static ArrayList<ArrayList<ShardRange>> share(List<ShardRange> ranges, int partitions) {
    int number = partitions == 0 ? ranges.size() : Math.min(partitions, ranges.size());
    List<ShardRange> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingLong(ShardRange::bytes).reversed()); // stable
    PriorityQueue<Load> loads = new PriorityQueue<>(Load.LEAST);
    ArrayList<ArrayList<ShardRange>> tasks = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      tasks.add(new ArrayList<>());
      loads.add(new Load(i, 0));
    }
    for (ShardRange range : sorted) {
      Load least = loads.remove();
      tasks.get(least.task).add(range);
      loads.add(new Load(least.task, least.bytes + range.bytes()));
    }
    tasks.sort(Comparator.comparingLong(Work::bytesOf).reversed());
    return tasks;
  }

  private record Load(int task, long bytes) {
    private static final Comparator<Load> LEAST =
        Comparator.comparingLong(Load::bytes).thenComparingInt(Load::task);
  }

  static long bytesOf(List<ShardRange> task) {
    return task.stream().mapToLong(ShardRange::bytes).sum();
  }

  CheckpointPlan plan() {
    return plan;
  }

  ModelSupplier model() {
    return model;
  }

  List<ShardRange> task(int number) {
    return tasks.get(number);
  }

  int tasks() {
    return tasks.size();
  }

  long bytes() {
    return tasks.stream().mapToLong(Work::bytesOf).sum();
  }

  CheckpointPlan.Shard shard(ShardRange range) {
    return plan.shards().get(range.shard());
  }

  /** The last tensor of a range, for those who hear of progress. */
  String lastTensor(ShardRange range) {
    String last = "the header";
    for (CheckpointPlan.Tensor tensor : shard(range).tensors()) {
      if (tensor.position() < range.to()) {
        last = tensor.name();
      }
    }
    return last;
  }
}
