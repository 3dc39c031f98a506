package dev.fanwise.spark;

import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.util.LongAccumulator;

/** Draws one range into a file: the record that Spark hands to {@link ShardOutputFormat}. */
public final class RangeWriter {
  private final CheckpointPlan.Shard shard;
  private final ShardRange range;
  private final List<LazyParameter> parameters;
  private final LongAccumulator bytes;

  RangeWriter(
      CheckpointPlan.Shard shard,
      ShardRange range,
      List<LazyParameter> parameters,
      LongAccumulator bytes) {
    this.shard = shard;
    this.range = range;
    this.parameters = parameters;
    this.bytes = bytes;
  }

  /**
   * Writes the file in the folder of a task's attempt.
   *
   * @throws IOException with the names of the file and the tensor, if it fails
   */
  void write(FileSystem files, Path attempt) throws IOException {
    String path = range.path(shard);
    String[] at = {"the header"};
    try (RangeOutput out = RangeOutput.create(files, new Path(attempt, path))) {
      new ShardBytes(shard, parameters, out.buffer())
          .draw(
              range.from(),
              range.to(),
              (piece, position, what) -> {
                at[0] = what;
                checkRunning();
                int length = piece.remaining();
                out.write(piece);
                bytes.add(length);
              });
    } catch (IOException e) {
      String reason = e instanceof ClosedByInterruptException ? "interrupted" : e.getMessage();
      throw new IOException(path + ": " + reason + ", while writing " + at[0], e);
    }
  }

  /** A task that is not wanted any more, such as a slower twin, ends at its next piece. */
  static void checkRunning() {
    TaskContext task = TaskContext.get();
    if (task != null && task.isInterrupted()) {
      throw new TaskKilledException("no longer wanted");
    }
  }
}
