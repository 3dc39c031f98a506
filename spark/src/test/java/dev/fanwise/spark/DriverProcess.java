package dev.fanwise.spark;

import dev.fanwise.checkpoint.WriteOptions;
import java.net.URI;
import java.nio.file.Path;
import org.apache.spark.api.java.JavaSparkContext;

/** A driver that will be killed; see {@link ClusterTest}. */
public final class DriverProcess {
  private DriverProcess() {}

  /** The master's address, the folder, that of the markers, and the bytes of a shard. */
  public static void main(String[] args) throws Exception {
    TestModel model = ClusterTest.model().with(ClusterTest.staysInTheLast(Path.of(args[2])));
    WriteOptions options = WriteOptions.defaults().maxShardBytes(Long.parseLong(args[3]));
    try (JavaSparkContext spark =
        new JavaSparkContext(Cluster.conf("a driver that dies", args[0], 2))) {
      SparkCheckpoint.write(spark, model, URI.create(args[1]), options);
    }
  }
}
