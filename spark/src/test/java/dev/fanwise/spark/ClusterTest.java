package dev.fanwise.spark;

import static dev.fanwise.spark.Folders.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.checkpoint.WriteOptions;
import dev.fanwise.runtime.DataType;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Executors in processes of their own, which are killed; on local files and on HDFS. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class ClusterTest {
  private static final long SHARD = 2_000_000;
  private static final WriteOptions SHARDS = WriteOptions.defaults().maxShardBytes(SHARD);

  @TempDir static Path shared;
  private static Cluster cluster;
  private static Hdfs hdfs;
  private static JavaSparkContext spark;

  @TempDir Path temporary;
  private Path markers;

  @BeforeAll
  static void start() throws IOException {
    cluster = Cluster.shared();
    hdfs = new Hdfs(shared.resolve("hdfs"));
  }

  @AfterAll
  static void stop() {
    stopApplication();
    hdfs.close();
  }

  /** One application for most tests: starting executors is what takes time. */
  private static JavaSparkContext spark() {
    if (spark == null) {
      spark = cluster.application("tests", 2);
    }
    return spark;
  }

  private static void stopApplication() {
    if (spark != null) {
      spark.close();
      spark = null;
    }
  }

  @BeforeEach
  void folders() throws IOException {
    markers = Files.createDirectory(temporary.resolve("markers"));
  }

  /** Several shards, and a tensor that is larger than one: 8 MB, in pieces of 256 KiB. */
  static TestModel model() {
    TestModel mixed = TestModel.mixed(5);
    mixed.tensors().add(TestModel.ranged("large", DataType.F32, 2000, 1000));
    mixed.tensors().add(TestModel.ranged("last", DataType.F64, 200, 1000));
    return mixed;
  }

  static TestModel.Fault staysInTheLast(Path markers) {
    return Faults.staysIn(markers, "last", 100_000);
  }

  private Path expected(ModelSupplier model, WriteOptions options) throws IOException {
    return Folders.oneMachine(temporary.resolve("expected"), model, options);
  }

  /** A model as users have it, on local files: one of two executors is killed while it writes. */
  @Test
  @Tag("cluster")
  void anExecutorIsKilled() throws Exception {
    ModelSupplier model = () -> NetInitializer.lazyParameters(new Net(2000, 8), 42L);
    WriteOptions options = WriteOptions.defaults().maxShardBytes(20_000_000);
    Path folder = temporary.resolve("folder");
    JavaSparkContext spark = spark();
    Set<Long> before = Cluster.pids(spark);
    CompletableFuture<Void> killer =
        CompletableFuture.runAsync(
            () -> {
              while (largest(folder.resolve("_temporary").toFile()) < 2_000_000) {
                Pause.of(1);
              }
              Cluster.kill(before.iterator().next());
            });
    SparkCheckpoint.write(spark, model, folder.toUri(), options);
    assertTrue(killer.isDone(), "it was too fast to be killed");
    killer.get();
    Set<Long> after = Cluster.pids(spark);
    assertFalse(after.containsAll(before), "none was killed");
    assertSame(expected(model, options), folder);
    assertTrue(SparkCheckpoint.verify(spark, model, folder.toUri()).isSame());
  }

  private static long largest(File file) {
    File[] files = file.listFiles();
    long largest = file.isFile() ? file.length() : 0;
    for (File inside : files == null ? new File[0] : files) {
      largest = Math.max(largest, largest(inside));
    }
    return largest;
  }

  /**
   * On HDFS: an executor is killed in the middle of a tensor that is written in ranges, and a task
   * fails twice.
   */
  @Test
  @Tag("cluster")
  void rangesOnHdfs() throws Exception {
    TestModel model = model();
    Path expected = expected(model, SHARDS);
    URI folder = hdfs.folder("ranges");
    SparkOptions options = SparkOptions.of(SHARDS).rangeBytes(1_000_000);
    JavaSparkContext spark = spark();
    TestModel faulty =
        model.with(
            Faults.both(
                Faults.staysIn(markers, "large", 900_000), Faults.failsTwiceIn("z", 90_000)));
    CompletableFuture<Void> killer = CompletableFuture.runAsync(() -> Cluster.kill(pidIn(markers)));
    SparkWriteReport report = SparkCheckpoint.write(spark, faulty, folder, options);
    killer.get();
    assertSame(expected, hdfs.copy(folder, temporary.resolve("copy")));
    CheckpointPlan plan = Checkpoint.plan(model.get(), SHARDS);
    int number = numberOf(plan, "large");
    String large = plan.shards().get(number).file();
    assertTrue(report.joined().contains(large), report::toString);
    assertTrue(report.tasks() > 10, report::toString);

    // What is whole is kept, joined or not; the rest is drawn again.
    hdfs.files().delete(new org.apache.hadoop.fs.Path(folder + "/" + large), false);
    SparkWriteReport again =
        SparkCheckpoint.write(spark, model, folder, SparkOptions.of(SHARDS.resume(true)));
    assertEquals(plan.shards().size() - 1, again.kept().size());
    assertEquals(List.of(large), again.joined());
    assertEquals(Folders.names(expected), hdfs.names(folder));
    assertTrue(SparkCheckpoint.verify(spark, model, folder).isSame());

    // A driver that died between joining the ranges and naming the file.
    FileSystem files = hdfs.files();
    var whole = new org.apache.hadoop.fs.Path(folder + "/" + large);
    ShardRange first = ShardRange.cut(plan, number, model.get(), SHARD).get(0);
    var ranges = new org.apache.hadoop.fs.Path(folder + "/" + ShardRange.FOLDER);
    files.mkdirs(ranges);
    String range = large + ".0-" + first.to();
    assertTrue(files.rename(whole, new org.apache.hadoop.fs.Path(ranges, range)));
    SparkWriteReport named =
        SparkCheckpoint.write(spark, model, folder, SparkOptions.of(SHARDS.resume(true)));
    assertEquals(plan.shards().size(), named.kept().size());
    assertSame(expected, hdfs.copy(folder, temporary.resolve("named")));
  }

  /** The number of the file that has a tensor. */
  private static int numberOf(CheckpointPlan plan, String tensor) {
    for (int i = 0; i < plan.shards().size(); i++) {
      if (plan.shards().get(i).tensors().stream().anyMatch(one -> one.name().equals(tensor))) {
        return i;
      }
    }
    throw new AssertionError(tensor);
  }

  private static long pidIn(Path markers) {
    try {
      return Long.parseLong(Faults.await(markers, "middle"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A driver dies when some files are whole; who runs the job again keeps them. */
  @Test
  @Order(1) // before there is an application that holds the executors
  @Tag("cluster")
  void aDriverIsKilled() throws Exception {
    stopApplication();
    TestModel model = model();
    Path expected = expected(model, SHARDS);
    URI folder = hdfs.folder("driver");
    Process driver =
        Cluster.java(
            temporary.resolve("driver.log"),
            "127.0.0.1",
            List.of(
                "-cp",
                Cluster.jars() + File.pathSeparator + Cluster.classPath(),
                DriverProcess.class.getName(),
                cluster.url(),
                folder.toString(),
                markers.toString(),
                Long.toString(SHARD)));
    try {
      pidIn(markers);
      while (shards(folder) < 2) {
        assertTrue(driver.isAlive(), "the driver has ended by itself");
        Pause.of(20);
      }
    } finally {
      driver.destroyForcibly().waitFor();
    }
    assertTrue(hdfs.names(folder).contains("_temporary"));
    assertFalse(hdfs.names(folder).contains("model.safetensors.index.json"));
    try (JavaSparkContext spark = cluster.application("again", 2)) {
      SparkWriteReport report = SparkCheckpoint.write(spark, model, folder, SHARDS.resume(true));
      assertTrue(report.kept().size() >= 2, report::toString);
      assertNotEquals(0, report.tasks());
    }
    assertSame(expected, hdfs.copy(folder, temporary.resolve("copy")));
  }

  private static long shards(URI folder) throws IOException {
    return hdfs.names(folder).stream().filter(name -> name.endsWith(".safetensors")).count();
  }

  /** Two attempts of one task are in the middle at the same time, on two machines. */
  @Test
  @Tag("long")
  void twins() throws Exception {
    TestModel model = model();
    Path expected = expected(model, SHARDS);
    stopApplication();
    for (String where : List.of("local", "hdfs")) {
      Path local = temporary.resolve("folder");
      URI folder = where.equals("local") ? local.toUri() : hdfs.folder("twins");
      Files.deleteIfExists(markers.resolve("twin"));
      try (JavaSparkContext spark =
          cluster.application(
              "twins",
              2,
              "spark.speculation",
              "true",
              "spark.speculation.interval",
              "200ms",
              "spark.speculation.multiplier",
              "1.1",
              "spark.speculation.quantile",
              "0.5",
              "spark.speculation.minTaskRuntime",
              "300ms")) {
        TestModel faulty = model.with(Faults.waitsForItsTwinIn(markers, "last", 100_000));
        SparkCheckpoint.write(spark, faulty, folder, SHARDS);
      }
      assertTrue(Files.exists(markers.resolve("twin")), "there was no twin");
      assertSame(
          expected, where.equals("local") ? local : hdfs.copy(folder, temporary.resolve("copy")));
    }
  }
}
