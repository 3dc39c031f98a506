package dev.fanwise.spark;

import static dev.fanwise.spark.Folders.assertSame;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.checkpoint.WriteOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files written by local threads: the bytes of one machine, whatever happens. */
class SparkWriteTest {
  private static final JavaSparkContext SPARK = LocalSpark.CONTEXT;
  private static final TestModel MODEL = TestModel.mixed(1);
  private static final WriteOptions SHARDS =
      WriteOptions.defaults().maxShardBytes(700_000).metadata(Map.of("format", "pt"));

  @TempDir Path temporary;
  private Path expected;
  private Path folder;

  @BeforeEach
  void oneMachine() throws IOException {
    expected = Folders.oneMachine(temporary.resolve("expected"), MODEL, SHARDS);
    folder = temporary.resolve("a folder, 7%20");
  }

  private static List<String> shards(Path folder) throws IOException {
    return Folders.names(folder).stream().filter(name -> name.endsWith(".safetensors")).toList();
  }

  @Test
  void anyNumberOfTasks() throws IOException {
    for (int partitions : new int[] {1, 2, 3, 8, 20}) {
      SparkOptions options = SparkOptions.of(SHARDS).partitions(partitions);
      SparkWriteReport report = SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), options);
      assertSame(expected, folder);
      assertEquals(Folders.names(expected), report.files());
      assertEquals(List.of(), report.kept());
      assertEquals(List.of(), report.joined());
      assertEquals(12, report.tensors());
      assertEquals(Math.min(partitions, report.files().size() - 1), report.tasks());
    }
  }

  @Test
  void oneFile() throws IOException {
    WriteOptions one = WriteOptions.defaults();
    Path alone = Folders.oneMachine(temporary.resolve("alone"), MODEL, one);
    SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), SHARDS);
    SparkWriteReport report = SparkCheckpoint.write(LocalSpark.SESSION, MODEL, folder.toUri(), one);
    assertSame(alone, folder); // the files of the other are gone
    assertEquals(List.of("model.safetensors"), report.files());
    SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), SHARDS);
    assertSame(expected, folder);
  }

  @Test
  void byAPlan() throws IOException {
    SparkCheckpoint.write(
        LocalSpark.SESSION,
        MODEL,
        Checkpoint.plan(MODEL.get(), SHARDS),
        folder.toUri(),
        SparkOptions.of(SHARDS));
    assertSame(expected, folder);
    TestModel other = TestModel.of(1, TestModel.ranged("w", MODEL.tensors().get(0).type(), 3));
    IllegalStateException refusal =
        assertThrows(
            IllegalStateException.class,
            () ->
                SparkCheckpoint.write(
                    SPARK,
                    other,
                    Checkpoint.plan(MODEL.get(), SHARDS),
                    folder.toUri(),
                    SparkOptions.of(SHARDS)));
    assertTrue(refusal.getMessage().startsWith("the plan has "), refusal::getMessage);
    assertSame(expected, folder);
  }

  @Test
  void wholeFilesAreKept() throws IOException {
    SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), SHARDS);
    List<String> shards = shards(folder);
    Path cut = folder.resolve(shards.get(0));
    Path changed = folder.resolve(shards.get(1));
    Path kept = folder.resolve(shards.get(2));
    byte[] bytes = Files.readAllBytes(changed);
    bytes[bytes.length - 1] ^= 1;
    Files.write(changed, bytes);
    Files.write(cut, new byte[100]);
    Files.delete(folder.resolve("model.safetensors.index.json"));
    FileTime before = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(kept, before);
    SparkWriteReport report =
        SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), SHARDS.resume(true));
    assertSame(expected, folder);
    assertEquals(before, Files.getLastModifiedTime(kept));
    assertEquals(shards.subList(2, shards.size()), report.kept());
    assertEquals(2, report.tasks());
    report = SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), SHARDS.resume(true));
    assertEquals(shards, report.kept());
    assertEquals(0, report.tasks());
    assertSame(expected, folder);
  }

  @Test
  void filesOfAnotherSeedAreNotKept() throws IOException {
    SparkCheckpoint.write(SPARK, TestModel.mixed(2), folder.toUri(), SHARDS);
    SparkWriteReport report =
        SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), SHARDS.resume(true));
    assertEquals(List.of(), report.kept());
    assertSame(expected, folder);
  }

  @Test
  void aTaskThatFailsTwice() throws IOException {
    TestModel failing =
        MODEL.with(
            (tensor, from) -> {
              if (TaskContext.get() != null
                  && TaskContext.get().attemptNumber() < 2
                  && tensor.equals("embed")
                  && from > 200_000) {
                throw new IllegalStateException("attempt " + TaskContext.get().attemptNumber());
              }
            });
    SparkCheckpoint.write(SPARK, failing, folder.toUri(), SHARDS);
    assertSame(expected, folder);
  }

  @Test
  void aTaskThatNeverSucceeds() throws IOException {
    TestModel failing =
        MODEL.with(
            (tensor, from) -> {
              if (TaskContext.get() != null && tensor.equals("z") && from > 50_000) {
                throw new IllegalStateException("never");
              }
            });
    IOException failure =
        assertThrows(
            IOException.class, () -> SparkCheckpoint.write(SPARK, failing, folder.toUri(), SHARDS));
    assertTrue(
        failure.getMessage().endsWith("failed: java.lang.IllegalStateException: never"),
        failure::getMessage);
    List<String> left = Folders.names(folder);
    assertFalse(left.contains("model.safetensors.index.json"), left::toString);
    assertFalse(left.contains("_temporary"), left::toString);
    for (String whole : left) {
      assertEquals(-1, Files.mismatch(expected.resolve(whole), folder.resolve(whole)), whole);
    }
    SparkWriteReport report =
        SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), SHARDS.resume(true));
    assertEquals(left, report.kept());
    assertSame(expected, folder);
  }

  /** What a driver leaves that dies: attempts of its tasks, whole files, no index. */
  @Test
  void whatIsLeftOfAnotherDriver() throws IOException {
    SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), SHARDS);
    Files.delete(folder.resolve("model.safetensors.index.json"));
    Path attempt =
        Files.createDirectories(folder.resolve("_temporary/0/task_20260101000000_0000_m_000000"));
    Files.write(attempt.resolve("model-00001-of-00009.safetensors"), new byte[3]);
    Files.createDirectories(folder.resolve("_fanwise"));
    Files.write(folder.resolve("_fanwise/model.safetensors.index.json"), new byte[3]);
    Files.write(folder.resolve(".model-00001-of-00009.safetensors.crc"), new byte[3]);
    Files.write(folder.resolve(".model-00001-of-00009.safetensors.part"), new byte[3]);
    Files.write(folder.resolve("model-00001-of-00009.safetensors"), new byte[3]);
    Files.write(folder.resolve("model.safetensors"), new byte[3]);
    SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), SHARDS.resume(true));
    assertSame(expected, folder);
  }

  @Test
  void aFolderThatCannotBe() throws IOException {
    Path file = Files.write(temporary.resolve("file"), new byte[3]);
    IOException failure =
        assertThrows(
            IOException.class, () -> SparkCheckpoint.write(SPARK, MODEL, file.toUri(), SHARDS));
    assertEquals("file:" + file + " is there, and no folder", failure.getMessage());
    assertEquals(3, Files.size(file));
  }

  /** Two more committers that Hadoop offers, chosen as its users do. */
  @Test
  void otherCommitters() throws IOException {
    var conf = SPARK.hadoopConfiguration();
    String factory = "mapreduce.outputcommitter.factory.class";
    conf.set(
        factory,
        "org.apache.hadoop.mapreduce.lib.output.committer.manifest.ManifestCommitterFactory");
    try {
      SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), SHARDS);
    } finally {
      conf.unset(factory);
    }
    assertSame(expected, folder);
  }

  /** Tasks wait for it, which run in this JVM, so that none is done before. */
  private static final AtomicBoolean INTERRUPTED = new AtomicBoolean();

  private static final AtomicBoolean DRAWING = new AtomicBoolean();

  @Test
  void anInterruptedThread() throws Exception {
    TestModel slow =
        MODEL.with(
            (tensor, from) -> {
              boolean isTask = TaskContext.get() != null && tensor.equals("embed");
              while (isTask && !INTERRUPTED.get()) {
                DRAWING.set(true);
                Pause.of(1);
              }
            });
    List<Throwable> thrown = new ArrayList<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                SparkCheckpoint.write(SPARK, slow, folder.toUri(), SHARDS);
              } catch (Throwable e) {
                thrown.add(e);
              }
            });
    thread.start();
    // Before, Spark and Hadoop prepare the job, and may lose an interrupt.
    while (thread.isAlive() && !DRAWING.get()) {
      Pause.of(1);
    }
    thread.interrupt();
    INTERRUPTED.set(true);
    thread.join();
    assertEquals(InterruptedIOException.class, thrown.get(0).getClass());
    assertFalse(Files.exists(folder.resolve("model.safetensors.index.json")));
    SparkCheckpoint.write(SPARK, MODEL, folder.toUri(), SHARDS.resume(true));
    assertSame(expected, folder);
  }
}
