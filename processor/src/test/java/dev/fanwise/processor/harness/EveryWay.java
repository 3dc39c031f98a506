package dev.fanwise.processor.harness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** That weights have the same elements in every kind of field and by every way to fill it. */
public final class EveryWay {

  /** Up to so many elements are filled one at a time as well. */
  private static final int FEW = 600;

  private EveryWay() {}

  /** For weights whose elements depend on each other, so that no part can be filled alone. */
  public static void checkWhole(
      EveryKind kinds, String name, double[] drawn, int[] shape, long seed) {
    check(kinds, name, kind -> kind.round(drawn), false, shape, seed);
  }

  /** For weights that are drawn as doubles whatever the field holds. */
  public static void check(EveryKind kinds, String name, double[] drawn, int[] shape, long seed) {
    check(kinds, name, kind -> kind.round(drawn), true, shape, seed);
  }

  /**
   * For weights of which floats are drawn for themselves.
   *
   * @param held what a field of a kind holds
   */
  public static void check(
      EveryKind kinds, String name, Function<FieldKind, double[]> held, int[] shape, long seed) {
    check(kinds, name, held, true, shape, seed);
  }

  private static void check(
      EveryKind kinds,
      String name,
      Function<FieldKind, double[]> held,
      boolean divisible,
      int[] shape,
      long seed) {
    for (FieldKind kind : FieldKind.values()) {
      String label = kind + " " + name + Arrays.toString(shape);
      double[] expected = held.apply(kind);
      Model model = kinds.initialized(kind, seed);
      assertArrayEquals(expected, kind.read(model.get(name)), label);
      Object tensor = kind.soiled(kind.tensor(shape));
      model.fill(name, tensor, seed);
      assertArrayEquals(expected, kind.read(tensor), label);
      if (kind.isBuffer()) {
        checkBuffers(model, kind, name, expected, seed);
      }
      assertEquals(divisible ? 1 : 0, shardMethods(model, name), label);
      if (divisible) {
        int elements = expected.length;
        checkShards(model, kind, name, expected, elements, seed);
        checkShards(model, kind, name, expected, 1 + elements / 3, seed);
        checkShards(model, kind, name, expected, elements <= FEW ? 1 : FEW, seed);
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
