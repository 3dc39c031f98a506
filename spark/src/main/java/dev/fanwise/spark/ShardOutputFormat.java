package dev.fanwise.spark;

import java.io.IOException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.mapreduce.JobContext;
import org.apache.hadoop.mapreduce.RecordWriter;
import org.apache.hadoop.mapreduce.TaskAttemptContext;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;
import org.apache.hadoop.mapreduce.lib.output.PathOutputCommitter;

/**
 * Writes each record as a file of its own into the folder that Hadoop's committer gives to a task's
 * attempt; what becomes of it, and when, is the committer's. Public because Spark makes it by its
 * name.
 */
public final class ShardOutputFormat extends FileOutputFormat<RangeWriter, NullWritable> {
  /** For Spark. */
  public ShardOutputFormat() {}

  @Override
  public RecordWriter<RangeWriter, NullWritable> getRecordWriter(TaskAttemptContext context)
      throws IOException {
    Path attempt = ((PathOutputCommitter) getOutputCommitter(context)).getWorkPath();
    FileSystem files = attempt.getFileSystem(context.getConfiguration());
    return new RecordWriter<>() {
      @Override
      public void write(RangeWriter range, NullWritable nothing) throws IOException {
        range.write(files, attempt);
      }

      @Override
      public void close(TaskAttemptContext closed) {
        // Each file is closed as soon as it is whole.
      }
    };
  }

  /** A folder that is there is no fault: files are added to it, or replaced. */
  @Override
  public void checkOutputSpecs(JobContext job) throws IOException {
    if (getOutputPath(job) == null) {
      throw new IOException("there is no folder to write to");
    }
  }
}
