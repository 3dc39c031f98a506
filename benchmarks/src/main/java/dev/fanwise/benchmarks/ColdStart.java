package dev.fanwise.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How long a fresh JVM takes for the weights of a 784-256-128-10 network, 235,146 parameters: the
 * generated initialiser beside the plain {@code java.util.Random} loop, each also with an archive
 * of the application's classes and, from JDK 25 on, with an ahead-of-time cache. Medians over fresh
 * processes, timed inside them from before the first class of either way is loaded.
 */
public final class ColdStart {
  private static final int PROCESSES = 21;

  private ColdStart() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 1) {
      long start = System.nanoTime();
      Object weights = initialise(args[0]);
      long nanos = System.nanoTime() - start;
      System.out.println(weights == null ? -1 : nanos);
      return;
    }
    System.out.printf(
        "ms in a fresh JVM, median of %d (least, most), Java %s%n",
        PROCESSES, System.getProperty("java.version"));
    Path folder = Files.createTempDirectory("fanwise-cold");
    for (String way : List.of("xavier", "random", "kaiming", "randomGaussian")) {
      print(way, "", List.of());
      Path archive = folder.resolve(way + ".jsa");
      time(way, List.of("-XX:ArchiveClassesAtExit=" + archive));
      print(way, ", archived", List.of("-Xshare:on", "-XX:SharedArchiveFile=" + archive));
      Files.delete(archive);
      if (Runtime.version().feature() >= 25) {
        Path cache = folder.resolve(way + ".aot");
        time(way, List.of("-XX:AOTCacheOutput=" + cache));
        print(way, ", AOT cache", List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache));
        Files.delete(cache);
      }
    }
    Files.delete(folder);
  }

  private static void print(String way, String how, List<String> options)
      throws IOException, InterruptedException {
    double[] times = new double[PROCESSES];
    for (int i = 0; i < PROCESSES; i++) {
      times[i] = time(way, options);
    }
    Arrays.sort(times);
    System.out.printf(
        "  %-26s %6.2f (%.2f, %.2f)%n",
        way + how, times[PROCESSES / 2], times[0], times[PROCESSES - 1]);
  }

  private static double time(String way, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(options);
    command.addAll(List.of("-classpath", jars(), ColdStart.class.getName(), way));
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes());
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException(way + " failed: " + output);
    }
    // The JVM prints of its own what it does with an archive.
    return Long.parseLong(output.lines().findFirst().orElseThrow()) / 1e6;
  }

  /**
   * A class path as an application has it: jars, of which the first is open before the clock runs.
   * From folders no archive could be made.
   */
  private static String jars() {
    String separator = System.getProperty("path.separator");
    return Stream.concat(
            Stream.of(System.getProperty("benchmarks.jar")),
            Stream.of(System.getProperty("java.class.path").split(separator))
                .filter(entry -> Path.of(entry).getFileName().toString().startsWith("fanwise-")))
        .collect(Collectors.joining(separator));
  }

  private static Object initialise(String way) {
    return switch (way) {
      case "xavier" -> XavierNetworkInitializer.initialize(new XavierNetwork(), 42);
      case "kaiming" -> KaimingNetworkInitializer.initialize(new KaimingNetwork(), 42);
      case "random" -> loop(false);
      case "randomGaussian" -> loop(true);
      default -> throw new IllegalArgumentException(way);
    };
  }

  /** What one writes without a library. */
  private static float[][] loop(boolean gaussian) {
    Random random = new Random(42);
    int[][] shapes = {{256, 784}, {128, 256}, {10, 128}};
    float[][] weights = new float[2 * shapes.length][];
    for (int layer = 0; layer < shapes.length; layer++) {
      int out = shapes[layer][0];
      int in = shapes[layer][1];
      float[] w = new float[out * in];
      float bound = (float) Math.sqrt(6.0 / (in + out));
      float std = (float) Math.sqrt(2.0 / in);
      for (int i = 0; i < w.length; i++) {
        w[i] =
            gaussian ? (float) random.nextGaussian() * std : (random.nextFloat() * 2 - 1) * bound;
      }
      weights[2 * layer] = w;
      weights[2 * layer + 1] = new float[out];
    }
    return weights;
  }
}
