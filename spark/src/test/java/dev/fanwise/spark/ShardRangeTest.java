package dev.fanwise.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.checkpoint.Checkpoint;
import dev.fanwise.checkpoint.CheckpointPlan;
import dev.fanwise.checkpoint.WriteOptions;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.LazyParameter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardRangeTest {
  private static final int PIECE = ShardBytes.PIECE;

  @TempDir Path folder;

  private static List<Long> cuts(TestModel model, long limit) {
    List<LazyParameter> parameters = model.get();
    CheckpointPlan plan = Checkpoint.plan(parameters, WriteOptions.defaults());
    long header = plan.shards().get(0).header().length;
    List<Long> cuts = new ArrayList<>();
    long end = 0;
    for (ShardRange range : ShardRange.cut(plan, 0, parameters, limit)) {
      assertEquals(end, range.from());
      assertTrue(range.to() > range.from());
      end = range.to();
      cuts.add(end - header);
    }
    assertEquals(plan.shards().get(0).length(), end);
    return cuts;
  }

  @Test
  void betweenPieces() {
    TestModel four = TestModel.of(1, TestModel.ranged("w", DataType.F32, PIECE, 1));
    assertEquals(List.of(4L * PIECE), cuts(four, 5L * PIECE));
    assertEquals(List.of(2L * PIECE, 4L * PIECE), cuts(four, 3L * PIECE - 1));
    assertEquals(List.of(1L * PIECE, 3L * PIECE, 4L * PIECE), cuts(four, 2L * PIECE));
    // Less than a piece cannot be: the header alone, then piece by piece.
    assertEquals(
        List.of(0L, 1L * PIECE, 2L * PIECE, 3L * PIECE, 4L * PIECE), cuts(four, PIECE / 2));
  }

  @Test
  void neverWithinATensorThatIsDrawnWhole() {
    int side = 600; // 1,440,000 bytes
    TestModel model =
        TestModel.of(
            1,
            TestModel.ranged("a", DataType.F32, 10),
            new TestModel.Tensor("b", TestModel.Kind.WHOLE, DataType.F32, side, side),
            TestModel.ranged("c", DataType.F32, 10));
    long b = side * side * 4;
    assertEquals(List.of(40L, 40 + b, 80 + b), cuts(model, 1000));
    assertEquals(List.of(80 + b), cuts(model, 2 * b));
  }

  /** All ranges of all limits, put together, are what one machine writes. */
  @Test
  void rangesMakeTheFile() throws IOException {
    List<LazyParameter> parameters = TestModel.mixed(3).get();
    CheckpointPlan plan = Checkpoint.plan(parameters, WriteOptions.defaults());
    Checkpoint.write(folder, parameters, WriteOptions.defaults());
    byte[] whole = Files.readAllBytes(folder.resolve("model.safetensors"));
    ShardBytes bytes = new ShardBytes(plan.shards().get(0), parameters);
    for (long limit : new long[] {1, 100_000, PIECE, 500_000, 1 << 30}) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (ShardRange range : ShardRange.cut(plan, 0, parameters, limit)) {
        bytes.draw(
            range.from(),
            range.to(),
            (piece, position, what) -> {
              assertEquals(all.size(), position);
              all.write(piece.array(), piece.position(), piece.remaining());
            });
      }
      assertArrayEquals(whole, all.toByteArray());
    }
  }

  @Test
  void largeTasksBeginFirstAndAreAlike() {
    List<ShardRange> ranges = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ranges.add(new ShardRange(i, 0, i + 1));
    }
    List<Long> sums = Work.share(ranges, 3).stream().map(Work::bytesOf).toList();
    assertEquals(List.of(10L, 9L, 9L), sums);
    assertEquals(7, Work.share(ranges, 0).size());
    assertEquals(7, Work.share(ranges, 100).size());
    assertEquals(6, Work.share(ranges, 0).get(0).get(0).shard());
  }
}
