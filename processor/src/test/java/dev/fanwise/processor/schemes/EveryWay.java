package dev.fanwise.processor.schemes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.processor.harness.EveryKind;
import dev.fanwise.processor.harness.FieldKind;
import dev.fanwise.processor.harness.Model;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** That weights have the same elements in every kind of field and by every way to fill it. */
final class EveryWay {
  private EveryWay() {}

  /**
   * Compares all kinds and ways with the numbers that are drawn.
   *
   * @param drawn what each kind of field holds once rounded
   * @param divisible whether parts can be filled alone
   */
  static void check(
      EveryKind kinds, String name, double[] drawn, boolean divisible, int[] shape, long seed) {
    for (FieldKind kind : FieldKind.values()) {
      String label = kind + " " + name + Arrays.toString(shape);
      double[] expected = kind.round(drawn);
      Model model = kinds.model(kind);
      model.initialize(seed);
      assertArrayEquals(expected, kind.read(model.get(name)), label);
      Object tensor = kind.soiled(kind.tensor(shape));
      model.fill(name, tensor, seed);
      assertArrayEquals(expected, kind.read(tensor), label);
      if (kind.isBuffer()) {
        checkBuffers(model, kind, name, expected, seed);
      }
      assertEquals(divisible ? 1 : 0, shardMethods(model, name), label);
      if (divisible) {
        for (int size : new int[] {1, 1 + drawn.length / 3, drawn.length}) {
          checkShards(model, kind, name, expected, size, seed);
        }
      }
    }
  }

  private static void checkBuffers(
      Model model, FieldKind kind, String name, double[] expected, long seed) {
    for (Object buffer : kind.buffers(expected.length)) {
      String before = buffer.toString();
      model.fill(name, kind.soiled(buffer), seed);
      assertArrayEquals(expected, kind.read(buffer), before);
      assertEquals(before, buffer.toString(), "position or limit moved");
    }
  }

  private static long shardMethods(Model model, String name) {
    return Stream.of(model.initializer().getDeclaredMethods())
        .filter(method -> method.getName().equalsIgnoreCase("fill" + name))
        .filter(method -> method.getParameterCount() == 5)
        .count();
  }

  /** All shards of a size, from the last to the first, into rows with a margin at both ends. */
  private static void checkShards(
      Model model, FieldKind kind, String name, double[] expected, int size, long seed) {
    double[] margin = kind.read(kind.soiled(kind.row(1)));
    List<Object> rows =
        kind.isBuffer()
            ? kind.buffers(expected.length + 2)
            : List.of(kind.row(expected.length + 2));
    for (Object row : rows) {
      kind.soiled(row);
      for (int from = (expected.length - 1) / size * size; from >= 0; from -= size) {
        int count = Math.min(size, expected.length - from);
        model.fill(name, row, 1 + from, from, count, seed);
      }
      double[] filled = kind.read(row);
      assertArrayEquals(expected, Arrays.copyOfRange(filled, 1, expected.length + 1), name);
      assertEquals(margin[0], filled[0], "written before the shard");
      assertEquals(margin[0], filled[expected.length + 1], "written behind the shard");
    }
  }
}
