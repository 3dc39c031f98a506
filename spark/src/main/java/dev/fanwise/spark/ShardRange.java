package dev.fanwise.spark;

import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.runtime.LazyParameter;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Bytes of one file, the work of one task.
 *
 * @param shard the file's number in the plan
 * @param from its first byte
 * @param to the byte after its last
 */
record ShardRange(int shard, long from, long to) implements Serializable {
  private static final long serialVersionUID = 1;

  /** Files of ranges are in a folder of this name, until they are joined. */
  static final String FOLDER = "_fanwise";

  long bytes() {
    return to - from;
  }

  boolean isWhole(CheckpointPlan.Shard of) {
    return from == 0 && to == of.length();
  }

  /** Where it is written, seen from the checkpoint's folder. */
  String path(CheckpointPlan.Shard of) {
    return isWhole(of) ? of.file() : FOLDER + "/" + of.file() + "." + from + "-" + to;
  }

  static ShardRange whole(CheckpointPlan plan, int shard) {
    return new ShardRange(shard, 0, plan.shards().get(shard).length());
  }

  /**
   * Cuts a file: between pieces, and never within a tensor that is drawn as a whole.
   *
   * @param limit how many bytes a range has at most, if it can be cut so small
   */
  static List<ShardRange> cut(
      CheckpointPlan plan, int shard, List<LazyParameter> parameters, long limit) {
    List<ShardRange> ranges = new ArrayList<>();
    long start = 0;
    for (CheckpointPlan.Tensor tensor : plan.shards().get(shard).tensors()) {
      long end = tensor.position() + tensor.bytes();
      boolean hasRanges = parameters.get(tensor.parameter()).hasRanges();
      while (end - start > limit) {
        long cut = cut(tensor, start, limit, hasRanges);
        if (cut <= start || cut >= end) {
          break;
        }
        ranges.add(new ShardRange(shard, start, cut));
        start = cut;
      }
    }
    long length = plan.shards().get(shard).length();
    if (start < length || ranges.isEmpty()) {
      ranges.add(new ShardRange(shard, start, length));
    }
    return ranges;
  }

  /** The last place within the limit, or else the first one. */
  private static long cut(CheckpointPlan.Tensor tensor, long start, long limit, boolean hasRanges) {
    long begin = tensor.position();
    if (!hasRanges) {
      return begin > start ? begin : start;
    }
    long last = begin + Math.floorDiv(start + limit - begin, ShardBytes.PIECE) * ShardBytes.PIECE;
    if (last > start && last >= begin) {
      return last;
    }
    long next = begin + (Math.floorDiv(start - begin, ShardBytes.PIECE) + 1) * ShardBytes.PIECE;
    return Math.max(next, begin);
  }
}
