package dev.fanwise.spark;

import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.checkpoint.WriteOptions;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.ParameterInfo;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How long a cluster will take to write a model, worked out from its plan; needs no Spark. Prints a
 * table: all cores alike, some slower, and some attempts of tasks failing too.
 */
public final class Simulation {
  private static final String USAGE =
      """
      java -cp fanwise-spark-uber.jar[:model.jar] dev.fanwise.spark.Simulation --model CLASS [options]

        --model CLASS           the model's class, or its initialiser, or a ModelSupplier
        --arguments A,B,...     what its constructor takes, none without
        --executors N           100 without
        --cores N               of each executor, 1 without
        --bytes-per-second N    that a core draws and writes, 100000000 without
        --storage N             bytes per second that the file system takes in all; endless without
        --start S               seconds that a task needs to begin and to commit, 0.5 without
        --driver S              seconds before the first task and after the last, 10 without
        --slow P                the share of cores that are slow, 0.05 without
        --slowness F            how many times slower they are, 2 without
        --fail P                the share of attempts that fail, somewhere within, 0.01 without
        --shard-bytes N         the bytes of tensors in a file, 5000000000 without
        --range-bytes N         the bytes of a range, 1073741824 without
        --joined                files are drawn in ranges, as on HDFS
        --tries N               simulations of each row, 100 without
      """;

  private final List<Long> tasks;
  private final int cores;
  private final double bytesPerSecond;
  private final double start;

  /**
   * A cluster and its work.
   *
   * @param tasks the bytes of each task, in the order in which they begin
   */
  Simulation(List<Long> tasks, int cores, double bytesPerSecond, double start) {
    this.tasks = tasks;
    this.cores = cores;
    this.bytesPerSecond = bytesPerSecond;
    this.start = start;
  }

  /** What came of one run. */
  record Run(double seconds, double busy, int attempts) {}

  /**
   * Runs once: each core that is free takes the next task, and one that failed is tried again
   * before all that have not begun.
   *
   * @param slow the share of cores that are slow
   * @param slowness how many times
   * @param fail the share of attempts that fail
   */
  Run run(SplittableRandom random, double slow, double slowness, double fail) {
    double[] freeAt = new double[cores];
    int slowCores = (int) Math.round(slow * cores);
    List<Failed> failed = new ArrayList<>();
    double end = 0;
    double busy = 0;
    int attempts = 0;
    int next = 0;
    while (next < tasks.size() || !failed.isEmpty()) {
      int core = earliest(freeAt);
      int again = firstBefore(failed, freeAt[core]);
      long bytes;
      if (again >= 0) {
        bytes = failed.remove(again).bytes;
      } else if (next < tasks.size()) {
        bytes = tasks.get(next++);
      } else { // until it is known that one has failed, none has work
        freeAt[core] = failed.stream().mapToDouble(Failed::at).min().orElseThrow();
        continue;
      }
      double seconds = start + bytes / bytesPerSecond * (core < slowCores ? slowness : 1);
      attempts++;
      if (random.nextDouble() < fail) {
        seconds *= random.nextDouble();
        failed.add(new Failed(bytes, freeAt[core] + seconds));
      }
      freeAt[core] += seconds;
      busy += seconds;
      end = Math.max(end, freeAt[core]);
    }
    return new Run(end, busy / (end * cores), attempts);
  }

  private record Failed(long bytes, double at) {}

  private static int earliest(double[] times) {
    int earliest = 0;
    for (int i = 1; i < times.length; i++) {
      if (times[i] < times[earliest]) {
        earliest = i;
      }
    }
    return earliest;
  }

  private static int firstBefore(List<Failed> failed, double time) {
    for (int i = 0; i < failed.size(); i++) {
      if (failed.get(i).at <= time) {
        return i;
      }
    }
    return -1;
  }

  /** Prints the table; without arguments how it is used. */
  public static void main(String[] args) {
    print(System.out, args);
  }

  static void print(PrintStream out, String... args) {
    String[] all = new String[args.length + 1];
    all[0] = "simulate";
    System.arraycopy(args, 0, all, 1, args.length);
    Arguments arguments = new Arguments(USAGE, all, "simulate");
    arguments.allow("model", "arguments", "seed", "executors", "cores", "bytes-per-second");
    arguments.allow("storage", "start", "driver", "slow", "slowness", "fail", "tries");
    arguments.allow("shard-bytes", "range-bytes");
    arguments.allowFlags("joined");
    new Table(out, arguments).print();
  }

  /** The table of one model on one cluster. */
  private static final class Table {
    private final PrintStream out;
    private final Arguments arguments;

    Table(PrintStream out, Arguments arguments) {
      this.out = out;
      this.arguments = arguments;
    }

    void print() {
      List<LazyParameter> parameters = arguments.model().get();
      WriteOptions options = WriteOptions.defaults();
      if (arguments.has("shard-bytes")) {
        options = options.maxShardBytes(arguments.number("shard-bytes"));
      }
      CheckpointPlan plan = Checkpoint.plan(parameters, options);
      List<Long> tasks = tasks(plan, parameters, options);
      int executors = (int) arguments.real("executors", 100);
      int cores = executors * (int) arguments.real("cores", 1);
      double alone = arguments.real("bytes-per-second", 100e6);
      double each = Math.min(alone, arguments.real("storage", Double.MAX_VALUE) / cores);
      long weights = ParameterInfo.count(parameters.stream().map(LazyParameter::info).toList());
      line(
          "%,d weights, %,d tensors, %,d bytes in %,d files",
          weights, parameters.size(), plan.totalSize(), plan.shards().size());
      line(
          "%,d tasks, the largest of %,d bytes, on %,d cores of %,.0f bytes per second each",
          tasks.size(), tasks.get(0), cores, each);
      line("as fast as bytes allow: %,.0f s", plan.totalSize() / each / cores);
      line("");
      line("| | seconds | worst | cores busy | attempts |");
      line("|---|---|---|---|---|");
      Simulation simulation = new Simulation(tasks, cores, each, arguments.real("start", 0.5));
      double slow = arguments.real("slow", 0.05);
      double slowness = arguments.real("slowness", 2);
      double fail = arguments.real("fail", 0.01);
      row(simulation, "all cores alike", 0, 1, 0);
      String some =
          String.format(Locale.ROOT, "%.0f %% of cores %.1f times slower", 100 * slow, slowness);
      row(simulation, some, slow, slowness, 0);
      String fails = String.format(Locale.ROOT, ", and %.1f %% of attempts fail", 100 * fail);
      row(simulation, some + fails, slow, slowness, fail);
    }

    private List<Long> tasks(
        CheckpointPlan plan, List<LazyParameter> parameters, WriteOptions options) {
      double rangeBytes = arguments.real("range-bytes", 1 << 30);
      long limit = Math.min((long) rangeBytes, options.maxShardBytes());
      List<ShardRange> ranges = new ArrayList<>();
      for (int i = 0; i < plan.shards().size(); i++) {
        ranges.addAll(
            arguments.isSet("joined") && plan.shards().get(i).bytes() > limit
                ? ShardRange.cut(plan, i, parameters, limit)
                : List.of(ShardRange.whole(plan, i)));
      }
      return Work.share(ranges, 0).stream().map(Work::bytesOf).toList();
    }

    private void row(
        Simulation simulation, String name, double slow, double slowness, double fail) {
      double driver = arguments.real("driver", 10);
      int tries = (int) arguments.real("tries", 100);
      SplittableRandom random = new SplittableRandom(1); // the same table each time
      double seconds = 0;
      double worst = 0;
      double busy = 0;
      double attempts = 0;
      for (int i = 0; i < tries; i++) {
        Run run = simulation.run(random, slow, slowness, fail);
        seconds += run.seconds / tries;
        worst = Math.max(worst, run.seconds);
        busy += run.busy / tries;
        attempts += (double) run.attempts / tries;
      }
      line(
          "| %s | %,.0f | %,.0f | %.0f %% | %,.0f |",
          name, seconds + driver, worst + driver, 100 * busy, attempts);
    }

    private void line(String format, Object... values) {
      out.println(String.format(Locale.ROOT, format, values));
    }
  }
}
