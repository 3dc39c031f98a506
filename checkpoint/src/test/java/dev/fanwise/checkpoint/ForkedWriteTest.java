package dev.fanwise.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers with little memory, and killed ones. */
class ForkedWriteTest {
  @TempDir Path folder;

  private static Process start(String heap, String direct, Object... arguments) throws Exception {
    List<String> options = // with a heap that is full to the last megabytes before it ends
        List.of("-Xmx" + heap, "-Xmn4m", "-XX:+UseSerialGC", "-XX:MaxDirectMemorySize=" + direct);
    return new ProcessBuilder(Forked.writer(Forked.classes(), options, arguments))
        .redirectErrorStream(true)
        .start();
  }

  private static void assertSucceeds(Process process) throws Exception {
    String output = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), output);
  }

  /**
   * 47 million weights, 94 MB, on four threads, from a heap of 16 and 5 MB of buffers; and back.
   */
  @Test
  void aModelThatIsLargerThanMemory() throws Exception {
    assertSucceeds(start("16m", "5m", folder, 6, 1120, 4, 40_000_000));
    CheckpointPlan plan =
        Checkpoint.plan(
            WriterProcess.model(6, 1120).list(), WriteOptions.defaults().maxShardBytes(40_000_000));
    assertTrue(plan.totalSize() > 90_000_000, "too small");
    for (CheckpointPlan.Shard shard : plan.shards()) {
      Path file = folder.resolve(shard.file());
      assertTrue(KeptShard.isWhole(file, shard, WriterProcess.model(6, 1120).list(), false));
    }
    assertEquals(plan.index(), Files.readString(folder.resolve(plan.indexFile())));
    // Its arrays take 95.3 MB, the largest 20.1: a second copy of that one has no room.
    assertSucceeds(start("102m", "1m", folder, 6, 1120));
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
}
