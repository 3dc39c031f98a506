package dev.fanwise.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.checkpoint.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two executors of 512 MB write 10 GB in shards of 5 GB; needs 11 GB of disk. */
@Tag("long")
class LargeShardsTest {
  @TempDir Path temporary;

  @Test
  void tenTimesTheMemory() throws Exception {
    // Two tensors of 5 GB less a little, one in each file.
    ModelSupplier model = new TrialDecoder(42, 610_000, 4096, 0, 1);
    Path folder = temporary.resolve("folder");
    try (Cluster cluster = new Cluster(temporary.resolve("cluster"));
        JavaSparkContext spark = cluster.warm("large", 2)) {
      Set<Long> pids = Cluster.pids(spark);
      SparkWriteReport report =
          SparkCheckpoint.write(spark, model, folder.toUri(), WriteOptions.defaults());
      assertEquals(2, report.tasks());
      assertEquals(
          List.of(
              "model-00001-of-00002.safetensors",
              "model-00002-of-00002.safetensors",
              "model.safetensors.index.json"),
          Folders.names(folder));
      assertTrue(report.totalSize() > 9_900_000_000L, report::toString);
      assertEquals(pids, Cluster.pids(spark)); // none ran out of memory
      Set<String> peaks = new HashSet<>();
      for (long pid : pids) {
        peaks.add(peak(pid));
      }
      System.out.println("LargeShardsTest: peak memory of the executors: " + peaks);
      assertTrue(SparkCheckpoint.verify(spark, model, folder.toUri()).isSame());
    }
  }

  /** The most memory that a process has had, as Linux counts it. */
  private static String peak(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .findFirst()
        .orElseThrow()
        .replaceAll("\\s+", " ");
  }
}
