package dev.fanwise.checkpoint;

import static dev.fanwise.checkpoint.Refusals.assertIllegal;
import static dev.fanwise.runtime.DataType.BF16;
import static dev.fanwise.runtime.DataType.F16;
import static dev.fanwise.runtime.DataType.F32;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans read from files. */
class StoredPlanTest {
  private static final WriteOptions SHARDS =
      WriteOptions.defaults().maxShardBytes(700_000).metadata(Map.of("format", "pt"));

  @TempDir Path folder;

  private final StoredFiles files =
      new StoredFiles() {
        @Override
        public long length(String file) throws IOException {
          Path path = folder.resolve(file);
          return Files.exists(path) ? Files.size(path) : -1;
        }

        @Override
        public InputStream open(String file) throws IOException {
          return Files.newInputStream(folder.resolve(file));
        }
      };

  private CheckpointPlan read(Lazy model) throws IOException {
    return CheckpointPlan.of("here", files, model.list());
  }

  private static void assertSame(CheckpointPlan expected, CheckpointPlan actual) {
    assertEquals(expected.totalSize(), actual.totalSize());
    assertEquals(expected.index(), actual.index());
    assertEquals(expected.shards().size(), actual.shards().size());
    for (int i = 0; i < expected.shards().size(); i++) {
      CheckpointPlan.Shard one = expected.shards().get(i);
      CheckpointPlan.Shard other = actual.shards().get(i);
      assertEquals(one.file(), other.file());
      assertEquals(one.length(), other.length());
      assertArrayEquals(one.header(), other.header());
      for (int t = 0; t < one.tensors().size(); t++) {
        assertEquals(one.tensors().get(t).name(), other.tensors().get(t).name());
        assertEquals(one.tensors().get(t).parameter(), other.tensors().get(t).parameter());
        assertEquals(one.tensors().get(t).position(), other.tensors().get(t).position());
        assertEquals(one.tensors().get(t).elements(), other.tensors().get(t).elements());
      }
    }
  }

  @Test
  void thePlanThatWasWritten() throws IOException {
    Checkpoint.write(folder, Lazy.mixed(1).list(), SHARDS);
    assertSame(Checkpoint.plan(Lazy.mixed(1).list(), SHARDS), read(Lazy.mixed(1)));
    WriteOptions one = WriteOptions.defaults();
    Checkpoint.write(folder, Lazy.mixed(1).list(), one);
    assertSame(Checkpoint.plan(Lazy.mixed(1).list(), one), read(Lazy.mixed(1)));
  }

  @Test
  void allThatDiffersIsNamed() throws IOException {
    Lazy stored = new Lazy(1).normal("a", F32, 2, 3).normal("b", BF16, 4).normal("left", F32, 1);
    Lazy model = new Lazy(1).normal("a", F32, 3, 2).normal("b", F16, 4).normal("lefts", F32, 1);
    Checkpoint.write(folder, stored.list(), WriteOptions.defaults());
    assertIllegal(
        """
        here does not fit the model, 4 differences:
          a has shape [2, 3] in the file and [3, 2] in the model
          b is BF16 in the file, and F16 in the model
          lefts is in the model, but not in the file. Did you mean left?
          left is in the file, but not in the model. Did you mean lefts?""",
        () -> read(model));
  }

  @Test
  void filesThatAreMissing() throws IOException {
    assertEquals(
        "here: neither model.safetensors nor model.safetensors.index.json is there",
        assertThrows(FileNotFoundException.class, () -> read(Lazy.mixed(1))).getMessage());
    Checkpoint.write(folder, Lazy.mixed(1).list(), SHARDS);
    String last = Checkpoint.plan(Lazy.mixed(1).list(), SHARDS).shards().get(1).file();
    Files.delete(folder.resolve(last));
    assertEquals(
        "here/" + last + " is missing",
        assertThrows(FileNotFoundException.class, () -> read(Lazy.mixed(1))).getMessage());
  }

  @Test
  void filesThatNoFormatAllows() throws IOException {
    Path file = folder.resolve("model.safetensors");
    Files.write(file, new byte[3]);
    assertEquals(
        "here/model.safetensors is not well-formed: it has 3 bytes, less than the length of a header",
        assertThrows(MalformedFileException.class, () -> read(Lazy.mixed(1))).getMessage());
    Checkpoint.write(folder, Lazy.mixed(1).list(), WriteOptions.defaults());
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 1));
    assertThrows(MalformedFileException.class, () -> read(Lazy.mixed(1)));
  }
}
