package dev.fanwise.spark;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** One Spark for all tests of this JVM: two threads, four attempts of a task. */
final class LocalSpark {
  static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2,4]")
          .appName("fanwise-spark")
          .config("spark.ui.enabled", "false")
          .config("spark.log.structuredLogging.enabled", "false")
          .getOrCreate();

  static final JavaSparkContext CONTEXT = JavaSparkContext.fromSparkContext(SESSION.sparkContext());

  private LocalSpark() {}
}
