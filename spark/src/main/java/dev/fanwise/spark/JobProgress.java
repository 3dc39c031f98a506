package dev.fanwise.spark;

import dev.fanwise.checkpoint.ProgressListener;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.jdk.javaapi.CollectionConverters;

/** Tells a listener of checkpoints of the tasks that ended well, each once. */
final class JobProgress extends SparkListener {
  private static final String TAGS = "spark.job.tags";

  private final ProgressListener listener;
  private final Work work;
  private final long all;
  private final boolean[] isTold;
  private final Set<Integer> stages = new HashSet<>();
  private long done;
  private String tag;
  private Runnable cancel;
  private RuntimeException failure;

  /**
   * Progress of a job.
   *
   * @param done the bytes that were there before
   * @param all the bytes of all tensors
   */
  JobProgress(ProgressListener listener, Work work, long done, long all) {
    this.listener = listener;
    this.work = work;
    this.done = done;
    this.all = all;
    this.isTold = new boolean[work.tasks()];
  }

  synchronized void listenTo(String jobTag, Runnable whenItFails) {
    tag = jobTag;
    cancel = whenItFails;
  }

  @Override
  public synchronized void onJobStart(SparkListenerJobStart start) {
    String tags = start.properties() == null ? null : start.properties().getProperty(TAGS);
    if (tags != null && List.of(tags.split(",")).contains(tag)) {
      for (Object stage : CollectionConverters.asJava(start.stageIds())) {
        stages.add((Integer) stage);
      }
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
    if (stages.contains(end.stageId()) && end.reason() == Success$.MODULE$) {
      tell(end.taskInfo().index());
    }
  }

  /** Spark's events may come after its job's end. */
  synchronized void finish() {
    for (int task = 0; task < isTold.length; task++) {
      tell(task);
    }
    if (failure != null) {
      throw failure;
    }
  }

  private void tell(int task) {
    if (isTold[task] || failure != null) {
      return;
    }
    isTold[task] = true;
    try {
      for (ShardRange range : work.task(task)) {
        done += bytesOfTensors(range);
        listener.progress(done, all, work.lastTensor(range));
      }
    } catch (RuntimeException e) {
      failure = e;
      cancel.run();
    }
  }

  private long bytesOfTensors(ShardRange range) {
    long data = work.shard(range).length() - work.shard(range).bytes();
    return Math.max(range.to(), data) - Math.max(range.from(), data);
  }

  synchronized RuntimeException failure() {
    return failure;
  }
}
