package dev.fanwise.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long a new process takes until the weights of a 784-256-128-10 network, 235,146 parameters,
 * are there: wall time from before the start of the JVM, less that of an empty program. Medians
 * over fresh processes; one more before them has the engines unpack their native libraries, which
 * they do once on a machine.
 */
public final class PeerColdStart {
  private static final int PROCESSES = 15;
  private static final String READY = "ready";
  private static final List<String> WAYS =
      List.of("empty", "fanwise", "random", "djl", "nd4j", "tensorflow");

  private PeerColdStart() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 1) {
      Engines.configure();
      Object weights = PeerNetworks.initialise(args[0]);
      System.out.println(weights == null ? "nothing" : READY);
      // An engine's threads and memory would take their time to end.
      Runtime.getRuntime().halt(0);
    }
    double[][] times = new double[WAYS.size()][PROCESSES];
    for (String way : WAYS) {
      time(way);
    }
    // In turn, so that a busy minute of the machine falls on all of them.
    for (int i = 0; i < PROCESSES; i++) {
      for (int way = 0; way < times.length; way++) {
        times[way][i] = time(WAYS.get(way));
      }
    }
    print(times);
  }

  private static void print(double[][] times) {
    System.out.printf(
        "ms until the weights are there, median of %d (least, most), Java %s%n%n",
        PROCESSES, System.getProperty("java.version"));
    System.out.println("| | from the start of the JVM | less an empty JVM |");
    System.out.println("|---|---|---|");
    for (double[] ofWay : times) {
      Arrays.sort(ofWay);
    }
    double empty = times[0][PROCESSES / 2];
    for (int way = 0; way < times.length; way++) {
      double median = times[way][PROCESSES / 2];
      System.out.printf(
          "| %s | %.1f (%.1f, %.1f) | %.1f |%n",
          WAYS.get(way), median, times[way][0], times[way][PROCESSES - 1], median - empty);
    }
  }

  private static double time(String way) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    String cache = System.getProperty("peers.cache");
    if (cache != null) {
      command.add("-Dpeers.cache=" + cache);
    }
    command.addAll(
        List.of(
            "-classpath",
            System.getProperty("java.class.path"),
            PeerColdStart.class.getName(),
            way));
    StringBuilder output = new StringBuilder();
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    double ready = Double.NaN;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(READY)) {
          ready = (System.nanoTime() - start) / 1e6;
        }
        output.append(line).append('\n');
      }
    }
    if (process.waitFor() != 0 || Double.isNaN(ready)) {
      throw new IllegalStateException(way + " failed: " + output);
    }
    return ready;
  }
}
