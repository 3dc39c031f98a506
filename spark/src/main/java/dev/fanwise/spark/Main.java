package dev.fanwise.spark;

import dev.fanwise.checkpoint.ProgressListener;
import dev.fanwise.checkpoint.WriteOptions;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * What {@code spark-submit --class dev.fanwise.spark.Main} starts: writes a model's checkpoint, or
 * checks one. Ends with status 1 if a check finds a difference.
 */
public final class Main {
  private static final String USAGE =
      """
      spark-submit --class dev.fanwise.spark.Main [--jars model.jar] fanwise-spark-uber.jar \
      write|verify --model CLASS --directory URI [options]

        --model CLASS        the model's class, or its initialiser, or a ModelSupplier
        --arguments A,B,...  what its constructor takes, none without
        --seed N             the seed, 0 without
        --directory URI      the checkpoint's folder
        --shard-bytes N      the bytes of tensors in a file, 5000000000 without
        --metadata K=V,...   texts in each file, such as format=pt
        --resume             keeps files that are whole
        --partitions N       the number of tasks, one a file or range without
        --range-bytes N      the bytes of a range, 1073741824 without
        --progress           a bar on the console
      """;

  private final Arguments arguments;

  private Main(Arguments arguments) {
    this.arguments = arguments;
  }

  /** Writes or verifies, as the first argument says. */
  public static void main(String[] args) throws Exception {
    if (!run(args)) {
      System.exit(1);
    }
  }

  /** The same, without an end to the process. */
  static boolean run(String... args) throws Exception {
    Arguments arguments = new Arguments(USAGE, args, "write", "verify");
    arguments.allow("model", "arguments", "seed", "directory", "shard-bytes", "metadata");
    arguments.allow("partitions", "range-bytes");
    arguments.allowFlags("resume", "progress");
    return new Main(arguments).run();
  }

  private boolean run() throws Exception {
    ModelSupplier model = arguments.model();
    URI directory = URI.create(arguments.required("directory"));
    SparkOptions options = options();
    model.get(); // whoever cannot be found is said before Spark starts
    SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "Fanwise: " + model);
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      if (arguments.command().equals("write")) {
        System.out.println(SparkCheckpoint.write(spark, model, directory, options));
        return true;
      }
      VerifyReport report = SparkCheckpoint.verify(spark, model, directory, options);
      System.out.println(report);
      return report.isSame();
    }
  }

  private SparkOptions options() {
    WriteOptions write = WriteOptions.defaults().resume(arguments.isSet("resume"));
    if (arguments.isSet("progress")) {
      write = write.progress(ProgressListener.bar(System.out));
    }
    if (arguments.has("shard-bytes")) {
      write = write.maxShardBytes(arguments.number("shard-bytes"));
    }
    if (arguments.has("metadata")) {
      Map<String, String> texts = new HashMap<>();
      for (String pair : arguments.list("metadata")) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
          throw arguments.fault("--metadata wants names with texts, as format=pt, not " + pair);
        }
        texts.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
      write = write.metadata(texts);
    }
    SparkOptions options = SparkOptions.of(write);
    if (arguments.has("partitions")) {
      options = options.partitions(Math.toIntExact(arguments.number("partitions")));
    }
    if (arguments.has("range-bytes")) {
      options = options.rangeBytes(arguments.number("range-bytes"));
    }
    return options;
  }
}
