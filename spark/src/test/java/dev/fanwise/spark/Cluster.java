package dev.fanwise.spark;

import dev.fanwise.HalfPrecision;
import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.runtime.Fill;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A cluster of this machine: a master and two workers in processes of their own, under addresses of
 * their own, of Spark's jars in {@code SPARK_HOME}. Executors have 512 MB and one core each.
 */
final class Cluster implements AutoCloseable {
  /** What processes that live for seconds start faster with. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  private static Cluster shared;

  private final List<Process> processes = new ArrayList<>();
  private final Path folder;
  private final String url;

  Cluster(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    int port = freePort();
    this.url = "spark://127.0.0.1:" + port;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    start("master", "127.0.0.1", "master.Master", "--port", Integer.toString(port));
    for (int i = 2; i <= 3; i++) {
      String name = "worker" + i;
      Path work = Files.createDirectories(folder.resolve(name));
      start(
          name,
          "127.0.0." + i,
          "worker.Worker",
          "--cores",
          "1",
          "--memory",
          "512M",
          "-d",
          work.toString(),
          url);
    }
  }

  /** The cluster of this JVM's tests, which ends with it. */
  static synchronized Cluster shared() throws IOException {
    if (shared == null) {
      shared = new Cluster(Files.createTempDirectory("fanwise-cluster"));
    }
    return shared;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private void start(String name, String host, String type, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("-Xmx256m", "-cp", jars()));
    command.add("org.apache.spark.deploy." + type);
    command.addAll(List.of("--host", host, "--webui-port", "0"));
    command.addAll(List.of(arguments));
    processes.add(java(folder.resolve(name + ".log"), host, command));
  }

  /** Starts a JVM whose output goes to a file. */
  static Process java(Path log, String host, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(QUICK.split(" ")));
    command.add(log());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("SPARK_LOCAL_IP", host);
    return builder.start();
  }

  static String jars() {
    return Path.of(System.getenv("SPARK_HOME"), "jars", "*").toString();
  }

  /** Only what goes wrong, or what is asked for. */
  private static String log() throws IOException {
    try {
      Path file =
          Path.of(Cluster.class.getResource("/log4j2-test.properties").toURI()).toAbsolutePath();
      return "-Dlog4j2.configurationFile=" + file;
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** The places of Fanwise's and the tests' classes. */
  static String classPath() {
    Set<String> places = new TreeSet<>();
    for (Class<?> type :
        List.of(
            SparkCheckpoint.class,
            Cluster.class,
            Checkpoint.class,
            Fill.class,
            HalfPrecision.class)) {
      try {
        places.add(
            Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
    return String.join(File.pathSeparator, places);
  }

  String url() {
    return url;
  }

  /** An application for tests, with this many executors, which are all there. */
  JavaSparkContext application(String name, int executors, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.addAll(List.of("spark.executor.extraJavaOptions", QUICK));
    return warm(name, executors, all.toArray(String[]::new));
  }

  /** An application with this many executors, which are all there. */
  JavaSparkContext warm(String name, int executors, String... settings) {
    JavaSparkContext spark = new JavaSparkContext(conf(name, url, executors, settings));
    while (pids(spark).size() < executors) {
      Pause.of(50);
    }
    return spark;
  }

  static SparkConf conf(String name, String url, int executors, String... settings) {
    SparkConf conf =
        new SparkConf()
            .setMaster(url)
            .setAppName(name)
            .set("spark.ui.enabled", "false")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.executor.memory", "512m")
            .set("spark.executor.cores", "1")
            .set("spark.cores.max", Integer.toString(executors))
            .set("spark.executor.extraClassPath", classPath())
            .set("spark.scheduler.minRegisteredResourcesRatio", "1")
            .set("spark.scheduler.maxRegisteredResourcesWaitingTime", "120s");
    for (int i = 0; i < settings.length; i += 2) {
      conf.set(settings[i], settings[i + 1]);
    }
    return conf;
  }

  /** The processes of an application's executors. */
  static Set<Long> pids(JavaSparkContext spark) {
    return new TreeSet<>(
        spark
            .parallelize(List.of(1, 2, 3, 4), 4)
            .map(
                number -> {
                  Pause.of(150);
                  return ProcessHandle.current().pid();
                })
            .collect());
  }

  /** As kill -9 does. */
  static void kill(long pid) {
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.destroy();
    }
    for (Process process : processes) {
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    processes.clear();
  }
}
