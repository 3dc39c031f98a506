package dev.fanwise.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.checkpoint.MalformedFileException;
import dev.fanwise.checkpoint.WriteOptions;
import dev.fanwise.runtime.DataType;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files compared with their model. */
class SparkVerifyTest {
  private static final JavaSparkContext SPARK = LocalSpark.CONTEXT;
  private static final TestModel MODEL = TestModel.mixed(1);
  private static final WriteOptions SHARDS = WriteOptions.defaults().maxShardBytes(700_000);
  private static final SparkOptions RANGES = SparkOptions.defaults().rangeBytes(1 << 18);

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Checkpoint.write(folder, MODEL.get(), SHARDS);
  }

  private static CheckpointPlan.Tensor tensor(CheckpointPlan.Shard shard, String name) {
    return shard.tensors().stream().filter(one -> one.name().equals(name)).findAny().orElse(null);
  }

  /** Changes a bit of an element, and returns the name of its file. */
  private String change(String name, long element) throws IOException {
    for (CheckpointPlan.Shard shard : Checkpoint.plan(MODEL.get(), SHARDS).shards()) {
      CheckpointPlan.Tensor tensor = tensor(shard, name);
      if (tensor != null) {
        try (RandomAccessFile file =
            new RandomAccessFile(folder.resolve(shard.file()).toFile(), "rw")) {
          long position = tensor.position() + (element + 1) * tensor.dataType().bytes() - 1;
          file.seek(position);
          int last = file.read();
          file.seek(position);
          file.write(last ^ 0x80); // the sign
        }
        return shard.file();
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void whatIsAsDrawn() throws IOException {
    for (SparkOptions options :
        List.of(SparkOptions.defaults(), RANGES, RANGES.partitions(1), RANGES.partitions(3))) {
      VerifyReport report = SparkCheckpoint.verify(SPARK, MODEL, folder.toUri(), options);
      assertTrue(report.isSame(), report::toString);
      assertEquals(12, report.tensors());
      assertEquals(Checkpoint.plan(MODEL.get(), SHARDS).totalSize(), report.totalSize());
    }
    assertTrue(SparkCheckpoint.verify(LocalSpark.SESSION, MODEL, folder.toUri()).isSame());
    Checkpoint.write(folder, MODEL.get(), WriteOptions.defaults());
    VerifyReport one = SparkCheckpoint.verify(SPARK, MODEL, folder.toUri());
    assertEquals(List.of("model.safetensors"), one.files());
    assertTrue(one.isSame(), one::toString);
  }

  @Test
  void eachElementOfEachType() throws IOException {
    for (String name : List.of("embed", "blocks.0.w", "blocks.0.q", "t2", "blocks.1.h", "z")) {
      int parameter = MODEL.get().stream().map(one -> one.info().name()).toList().indexOf(name);
      long elements = MODEL.get().get(parameter).elements();
      for (long element : new long[] {0, elements / 2, elements - 1}) {
        String file = change(name, element);
        VerifyReport report = SparkCheckpoint.verify(SPARK, MODEL, folder.toUri(), RANGES);
        assertFalse(report.isSame());
        Difference difference = report.difference().orElseThrow();
        assertEquals(file, difference.file());
        assertEquals(name, difference.tensor());
        assertEquals(-difference.drawn(), difference.stored());
        int[] shape = MODEL.get().get(parameter).info().shape();
        assertArrayEquals(Element.index(shape, element), difference.index());
        change(name, element); // back
      }
    }
    assertTrue(SparkCheckpoint.verify(SPARK, MODEL, folder.toUri(), RANGES).isSame());
  }

  @Test
  void theFirstOfSeveral() throws IOException {
    change("blocks.0.w", 70_007);
    change("z", 5);
    change("blocks.0.w", 70_003);
    float[] drawn = new float[1];
    MODEL.get().get(2).draw(70_003, 1, drawn, 0);
    VerifyReport report = SparkCheckpoint.verify(SPARK, MODEL, folder.toUri(), RANGES);
    Difference first = report.difference().orElseThrow();
    assertEquals(
        "blocks.0.w[174, 229] is "
            + (double) -drawn[0]
            + " (0x"
            + Integer.toHexString(Float.floatToIntBits(-drawn[0]))
            + ") in "
            + first.file()
            + " at byte "
            + first.position()
            + ", but the model draws "
            + (double) drawn[0]
            + " (0x"
            + Integer.toHexString(Float.floatToIntBits(drawn[0]))
            + ")",
        report.toString());
  }

  @Test
  void anotherSeedAndAnotherModel() throws IOException {
    assertFalse(SparkCheckpoint.verify(SPARK, TestModel.mixed(2), folder.toUri()).isSame());
    TestModel other = TestModel.of(1, TestModel.ranged("embed", DataType.BF16, 300, 1000));
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> SparkCheckpoint.verify(SPARK, other, folder.toUri()));
    assertTrue(
        refusal
            .getMessage()
            .contains("embed has shape [1000, 300] in the file and [300, 1000] in the model"),
        refusal::getMessage);
  }

  @Test
  void filesThatAreDamaged() throws IOException {
    Path file = folder.resolve(change("z", 0));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 8));
    MalformedFileException refusal =
        assertThrows(
            MalformedFileException.class,
            () -> SparkCheckpoint.verify(SPARK, MODEL, folder.toUri()));
    assertTrue(refusal.getMessage().startsWith("file:" + file), refusal::getMessage);
    Files.delete(file);
    assertEquals(
        "file:" + file + " is missing",
        assertThrows(IOException.class, () -> SparkCheckpoint.verify(SPARK, MODEL, folder.toUri()))
            .getMessage());
  }
}
