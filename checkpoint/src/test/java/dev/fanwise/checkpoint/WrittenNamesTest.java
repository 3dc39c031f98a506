package dev.fanwise.checkpoint;

import static dev.fanwise.checkpoint.Refusals.assertIllegal;
import static dev.fanwise.runtime.DataType.BF16;
import static dev.fanwise.runtime.DataType.F32;
import static dev.fanwise.runtime.DataType.F64;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checkpoints under other names, and of weights that a model holds. */
class WrittenNamesTest {
  private static final WriteOptions DEFAULTS = WriteOptions.defaults();

  @TempDir Path folder;

  private static byte[] bytes(Parameters parameters) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Safetensors.write(bytes, parameters);
    return bytes.toByteArray();
  }

  private byte[] written() throws IOException {
    return Files.readAllBytes(folder.resolve("model.safetensors"));
  }

  private static Lazy two() {
    return new Lazy(1).normal("hidden", F32, 2, 3).normal("bias", F32, 3);
  }

  private static float[] drawn(Lazy model, int number) {
    int count = (int) model.list().get(number).elements();
    float[] drawn = new float[count];
    model.list().get(number).draw(0, count, drawn, 0);
    return drawn;
  }

  @Test
  void namesOfAMap() throws IOException {
    Checkpoint.write(folder, two().list(), DEFAULTS.names(Map.of("hidden", "fc.weight")));
    byte[] expected =
        bytes(
            new Parameters()
                .add("fc.weight", F32, drawn(two(), 0), 2, 3)
                .add("bias", F32, drawn(two(), 1), 3));
    assertArrayEquals(expected, written());
    float[] hidden = new float[6];
    Checkpoint.read(
        folder,
        new Parameters().add("hidden", F32, hidden, 2, 3).add("bias", F32, new float[3], 3),
        ReadOptions.strict().names(Map.of("fc.weight", "hidden")));
    assertArrayEquals(drawn(two(), 0), hidden);
  }

  @Test
  void namesOfAFunctionThatLeavesOneOut() throws IOException {
    WriteOptions options =
        DEFAULTS.maxShardBytes(1).names(name -> name.equals("bias") ? null : "net." + name);
    WriteReport report =
        Checkpoint.write(folder, two().normal("x", F32, 1).normal("bias2", F32, 1).list(), options);
    assertEquals(3, report.tensors());
    String index = Files.readString(folder.resolve("model.safetensors.index.json"));
    assertTrue(index.contains("\"net.hidden\": \"model-00001-of-00003.safetensors\""), index);
    assertTrue(index.contains("\"net.bias2\": \"model-00003-of-00003.safetensors\""), index);
    assertEquals(
        List.of("net.x"),
        Checkpoint.plan(two().normal("x", F32, 1).list(), options)
            .shards()
            .get(1)
            .tensors()
            .stream()
            .map(CheckpointPlan.Tensor::name)
            .toList());
  }

  @Test
  void refusals() {
    assertIllegal(
        "the model has no parameter hiden to be called fc.weight. Did you mean hidden?",
        () -> Checkpoint.plan(two().list(), DEFAULTS.names(Map.of("hiden", "fc.weight"))));
    assertIllegal(
        "hidden and bias are both to be called w in the file",
        () -> Checkpoint.plan(two().list(), DEFAULTS.names(name -> "w")));
    assertIllegal(
        "hidden and bias are both to be called bias in the file",
        () -> Checkpoint.plan(two().list(), DEFAULTS.names(Map.of("hidden", "bias"))));
    assertIllegal(
        "__metadata__ is the name of a parameter, but a safetensors file keeps its metadata there",
        () -> Checkpoint.plan(two().list(), DEFAULTS.names(Map.of("bias", "__metadata__"))));
    assertIllegal(
        "a parameter has no name: ",
        () -> Checkpoint.plan(two().list(), DEFAULTS.names(Map.of("bias", ""))));
  }

  private static Parameters held() {
    float[][][] nested = new float[20][3][1000];
    float[] flat = new float[60_000];
    double[] doubles = new double[70_000];
    short[] brains = new short[300_000];
    for (int i = 0; i < 60_000; i++) {
      flat[i] = i;
      nested[i / 3000][i / 1000 % 3][i % 1000] = -i;
      doubles[i] = 1.0 / i;
      brains[i] = (short) i;
    }
    FloatBuffer buffer = FloatBuffer.wrap(flat.clone());
    buffer.position(7);
    return new Parameters()
        .add("nested", F32, nested, 20, 3, 1000)
        .add("flat", F32, flat, 60_000)
        .add("buffer", F32, buffer, 60_000)
        .add("doubles", F64, doubles, 70, 1000)
        .add("doubleBuffer", F64, DoubleBuffer.wrap(doubles), 70, 1000)
        .add("brains", BF16, brains, 300, 1000)
        .add("scalar", F32, new float[] {3})
        .add("empty", F32, new float[0], 0);
  }

  @Test
  void heldWeightsHaveTheBytesOfSafetensors() throws IOException {
    for (ForkJoinPool pool : new ForkJoinPool[] {null, ForkJoinPool.commonPool()}) {
      WriteReport report = Checkpoint.write(folder, held(), DEFAULTS.pool(pool));
      assertEquals(8, report.tensors());
      assertArrayEquals(bytes(held()), written());
      Files.delete(folder.resolve("model.safetensors"));
    }
    assertIllegal(
        "w is null, but shape [2] needs 2 elements",
        () -> Checkpoint.write(folder, new Parameters().add("w", F32, null, 2), DEFAULTS));
  }

  /** One number that was trained on is enough: nobody can tell where. */
  @Test
  void heldWeightsAreComparedWhole() throws IOException {
    float[] weights = new float[100_000];
    Parameters model = new Parameters().add("w", F32, weights, 100_000);
    WriteOptions options = DEFAULTS.resume(true);
    assertEquals(List.of(), Checkpoint.write(folder, model, options).kept());
    assertEquals(List.of("model.safetensors"), Checkpoint.write(folder, model, options).kept());
    weights[33_333] = 1;
    assertEquals(List.of(), Checkpoint.write(folder, model, options).kept());
    assertArrayEquals(bytes(model), written());
  }
}
