package dev.fanwise.spark;

import static dev.fanwise.spark.Folders.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.checkpoint.WriteOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that spark-submit is given, and spark-submit itself. */
@Tag("cluster")
class SubmitTest {
  private static final Path JAR = Path.of(System.getProperty("fanwise.uber", "uber.jar"));

  @TempDir Path temporary;

  /** What bin/spark-submit does, with what it adds for this JDK. */
  private int submit(String master, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("-cp", Cluster.jars(), "org.apache.spark.deploy.SparkSubmit"));
    command.addAll(List.of("--master", master, "--conf", "spark.ui.enabled=false"));
    command.addAll(List.of("--conf", "spark.driver.host=127.0.0.1"));
    command.addAll(List.of("--executor-memory", "512m", "--class", "dev.fanwise.spark.Main"));
    command.add(JAR.toString());
    command.addAll(List.of(arguments));
    return Cluster.java(temporary.resolve("submit.log"), "127.0.0.1", command).waitFor();
  }

  private String output() throws IOException {
    return Files.readString(temporary.resolve("submit.log"));
  }

  private static String[] trial(String command, Path folder) {
    return new String[] {
      command,
      "--model",
      "dev.fanwise.spark.TrialDecoder",
      "--arguments",
      "1000,256,2,600",
      "--seed",
      "42",
      "--directory",
      folder.toUri().toString(),
      "--shard-bytes",
      "1000000",
      "--metadata",
      "format=pt"
    };
  }

  @Test
  void writesAndVerifies() throws Exception {
    WriteOptions options =
        WriteOptions.defaults().maxShardBytes(1_000_000).metadata(Map.of("format", "pt"));
    Path expected =
        Folders.oneMachine(
            temporary.resolve("expected"), new TrialDecoder(42, 1000, 256, 2, 600), options);
    Path folder = temporary.resolve("folder");
    // The executors have no class of Fanwise's but by the jar that is sent to them.
    String url = Cluster.shared().url();
    assertEquals(0, submit(url, trial("write", folder)), this::outputOrFault);
    assertSame(expected, folder);
    assertEquals(0, submit("local[2]", trial("verify", folder)), this::outputOrFault);
    assertTrue(output().contains("are those of the model"), this::outputOrFault);
    Path file = folder.resolve(Folders.names(folder).get(0));
    try (RandomAccessFile last = new RandomAccessFile(file.toFile(), "rw")) {
      last.seek(last.length() - 1);
      last.write(0x7F);
    }
    assertEquals(1, submit("local[2]", trial("verify", folder)), this::outputOrFault);
    assertTrue(output().contains("but the model draws"), this::outputOrFault);
  }

  private String outputOrFault() {
    try {
      return output();
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** Nothing in it that a cluster has, nothing twice, and the licence. */
  @Test
  void noClashes() throws IOException {
    Set<String> names = new HashSet<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      jar.stream()
          .filter(entry -> !entry.isDirectory())
          .forEach(
              entry -> {
                assertTrue(names.add(entry.getName()), entry.getName());
                assertTrue(
                    entry.getName().startsWith("dev/fanwise/")
                        || entry.getName().startsWith("META-INF/"),
                    entry.getName());
              });
    }
    assertTrue(names.contains("META-INF/LICENSE"));
    assertTrue(names.contains("dev/fanwise/spark/Main.class"));
    assertTrue(names.contains("dev/fanwise/checkpoint/Checkpoint.class"));
    assertTrue(names.contains("dev/fanwise/runtime/Fill.class"));
    assertTrue(names.contains("dev/fanwise/HalfPrecision.class"));
  }
}
