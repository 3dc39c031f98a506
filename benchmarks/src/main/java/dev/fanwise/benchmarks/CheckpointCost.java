package dev.fanwise.benchmarks;

import com.sun.management.OperatingSystemMXBean;
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
 * of Fanwise is loaded: until all is written, and until the disk has it, so that it is idle before
 * the next one. The argument is the folder to write to, which needs 4 GB.
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
      long cpu = cpuNanos();
      double seconds = run(args[0], Path.of(args[1]));
      double cpuSeconds = (cpuNanos() - cpu) * 1e-9;
      double forced = force(Path.of(args[1]).resolve("model.safetensors"));
      System.out.println(seconds + " " + (seconds + forced) + " " + cpuSeconds);
      return;
    }
    Path folder = Path.of(args.length == 1 ? args[0] : System.getProperty("java.io.tmpdir"));
    Path own = Files.createTempDirectory(folder, "fanwise-checkpoint");
    Map<String, Times> times = new TreeMap<>();
    HEAPS.keySet().forEach(way -> times.put(way, new Times()));
    List<String> ways = List.of("buffer", "two", "whole", "one");
    try {
      for (int round = 0; round < ROUNDS; round++) {
        for (String way : ways) {
          fork(way, own, times.get(way), round);
          if (way.equals("two")) {
            fork("read", own, times.get("read"), round);
          }
          Files.delete(own.resolve("model.safetensors"));
        }
      }
    } finally {
      Files.deleteIfExists(own.resolve("model.safetensors"));
      Files.delete(own);
    }
    print(times);
  }

  /** Seconds of each round. */
  private static final class Times {
    final double[] clock = new double[ROUNDS];

    /** By the clock, until the disk has it all. */
    final double[] disk = new double[ROUNDS];

    /** Of all CPUs together, until it is written. */
    final double[] cpu = new double[ROUNDS];
  }

  private static void print(Map<String, Times> times) {
    System.out.printf(
        Locale.ROOT,
        "%,d weights in bfloat16, Java %s; seconds, median of %d (least, most)%n%n"
            + "%-32s %-22s %-22s %s%n",
        BillionInitializer.parameterCount(new Billion()),
        System.getProperty("java.version"),
        ROUNDS,
        "",
        "written",
        "on the disk",
        "of CPUs");
    line("from one ready buffer", times.get("buffer"));
    line("Checkpoint.write, two threads", times.get("two"));
    line("Checkpoint.write, one thread", times.get("one"));
    line("initialize, Safetensors.write", times.get("whole"));
    Times two = times.get("two");
    Times buffer = times.get("buffer");
    double gigabytes = 2e-9 * BillionInitializer.parameterCount(new Billion());
    System.out.printf(
        Locale.ROOT,
        "%nmedians of the rounds' ratios                 written   on the disk%n"
            + "two threads / ready buffer                  %8.2f      %8.2f%n"
            + "initialize, Safetensors.write / two threads %8.2f      %8.2f%n%n"
            + "read, GB per second of a CPU                %8.2f%n",
        ratio(two.clock, buffer.clock),
        ratio(two.disk, buffer.disk),
        ratio(times.get("whole").clock, two.clock),
        ratio(times.get("whole").disk, two.disk),
        gigabytes / median(times.get("read").clock.clone()));
  }

  private static void line(String name, Times times) {
    System.out.printf(
        "%-32s %-22s %-22s %s%n", name, text(times.clock), text(times.disk), text(times.cpu));
  }

  private static String text(double[] seconds) {
    double[] sorted = seconds.clone();
    double median = median(sorted);
    return String.format(
        Locale.ROOT, "%.2f (%.2f, %.2f)", median, sorted[0], sorted[sorted.length - 1]);
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

  /** The seconds until the disk has a file. */
  private static double force(Path file) throws IOException {
    long start = System.nanoTime();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return (System.nanoTime() - start) * 1e-9;
  }

  private static void fork(String way, Path folder, Times times, int round)
      throws IOException, InterruptedException {
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
    String[] seconds = output.trim().split(" ");
    times.clock[round] = Double.parseDouble(seconds[0]);
    times.disk[round] = Double.parseDouble(seconds[1]);
    times.cpu[round] = Double.parseDouble(seconds[2]);
  }

  /** What this process has used of all CPUs, compilers and collectors included. */
  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
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

  /** The seconds of a CPU, not of a clock, and without those that the arrays take. */
  private static double read(Path file) throws IOException {
    Billion model = BillionInitializer.allocate(new Billion());
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Checkpoint.read(
        file, visitor -> BillionInitializer.visitParameters(model, visitor), ReadOptions.strict());
    return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) * 1e-9;
  }
}
