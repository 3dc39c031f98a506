package dev.fanwise.peers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link PeerBenchmark} and prints a Markdown table for each size: nanoseconds for an element,
 * the least of all iterations, and how many times as long as Fanwise. Takes JMH's own options.
 */
public final class PeerTable {
  private static final String FANWISE = "fanwise";

  private PeerTable() {}

  /** One cell of a table. */
  private record Cell(String peer, Law law, String into, int size) {
    static Cell of(RunResult result) {
      BenchmarkParams params = result.getParams();
      return new Cell(
          params.getParam("peer"),
          Law.valueOf(params.getParam("law")),
          result.getPrimaryResult().getLabel(),
          Integer.parseInt(params.getParam("size")));
    }

    Cell ofFanwise() {
      return new Cell(FANWISE, law, into, size);
    }
  }

  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    print(
        new Runner(
                new OptionsBuilder()
                    .parent(new CommandLineOptions(args))
                    .include(PeerBenchmark.class.getSimpleName())
                    .shouldFailOnError(true)
                    .build())
            .run());
  }

  private static void print(Collection<RunResult> results) {
    Map<Cell, Double> nanos = new HashMap<>();
    for (RunResult result : results) {
      Cell cell = Cell.of(result);
      nanos.put(cell, result.getPrimaryResult().getStatistics().getMin() * 1000 / cell.size);
    }
    TreeSet<Integer> sizes = new TreeSet<>();
    nanos.keySet().forEach(cell -> sizes.add(cell.size));
    System.out.printf(
        "%nns per element, least of all iterations, one thread, Java %s, %s, %d CPUs%n",
        System.getProperty("java.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
    for (int size : sizes) {
      System.out.printf("%n| %,d floats |", size);
      for (Law law : Law.values()) {
        String name = law.name().toLowerCase();
        System.out.printf(" %s, tensor | %s, array |", name, name);
      }
      System.out.printf("%n|---|---|---|---|---|---|---|%n");
      for (String peer : Engines.NAMES) {
        row(peer, size, nanos);
      }
    }
  }

  private static void row(String peer, int size, Map<Cell, Double> nanos) {
    List<String> texts = new ArrayList<>();
    for (Law law : Law.values()) {
      for (String into : List.of("tensor", "array")) {
        Cell cell = new Cell(peer, law, into, size);
        texts.add(text(nanos.get(cell), nanos.get(cell.ofFanwise())));
      }
    }
    System.out.printf("| %s | %s |%n", peer, String.join(" | ", texts));
  }

  private static String text(Double nanos, Double fanwise) {
    if (nanos == null) {
      return "–";
    }
    return fanwise == null
        ? String.format("%.2f", nanos)
        : String.format("%.2f (%.1f×)", nanos, nanos / fanwise);
  }
}
