package dev.fanwise.spark;

import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.checkpoint.WriteOptions;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Prints how fast one and two executors of one core write, beside as many writers without Spark,
 * each a JVM of its own with one thread. The four take turns, so that whatever else the machine
 * does meets all of them; medians are printed, and their quotients. Each writer draws 3.4 GB.
 */
public final class ScaleTable {
  private static final WriteOptions OPTIONS = WriteOptions.defaults().maxShardBytes(500_000_000);

  private final Path folder;

  private ScaleTable(Path folder) {
    this.folder = folder;
  }

  private static ModelSupplier model(int writers) {
    return new TrialDecoder(42, 8192, 4096, 8 * writers, 11_008);
  }

  private static long bytes(ModelSupplier model) {
    return Checkpoint.plan(model.get(), OPTIONS).totalSize();
  }

  /** A writer without Spark, in a JVM of its own. */
  public static final class Writer {
    private Writer() {}

    /** The folder. Says when it is warm, waits for a line, and says when it is done. */
    public static void main(String[] args) throws IOException {
      Path folder = Path.of(args[0]);
      Checkpoint.write(
          folder.resolve("warm"), new TrialDecoder(1, 8192, 4096, 0, 1).get(), OPTIONS);
      System.out.println("ready");
      System.in.read();
      Checkpoint.write(folder.resolve("model"), model(1).get(), OPTIONS);
      System.out.println("done");
    }
  }

  /** Bytes per second of writers side by side. */
  private double local(int writers) throws Exception {
    List<Process> processes = new ArrayList<>();
    List<BufferedReader> outputs = new ArrayList<>();
    for (int i = 0; i < writers; i++) {
      Path own = Files.createDirectories(folder.resolve("writer" + i));
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-cp",
                  Cluster.classPath(),
                  Writer.class.getName(),
                  own.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      processes.add(process);
      outputs.add(new BufferedReader(new InputStreamReader(process.getInputStream())));
    }
    awaitAll(outputs, "ready");
    long begin = System.nanoTime();
    for (Process process : processes) {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
    }
    awaitAll(outputs, "done");
    double seconds = (System.nanoTime() - begin) / 1e9;
    for (Process process : processes) {
      process.waitFor();
    }
    delete(folder.toFile());
    return writers * bytes(model(1)) / seconds;
  }

  private static void awaitAll(List<BufferedReader> outputs, String line) throws IOException {
    for (BufferedReader output : outputs) {
      String read = output.readLine();
      if (!line.equals(read)) {
        throw new IOException("a writer says " + read + ", not " + line);
      }
    }
  }

  /** Bytes per second of executors that have written a little before. */
  private double spark(Cluster cluster, int executors) throws IOException {
    try (JavaSparkContext spark = cluster.warm("scale", executors)) {
      ModelSupplier warm = new TrialDecoder(1, 8192, 4096, 1, 4096);
      SparkCheckpoint.write(spark, warm, folder.resolve("warm").toUri(), OPTIONS);
      ModelSupplier model = model(executors);
      long begin = System.nanoTime();
      SparkCheckpoint.write(spark, model, folder.resolve("model").toUri(), OPTIONS);
      double seconds = (System.nanoTime() - begin) / 1e9;
      delete(folder.toFile());
      return bytes(model) / seconds;
    }
  }

  private static void delete(File file) {
    File[] inside = file.listFiles();
    if (inside != null) {
      Arrays.stream(inside).forEach(ScaleTable::delete);
    }
    file.delete();
  }

  private void print(int rounds) throws Exception {
    List<double[]> all = new ArrayList<>();
    try (Cluster cluster = new Cluster(folder.resolveSibling("scale-cluster"))) {
      for (int i = 0; i < rounds; i++) {
        Files.createDirectories(folder);
        double[] round = {local(1), local(2), spark(cluster, 1), spark(cluster, 2)};
        all.add(round);
        line("round %d: local %.0f and %.0f MB/s, Spark %.0f and %.0f MB/s", i + 1, round);
      }
    }
    double[] median = new double[4];
    for (int i = 0; i < median.length; i++) {
      int column = i;
      all.sort(Comparator.comparingDouble(round -> round[column]));
      median[i] = all.get(all.size() / 2)[column];
    }
    System.out.println();
    System.out.println("| | one | two | quotient |");
    System.out.println("|---|---|---|---|");
    row("writers without Spark, MB/s", median[0], median[1]);
    row("executors, MB/s", median[2], median[3]);
    System.out.printf(
        Locale.ROOT,
        "| executors by writers | %.2f | %.2f | |%n",
        median[2] / median[0],
        median[3] / median[1]);
  }

  private static void line(String format, int number, double[] values) {
    System.out.printf(
        Locale.ROOT,
        format + "%n",
        number,
        values[0] / 1e6,
        values[1] / 1e6,
        values[2] / 1e6,
        values[3] / 1e6);
  }

  private static void row(String name, double one, double two) {
    System.out.printf(
        Locale.ROOT, "| %s | %.0f | %.0f | %.2f |%n", name, one / 1e6, two / 1e6, two / one);
  }

  /** The folder for what is written, which is deleted again, and the number of rounds. */
  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]).toAbsolutePath().resolve("scale");
    new ScaleTable(folder).print(args.length > 1 ? Integer.parseInt(args[1]) : 5);
  }
}
