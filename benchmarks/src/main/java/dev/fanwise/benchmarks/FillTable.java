package dev.fanwise.benchmarks;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs {@link FillBenchmark} and prints nanoseconds for each element, and ratios to Commons RNG
 * where there is a counterpart: of the fastest iterations, since what else a machine does makes
 * them slower, never faster. Takes JMH's own options.
 *
 * <p>With {@code -Dfanwise.before=…}, the class path of another build's runtime, its uniforms and
 * normals are in the table, too.
 */
public final class FillTable {
  private static final String[] LAWS = {"uniform", "normal", "truncated"};

  private FillTable() {}

  public static void main(String[] args) throws RunnerException, CommandLineOptionException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .include(FillBenchmark.class.getSimpleName())
            .shouldFailOnError(true);
    if (!EarlierFill.isAsked()) {
      options.exclude(".*Earlier"); // else JMH hands the property on
    }
    print(new Runner(options.build()).run());
  }

  private static void print(Collection<RunResult> results) {
    Map<Integer, Map<String, Double>> bySize = new TreeMap<>();
    for (RunResult result : results) {
      int size = Integer.parseInt(result.getParams().getParam("size"));
      String name = result.getPrimaryResult().getLabel();
      double nanos = result.getPrimaryResult().getStatistics().getMin() * 1000 / size;
      bySize.computeIfAbsent(size, unused -> new TreeMap<>()).put(name, nanos);
    }
    System.out.printf("%nns per element, Java %s, %s%n", System.getProperty("java.version"), cpu());
    bySize.forEach(
        (size, nanos) -> {
          System.out.printf("%n%,d elements%n", size);
          nanos.forEach((name, time) -> System.out.printf("  %-26s %7.3f%n", name, time));
          for (String law : LAWS) {
            ratio(nanos, law + "CommonsRng", law + "Fanwise");
            ratio(nanos, law + "SplittableRandom", law + "Fanwise");
            ratio(nanos, law + "Earlier", law + "Fanwise");
            ratio(nanos, law + "FanwiseDouble", law + "Fanwise");
            ratio(nanos, law + "Fanwise", law + "FanwiseTwoThreads");
          }
        });
  }

  private static void ratio(Map<String, Double> nanos, String slow, String fast) {
    if (nanos.containsKey(slow) && nanos.containsKey(fast)) {
      double ratio = nanos.get(slow) / nanos.get(fast);
      System.out.printf("  %-26s %7.2f%n", slow + " / " + fast, ratio);
    }
  }

  private static String cpu() {
    return System.getProperty("os.arch")
        + ", "
        + Runtime.getRuntime().availableProcessors()
        + " CPUs";
  }
}
