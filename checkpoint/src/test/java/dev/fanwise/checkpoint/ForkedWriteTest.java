package dev.fanwise.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fanwise.HalfPrecision;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.Fill;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers with little memory, killed ones, and ones whose disk is full. */
class ForkedWriteTest {
  @TempDir Path folder;

  private static Process start(String heap, String direct, Object... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:MaxDirectMemorySize=" + direct));
    command.addAll(List.of("-cp", classPath()));
    command.add(WriterProcess.class.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** The folders of the classes, which a module path does not tell. */
  private static String classPath() throws Exception {
    List<String> places = new ArrayList<>();
    for (Class<?> type :
        List.of(Checkpoint.class, WriterProcess.class, Fill.class, HalfPrecision.class)) {
      places.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return String.join(File.pathSeparator, places);
  }

  private static void assertSucceeds(Process process) throws Exception {
    String output = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), output);
  }

  /** 47 million weights, 94 MB, from a heap of 16 and 2 MB of buffers. */
  @Test
  void aModelThatIsLargerThanMemory() throws Exception {
    assertSucceeds(start("16m", "2m", folder, 6, 1120, 4, 40_000_000));
    CheckpointPlan plan =
        Checkpoint.plan(
            WriterProcess.model(6, 1120).list(), WriteOptions.defaults().maxShardBytes(40_000_000));
    assertTrue(plan.totalSize() > 90_000_000, "too small");
    for (CheckpointPlan.Shard shard : plan.shards()) {
      Path file = folder.resolve(shard.file());
      assertTrue(KeptShard.isWhole(file, shard, WriterProcess.model(6, 1120).list()));
    }
    assertEquals(plan.index(), Files.readString(folder.resolve(plan.indexFile())));
  }

  @Test
  void whoIsKilledIsResumed() throws Exception {
    Process process = start("64m", "16m", folder, 40, 512, 1, 3_000_000);
    Path second = null;
    for (int waited = 0; second == null && waited < 60_000 && process.isAlive(); waited++) {
      Thread.sleep(1);
      try (var files = Files.newDirectoryStream(folder, "model-00002-of-*.safetensors")) {
        for (Path file : files) {
          second = file;
        }
      }
    }
    process.destroyForcibly();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    assertTrue(second != null, "there was no second shard to wait for");
    WriteOptions options = WriteOptions.defaults().maxShardBytes(3_000_000);
    if (Files.exists(folder.resolve("model.safetensors.index.json"))) {
      return; // it had ended before it was killed
    }
    var before = Files.getLastModifiedTime(second);
    WriteReport report =
        Checkpoint.write(folder, WriterProcess.model(40, 512).list(), options.resume(true));
    assertTrue(report.kept().contains(second.getFileName().toString()), report::toString);
    assertEquals(before, Files.getLastModifiedTime(second));
    Path other = folder.resolve("whole");
    Checkpoint.write(other, WriterProcess.model(40, 512).list(), options);
    for (String file : report.files()) {
      assertEquals(-1, Files.mismatch(folder.resolve(file), other.resolve(file)), file);
    }
    try (var parts = Files.newDirectoryStream(folder, ".*.part")) {
      assertFalse(parts.iterator().hasNext(), "a part is left");
    }
  }

  /** Needs the right to mount a file system of a megabyte; without it, it is skipped. */
  @Test
  void aFullDisk() throws Exception {
    Path small = Files.createDirectory(folder.resolve("small"));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", small.toString()) == 0);
    try {
      Path file = small.resolve("model.safetensors");
      FileSystemException full =
          assertThrows(
              FileSystemException.class,
              () ->
                  Checkpoint.write(
                      small, WriterProcess.model(1, 512).list(), WriteOptions.defaults()));
      assertEquals(
          file + ": No space left on device, while writing blocks.0.up", full.getMessage());
      FileSystemException also =
          assertThrows(
              FileSystemException.class,
              () ->
                  Safetensors.write(
                      file, new Parameters().add("w", DataType.F32, new float[500_000], 500_000)));
      assertEquals(file + ": No space left on device, while writing w", also.getMessage());
      try (var files = Files.list(small)) {
        assertEquals(List.of(), files.toList());
      }
    } finally {
      assertEquals(0, run("umount", small.toString()));
    }
  }

  private static int run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor();
    } catch (IOException e) { // there is no such command
      return -1;
    }
  }
}
