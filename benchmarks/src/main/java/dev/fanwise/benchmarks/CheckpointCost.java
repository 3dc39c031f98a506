package dev.fanwise.benchmarks;

import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.checkpoint.ReadOptions;
import dev.fanwise.checkpoint.Safetensors;
import dev.fanwise.checkpoint.WriteOptions;
import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;

/**
 * What a checkpoint of 2 GB costs: {@link Billion} drawn and written from a heap of 64 MB on two
 * threads and on one; the same bytes written from one ready buffer; and {@code initialize} with
 * {@code Safetensors.write}, from a heap that holds the model. Then it is read into a model that
 * has its arrays, from a heap with no room for a second copy of anything.
 *
 * <p>Each way runs in JVMs of its own, turn by turn, timed inside them from before the first class
 * of Fanwise is loaded; the file is deleted after each turn, and the disk is idle before the next
 * one. The argument is the folder to write to, which needs 4 GB.
 */
public final class CheckpointCost {
  private static final int ROUNDS = 5;

  /** What {@code dd} and copying programs have: large enough, and small enough for a cache. */
  private static final int BUFFER = 1 << 18;

  private static final Map<String, List<String>> HEAPS =
      Map.of(
          "buffer", List.of("-Xmx64m"),
          "one", List.of("-Xmx64m"),
          "two", List.of("-Xmx64m"),
          "whole", List.of("-Xmx2100m", "-Xmn32m", "-XX:+UseSerialGC"),
          "read", List.of("-Xmx2100m", "-Xmn32m", "-XX:+UseSerialGC"));

  private CheckpointCost() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      System.out.println(run(args[0], Path.of(args[1])));
      return;
    }
    Path folder = Path.of(args.length == 1 ? args[0] : System.getProperty("java.io.tmpdir"));
    Path own = Files.createTempDirectory(folder, "fanwise-checkpoint");
    Map<String, double[]> seconds = new TreeMap<>();
    List<String> ways = List.of("buffer", "two", "whole", "one");
    try {
      for (int round = 0; round < ROUNDS; round++) {
        for (String way : ways) {
          seconds.computeIfAbsent(way, unused -> new double[ROUNDS])[round] = fork(way, own);
          if (way.equals("two")) {
            seconds.computeIfAbsent("read", unused -> new double[ROUNDS])[round] =
                fork("read", own);
          }
          delete(own.resolve("model.safetensors"));
        }
      }
    } finally {
      Files.deleteIfExists(own.resolve("model.safetensors"));
      Files.delete(own);
    }
    print(seconds);
  }

  private static void print(Map<String, double[]> seconds) {
    System.out.printf(
        Locale.ROOT,
        "%,d weights in bfloat16, Java %s, seconds, median of %d (least, most)%n",
        BillionInitializer.parameterCount(new Billion()),
        System.getProperty("java.version"),
        ROUNDS);
    line("from one ready buffer", seconds.get("buffer"));
    line("Checkpoint.write, two threads", seconds.get("two"));
    line("Checkpoint.write, one thread", seconds.get("one"));
    line("initialize, Safetensors.write", seconds.get("whole"));
    line("Checkpoint.read, of a CPU", seconds.get("read"));
    System.out.printf(
        Locale.ROOT,
        "medians of the rounds' ratios%n"
            + "  two threads / ready buffer               %5.2f%n"
            + "  initialize, Safetensors.write / two      %5.2f%n"
            + "read, GB per second of a CPU               %5.2f%n",
        ratio(seconds.get("two"), seconds.get("buffer")),
        ratio(seconds.get("whole"), seconds.get("two")),
        2e-9
            * BillionInitializer.parameterCount(new Billion())
            / median(seconds.get("read").clone()));
  }

  private static void line(String name, double[] seconds) {
    double[] sorted = seconds.clone();
    double median = median(sorted);
    System.out.printf(
        Locale.ROOT,
        "  %-32s %6.2f (%.2f, %.2f)%n",
        name,
        median,
        sorted[0],
        sorted[sorted.length - 1]);
  }

  private static double ratio(double[] above, double[] below) {
    double[] ratios = new double[above.length];
    Arrays.setAll(ratios, i -> above[i] / below[i]);
    return median(ratios);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  /** Deletes a file that the disk has: what it is still busy with would be the next one's. */
  private static void delete(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.delete(file);
  }

  private static double fork(String way, Path folder) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(HEAPS.get(way));
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.addAll(List.of(CheckpointCost.class.getName(), way, folder.toString()));
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(way + " failed: " + output);
    }
    return Double.parseDouble(output.trim());
  }

  /** The seconds that one way takes. */
  private static double run(String way, Path folder) throws IOException {
    Path file = folder.resolve("model.safetensors");
    if (way.equals("read")) {
      return read(file);
    }
    long start = System.nanoTime();
    switch (way) {
      case "buffer" -> writeBuffer(file);
      case "one" -> Checkpoint.write(folder, parameters(), options());
      case "two" -> Checkpoint.write(folder, parameters(), options().pool(new ForkJoinPool(2)));
      case "whole" -> {
        Billion model = BillionInitializer.initialize(new Billion(), 42);
        Safetensors.write(file, visitor -> BillionInitializer.visitParameters(model, visitor));
      }
      default -> throw new IllegalArgumentException(way);
    }
    return (System.nanoTime() - start) * 1e-9;
  }

  private static List<LazyParameter> parameters() {
    return BillionInitializer.lazyParameters(new Billion(), 42);
  }

  private static WriteOptions options() {
    return WriteOptions.defaults();
  }

  private static void writeBuffer(Path file) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    long left = 2 * BillionInitializer.parameterCount(new Billion());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      while (left > 0) {
        buffer.clear().limit((int) Math.min(left, BUFFER));
        left -= channel.write(buffer);
      }
    }
  }

  /** The seconds of a CPU, not of a clock: other work does not count. */
  private static double read(Path file) throws IOException {
    Billion model = BillionInitializer.allocate(new Billion());
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Checkpoint.read(
        file, visitor -> BillionInitializer.visitParameters(model, visitor), ReadOptions.strict());
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) * 1e-9;
  }
}
