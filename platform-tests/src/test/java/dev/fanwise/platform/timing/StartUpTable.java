package dev.fanwise.platform.timing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long a new process takes until the weights of {@link Network} are there: wall time from
 * before its start until it says so. Medians over processes that are started in turn, so that a
 * busy moment of the machine falls on all.
 */
public final class StartUpTable {
  private static final int PROCESSES = 21;

  private StartUpTable() {}

  /**
   * Prints the table.
   *
   * @param args names and images, one after the other
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> names = new ArrayList<>();
    List<List<String>> commands = new ArrayList<>();
    for (Class<?> program : List.of(FirstModel.class, FirstModelWithout.class)) {
      names.add("HotSpot " + System.getProperty("java.version") + ", " + program.getSimpleName());
      String java = System.getProperty("java.home") + "/bin/java";
      commands.add(List.of(java, "-cp", System.getProperty("java.class.path"), program.getName()));
    }
    for (int i = 0; i < args.length; i += 2) {
      names.add(args[i]);
      commands.add(List.of(args[i + 1]));
    }
    double[][] wall = new double[names.size()][PROCESSES];
    double[][] inside = new double[names.size()][PROCESSES];
    for (int run = -1; run < PROCESSES; run++) {
      for (int i = 0; i < wall.length; i++) {
        double[] times = time(commands.get(i));
        if (run >= 0) { // the first brings files into memory
          wall[i][run] = times[0];
          inside[i][run] = times[1];
        }
      }
    }
    System.out.println(
        "| ms, median of " + PROCESSES + " (least, most) | from the start | in main |");
    System.out.println("|---|---|---|");
    for (int i = 0; i < wall.length; i++) {
      System.out.printf("| %s | %s | %s |%n", names.get(i), text(wall[i]), text(inside[i]));
    }
  }

  /** Milliseconds from the start of a process to its line, and those that the line tells of. */
  private static double[] time(List<String> command) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      long nanos = System.nanoTime() - start;
      if (process.waitFor() != 0) {
        throw new IOException(command + ": " + line);
      }
      return new double[] {nanos * 1e-6, Long.parseLong(line) * 1e-6};
    }
  }

  private static String text(double[] times) {
    Arrays.sort(times);
    return String.format("%.1f (%.1f, %.1f)", times[PROCESSES / 2], times[0], times[PROCESSES - 1]);
  }
}
