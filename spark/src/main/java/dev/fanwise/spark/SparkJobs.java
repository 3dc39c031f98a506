package dev.fanwise.spark;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** Runs jobs under names that Spark's pages show, and leaves none behind when one fails. */
final class SparkJobs {
  private static final String STAGE_NAME = "callSite.short";
  private static final String DESCRIPTION = "spark.job.description";

  private final JavaSparkContext spark;
  private final String directory;

  SparkJobs(JavaSparkContext spark, String directory) {
    this.spark = spark;
    this.directory = directory;
  }

  /** What is run. */
  interface Job<T> {
    T run() throws IOException;
  }

  /** The numbers of tasks, one in each partition. */
  JavaRDD<Integer> numbers(int tasks) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      numbers.add(i);
    }
    return spark.parallelize(numbers, Math.max(1, tasks));
  }

  /**
   * Runs a job.
   *
   * @param name what its stage is called
   * @param progress hears of its tasks, or null
   * @throws InterruptedIOException if the thread is interrupted; the job is cancelled
   */
  <T> T run(String name, JobProgress progress, Job<T> job) throws IOException {
    String tag = "fanwise-" + UUID.randomUUID();
    String stageBefore = spark.getLocalProperty(STAGE_NAME);
    String descriptionBefore = spark.getLocalProperty(DESCRIPTION);
    spark.addJobTag(tag);
    spark.setLocalProperty(STAGE_NAME, "Fanwise: " + name);
    spark.setJobDescription("Fanwise: " + name + ", " + directory);
    if (progress != null) {
      progress.listenTo(tag, () -> spark.cancelJobsWithTag(tag));
      spark.sc().addSparkListener(progress);
    }
    boolean isDone = false;
    try {
      T result = job.run();
      isDone = true;
      return result;
    } catch (Exception e) {
      throw failure(name, progress, e);
    } finally {
      if (!isDone) {
        spark.cancelJobsWithTag(tag);
      }
      if (progress != null) {
        spark.sc().removeSparkListener(progress);
      }
      spark.removeJobTag(tag);
      spark.setLocalProperty(STAGE_NAME, stageBefore);
      spark.setLocalProperty(DESCRIPTION, descriptionBefore);
    }
  }

  private IOException failure(String name, JobProgress progress, Exception e) {
    if (progress != null && progress.failure() != null) {
      throw progress.failure();
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InterruptedException) {
        Thread.currentThread().interrupt();
        InterruptedIOException interrupted =
            new InterruptedIOException(directory + ": interrupted while " + name);
        interrupted.initCause(e);
        return interrupted;
      }
    }
    Throwable first = e;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    Object what = first instanceof IOException ? first.getMessage() : first;
    return new IOException(directory + ": " + name + " failed: " + what, e);
  }
}
