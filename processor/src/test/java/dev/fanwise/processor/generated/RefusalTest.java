package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arrays that do not fit, and shards that do not exist: a clear word, and nothing is written. */
class RefusalTest {
  private static final ClassLoader LOADER =
      Javac.compile(
              """
              class Outer {
                static class Net {
                  @Shape({2, 3}) @XavierInit float[] first;
                  @Shape({2, 3}) @XavierInit double[][] rows;
                  @Shape({2, 3, 4}) @KaimingInit float[][][] cubes;
                  @Shape({40, 50}) @OnesInit double[] ones;
                  @Shape(5) @ZerosInit final float[] last;
                  Net(float[] last) { this.last = last; }
                }
              }
              """)
          .load();

  static List<Arguments> misfits() {
    double[][] longRow = {new double[3], new double[4]};
    double[][] noRow = {new double[3], null};
    float[][][] shortRow = {new float[3][4], {new float[4], new float[4], new float[3]}};
    float[][][] noInnerRow = {{new float[4], null, new float[4]}, new float[3][4]};
    float[][][] noPlane = {null, new float[3][4]};
    return List.of(
        misfit("first", new float[5], " has length 5, but shape [2, 3] needs 6 elements"),
        misfit("first", new float[0], " has length 0, but shape [2, 3] needs 6 elements"),
        misfit("rows", new double[3][3], " has length 3, but shape [2, 3] needs 2"),
        misfit("rows", new double[2][2], "[0] has length 2, but shape [2, 3] needs 3"),
        misfit("rows", longRow, "[1] has length 4, but shape [2, 3] needs 3"),
        misfit("rows", noRow, "[1] is null, but shape [2, 3] needs 3"),
        misfit("cubes", new float[2][2][4], "[0] has length 2, but shape [2, 3, 4] needs 3"),
        misfit("cubes", shortRow, "[1][2] has length 3, but shape [2, 3, 4] needs 4"),
        misfit("cubes", noInnerRow, "[0][1] is null, but shape [2, 3, 4] needs 4"),
        misfit("cubes", noPlane, "[0] is null, but shape [2, 3, 4] needs 3"),
        misfit(
            "ones", new double[2001], " has length 2001, but shape [40, 50] needs 2000 elements"),
        misfit("last", new float[4], " has length 4, but shape [5] needs 5 elements"));
  }

  private static Arguments misfit(String field, Object array, String text) {
    return Arguments.of(field, array, "Outer.Net." + field + text);
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void initializeWritesNothingBeforeAllIsChecked(String field, Object array, String text) {
    Model model = modelWithout("first");
    if (field.equals("first")) {
      model = modelWithout("rows");
    }
    if (field.equals("last")) {
      model = Model.of(LOADER, "p.Outer$Net", array);
      model.set("rows", nines(new double[2][3]));
    } else {
      model.set(field, array);
    }
    Model faulty = model;
    assertRefused(text, () -> faulty.initialize(1));
    for (String name : model.names()) {
      Object value = model.get(name);
      if (name.equals(field) || value == null) {
        continue;
      }
      double[] elements = Tensors.flat(value);
      assertArrayEquals(DoubleStream.generate(() -> 9).limit(elements.length).toArray(), elements);
    }
    String missing = field.equals("first") ? "rows" : "first";
    assertNull(model.get(missing), "allocated in spite of the error");
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void aFillMethodWritesNothingEither(String field, Object array, String text) {
    Model model = modelWithout("first");
    double[] before = array == null || text.contains("is null") ? null : Tensors.flat(array);
    assertRefused(text, () -> model.fill(field, array, 1));
    if (before != null) {
      assertArrayEquals(before, Tensors.flat(array));
    }
  }

  @Test
  void aFinalFieldThatIsNullSaysWhyItGetsNoArray() {
    Model model = Model.of(LOADER, "p.Outer$Net", (Object) null);
    String text =
        "Outer.Net.last is null, and the field is final, so that it cannot be given an array:"
            + " assign one in its class, or remove final";
    assertRefused(text, () -> model.initialize(1));
    assertNull(model.get("first"));
    assertRefused(
        "Outer.Net.last is null, but shape [5] needs 5 elements",
        () -> model.fill("last", null, 1));
    Model symbolic =
        Model.of(
            Javac.compile(
                "class Net { int n = 3; @Shape(dims = \"n\") @OnesInit final float[] w = null;"
                    + " @Shape({3, 3}) @XavierInit final float[][] x = null; }"),
            "p.Net");
    assertRefused(text.replace("Outer.Net.last", "Net.w"), () -> symbolic.initialize(1));
  }

  /** A model whose arrays hold nines, but for one that is missing. */
  private static Model modelWithout(String missing) {
    Model model = Model.of(LOADER, "p.Outer$Net", nines(new float[5]));
    model.set("first", nines(new float[6]));
    model.set("rows", nines(new double[2][3]));
    model.set("cubes", nines(new float[2][3][4]));
    model.set("ones", nines(new double[2000]));
    model.set(missing, null);
    return model;
  }

  private static Object nines(Object array) {
    if (array instanceof float[] floats) {
      Arrays.fill(floats, 9);
    } else if (array instanceof double[] doubles) {
      Arrays.fill(doubles, 9);
    } else {
      for (Object row : (Object[]) array) {
        nines(row);
      }
    }
    return array;
  }

  @Test
  void aModelThatIsNull() {
    Model model = modelWithout("first");
    String text = "Outer.Net is null: create the model first";
    assertRefused(text, () -> model.initialize(null, 1));
    assertRefused(text, () -> model.visit(null, (info, weights) -> {}));
    Outcome tree =
        Javac.compile(
            "class Net { int n = 2; @Shape(dims = \"n\") @OnesInit float[] w;"
                + " @Submodule Net[] inner = {}; }");
    Model whole = Model.of(tree, "p.Net");
    assertRefused("Net is null: create the model first", () -> whole.initialize(null, 1));
  }

  /** What has more elements than can be counted is not counted, as it is not initialised. */
  @Test
  void whatCannotBeCounted() {
    Model model =
        Model.of(
            Javac.compile(
                "class Net { int n = Integer.MAX_VALUE;"
                    + " @Shape(dims = {\"n\", \"n\", \"n\"}) @ZerosInit float[][][] w; }"),
            "p.Net");
    String text =
        "Net.w, shape [n, n, n] = [2147483647, 2147483647, 2147483647] has more than 2^63 elements";
    assertRefused(text, () -> model.initialize(1));
    assertRefused(text, model::count);
    assertRefused(text, model::parametersOfModel);
    String two =
        "@ZerosInit float[][][] a; @Shape({2097152, 2097152, 2097151}) @ZerosInit float[][][] b;";
    Model sum =
        Model.of(
            Javac.compile("class Net { @Shape({2097152, 2097152, 2097151}) " + two + " }"),
            "p.Net");
    assertRefused("with b there are more than 2^63 weights", sum::count);
    assertRefused("with b there are more than 2^63 weights", sum::constantCount);
  }

  static List<Arguments> shards() {
    return List.of(
        shard(10, 0, 0, 7, "has 6 elements: there are no 7 from 0 on"),
        shard(10, 0, 6, 1, "has 6 elements: there are no 1 from 6 on"),
        shard(10, 0, 5, 2, "has 6 elements: there are no 2 from 5 on"),
        shard(10, 0, -1, 1, "has 6 elements: there are no 1 from -1 on"),
        shard(10, 0, 0, -1, "has 6 elements: there are no -1 from 0 on"),
        shard(
            10,
            0,
            Long.MAX_VALUE,
            1,
            "has 6 elements: there are no 1 from " + Long.MAX_VALUE + " on"),
        shard(
            10,
            0,
            Long.MIN_VALUE,
            6,
            "has 6 elements: there are no 6 from " + Long.MIN_VALUE + " on"),
        shard(10, 0, 0, Integer.MAX_VALUE, "has 6 elements: there are no 2147483647 from 0 on"),
        shard(10, 8, 0, 3, ": 3 elements do not fit at 8 of length 10"),
        shard(10, -1, 0, 3, ": 3 elements do not fit at -1 of length 10"),
        shard(10, Integer.MAX_VALUE, 0, 3, ": 3 elements do not fit at 2147483647 of length 10"),
        shard(2, 0, 0, 3, ": 3 elements do not fit at 0 of length 2"));
  }

  private static Arguments shard(int length, int offset, long from, int count, String text) {
    return Arguments.of(length, offset, from, count, text);
  }

  @ParameterizedTest
  @MethodSource("shards")
  void shardsThatDoNotExistOrDoNotFit(int length, int offset, long from, int count, String text) {
    Model model = modelWithout("first");
    String gap = text.startsWith(":") ? "" : " ";
    double[] into = (double[]) nines(new double[length]);
    assertRefused(
        "Outer.Net.rows" + gap + text, () -> model.fill("rows", into, offset, from, count, 1));
    assertArrayEquals((double[]) nines(new double[length]), into);
    float[] floats = (float[]) nines(new float[length]);
    assertRefused(
        "Outer.Net.first" + gap + text, () -> model.fill("first", floats, offset, from, count, 1));
    assertArrayEquals((float[]) nines(new float[length]), floats);
  }

  @Test
  void emptyShardsAreFineUpToTheEnd() {
    Model model = modelWithout("first");
    float[] into = {9, 9};
    model.fill("first", into, 2, 6, 0, 1);
    model.fill("first", into, 0, 0, 0, 1);
    assertArrayEquals(new float[] {9, 9}, into);
  }

  private static void assertRefused(String text, Executable call) {
    assertEquals(text, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
