package dev.fanwise.checkpoint;

import static dev.fanwise.checkpoint.Refusals.assertIllegal;
import static dev.fanwise.runtime.DataType.BF16;
import static dev.fanwise.runtime.DataType.F32;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckpointPlanTest {
  private static CheckpointPlan plan(Lazy model, long maxShardBytes) {
    return Checkpoint.plan(model.list(), WriteOptions.defaults().maxShardBytes(maxShardBytes));
  }

  private static List<List<String>> names(CheckpointPlan plan) {
    return plan.shards().stream()
        .map(shard -> shard.tensors().stream().map(CheckpointPlan.Tensor::name).toList())
        .toList();
  }

  private static Lazy five() {
    return new Lazy(1)
        .normal("d", F32, 10)
        .normal("c", BF16, 10)
        .normal("b", F32, 100)
        .normal("a", F32, 10)
        .normal("e", F32, 5);
  }

  @Test
  void oneFileIfAllFits() {
    CheckpointPlan plan = plan(five(), 520);
    assertFalse(plan.isSharded());
    assertEquals(List.of(List.of("a", "b", "d", "e", "c")), names(plan));
    assertEquals("model.safetensors", plan.shards().get(0).file());
    assertEquals(520, plan.totalSize());
    assertEquals(520, plan.shards().get(0).bytes());
  }

  @Test
  void inOrderAsHuggingFacesToolsShare() {
    CheckpointPlan plan = plan(five(), 100);
    // b is larger than a file may be and goes before that which is being filled.
    assertEquals(List.of(List.of("b"), List.of("a", "d", "c"), List.of("e")), names(plan));
    assertEquals(
        List.of(
            "model-00001-of-00003.safetensors",
            "model-00002-of-00003.safetensors",
            "model-00003-of-00003.safetensors"),
        plan.shards().stream().map(CheckpointPlan.Shard::file).toList());
    assertEquals(
        """
        {
          "metadata": {
            "total_size": 520
          },
          "weight_map": {
            "a": "model-00002-of-00003.safetensors",
            "b": "model-00001-of-00003.safetensors",
            "c": "model-00002-of-00003.safetensors",
            "d": "model-00002-of-00003.safetensors",
            "e": "model-00003-of-00003.safetensors"
          }
        }
        """,
        plan.index());
  }

  @Test
  void tensorsLieWhereTheHeaderSays() {
    for (CheckpointPlan.Shard shard : plan(five(), 100).shards()) {
      long at = shard.header().length;
      for (CheckpointPlan.Tensor tensor : shard.tensors()) {
        assertEquals(at, tensor.position());
        assertEquals(five().list().get(tensor.parameter()).info().name(), tensor.name());
        at += tensor.bytes();
      }
      assertEquals(at, shard.length());
    }
  }

  @Test
  void aModelOfTerabytesHasAPlanAtOnce() {
    Lazy large = new Lazy(1);
    for (int i = 0; i < 100; i++) {
      large.normal("w" + i, BF16, 300_000, 8192 * 100);
    }
    CheckpointPlan plan = plan(large, 5_000_000_000L);
    assertEquals(100, plan.shards().size());
    assertEquals(100L * 300_000 * 8192 * 100 * 2, plan.totalSize());
  }

  @Test
  void aPlanCanBeSent() throws Exception {
    CheckpointPlan plan =
        Checkpoint.plan(
            five().list(),
            WriteOptions.defaults().maxShardBytes(100).metadata(Map.of("format", "pt")));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(plan);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      CheckpointPlan read = (CheckpointPlan) in.readObject();
      assertEquals(plan.index(), read.index());
      assertEquals(names(plan), names(read));
      assertArrayEquals(plan.shards().get(1).header(), read.shards().get(1).header());
      assertTrue(new String(read.shards().get(1).header()).contains("\"format\":\"pt\""));
    }
  }

  @Test
  void noParametersAreOneFile() {
    CheckpointPlan plan = plan(new Lazy(1), 1);
    assertEquals(List.of(List.of()), names(plan));
    assertEquals(0, plan.totalSize());
  }

  @Test
  void refusals() {
    assertIllegal(
        "maxShardBytes must be positive, not 0", () -> WriteOptions.defaults().maxShardBytes(0));
    assertIllegal(
        "a is the name of two parameters, but each tensor of a file needs its own",
        () -> plan(new Lazy(1).normal("a", F32, 1).normal("a", F32, 1), 100));
    assertIllegal(
        "__metadata__ is the name of a parameter, but a safetensors file keeps its metadata there",
        () -> plan(new Lazy(1).normal("__metadata__", F32, 1), 100));
    Lazy huge = new Lazy(1);
    for (int i = 0; i < 9; i++) {
      huge.normal("w" + i, F32, 1 << 29, 1 << 30);
    }
    assertIllegal("the parameters have more than 2^63 bytes", () -> plan(huge, 100));
  }
}
