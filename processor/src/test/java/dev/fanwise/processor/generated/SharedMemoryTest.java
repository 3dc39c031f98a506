package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.fanwise.RandomEngine;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights with one memory: a clear word, and nothing is written, on a pool or without. */
class SharedMemoryTest {
  private static final String FIELD =
      ": one of them would overwrite the other; leave @Shape out of one of the two fields";

  private static final String ROW =
      ": one of them would overwrite the other; give every row an array of its own";

  private static final String LAYER =
      "class Layer { @Shape({2, 3}) @XavierInit float[] w; Layer() {}"
          + " Layer(float[] w) { this.w = w; } }";

  /** A model whose shapes need not be as they are for it to be refused. */
  private static Arguments model(String later, String earlier, String wayOut, String... members) {
    return Arguments.of(
        later + " shares memory with " + earlier + wayOut, String.join("\n", members));
  }

  static Stream<Arguments> tied() {
    return Stream.of(
        model(
            "Net.b",
            "Net.a",
            FIELD,
            "@Shape({2, 3}) @XavierInit float[] a = new float[6];",
            "@Shape({3, 2}) @NormalInit float[] b = a;"),
        model(
            "Net.b",
            "Net.a",
            FIELD,
            "@Shape({2, 3}) @XavierInit final double[] a = new double[6];",
            "@Shape({2, 3}) @XavierInit float[] none;",
            "@Shape(6) @ZerosInit final double[] b = a;"),
        model(
            "Net.b",
            "Net.a",
            FIELD,
            "@Shape({2, 3}) @XavierInit @Precision(HalfPrecision.BF16) short[] a = new short[6];",
            "@Shape({2, 3}) @XavierInit @Precision(HalfPrecision.FP16) short[] b = a;"),
        model(
            "Net.b",
            "Net.a",
            FIELD,
            "int n = 3;",
            "@Shape(dims = {\"2\", \"n\"}) @XavierInit float[] a = new float[6];",
            "@Shape({2, 3}) @XavierInit float[] b = a;"),
        model(
            "Net.b",
            "Net.own",
            FIELD,
            "float[] shared = new float[6];",
            "@Submodule Layer b0 = new Layer();",
            "@Shape({2, 3}) @XavierInit float[] own = shared;",
            "@Shape({2, 3}) @XavierInit float[] b = shared;"),
        model(
            "Net.second.w",
            "Net.first.w",
            FIELD,
            "@Submodule Layer first = new Layer(new float[6]);",
            "@Submodule Layer second = new Layer(first.w);"),
        model(
            "Net.head.w",
            "Net.table",
            FIELD,
            "@Shape({3, 2}) @XavierInit float[] table = new float[6];",
            "@Submodule Layer head = new Layer(table);"),
        model(
            "Net.maps[\"x\"][1].w",
            "Net.layers[2].w",
            FIELD,
            "float[] shared = new float[6];",
            "@Submodule Layer[] layers = {new Layer(), new Layer(), new Layer(shared)};",
            "@Submodule Map<String, List<Layer>> maps =",
            "    Map.of(\"x\", List.of(new Layer(), new Layer(shared)));"),
        model(
            "Net.w[400]",
            "Net.w[17]",
            ROW,
            "@Shape({500, 2}) @XavierInit float[][] w = new float[500][2];",
            "{ w[400] = w[17]; }"),
        model(
            "Net.w[1]",
            "Net.w[0]",
            ROW,
            "@Shape({500, 2}) @XavierInit double[][] w = new double[500][];",
            "{ Arrays.fill(w, new double[2]); }"),
        model(
            "Net.w[1][0]",
            "Net.w[0][2]",
            ROW,
            "int n = 3;",
            "@Shape(dims = {\"2\", \"n\", \"2\"}) @NormalInit float[][][] w = new float[2][3][2];",
            "{ w[1][0] = w[0][2]; }"),
        model(
            "Net.w[1][0]",
            "Net.w[0][0]",
            ROW,
            "@Shape({2, 3, 2}) @NormalInit float[][][] w = new float[2][3][2];",
            "{ w[1] = w[0]; }"),
        model(
            "Net.b[1]",
            "Net.a[2]",
            FIELD,
            "@Shape({3, 2}) @XavierInit float[][] a = new float[3][2];",
            "@Shape({2, 2}) @XavierInit float[][] b = {new float[2], a[2]};"),
        model(
            "Net.b",
            "Net.a",
            FIELD,
            "@Shape({3, 2}) @XavierInit float[][] a = new float[3][2];",
            "@Shape({3, 2}) @XavierInit float[][] b = a;"),
        model(
            "Net.bias",
            "Net.a[2]",
            FIELD,
            "@Shape({3, 2}) @XavierInit float[][] a = new float[3][2];",
            "@Shape(2) @ZerosInit float[] bias = a[2];"),
        model(
            "Net.b",
            "Net.a",
            FIELD,
            "@Shape({2, 3}) @XavierInit FloatBuffer a = FloatBuffer.wrap(new float[6]);",
            "@Shape({2, 3}) @XavierInit FloatBuffer b = FloatBuffer.wrap(a.array());"),
        model(
            "Net.b",
            "Net.a",
            FIELD,
            "@Shape({2, 3}) @XavierInit DoubleBuffer a =",
            "    DoubleBuffer.wrap(new double[11], 0, 6).slice();",
            "@Shape({2, 3}) @XavierInit DoubleBuffer b =",
            "    DoubleBuffer.wrap(a.array(), 5, 6).slice();"),
        model(
            "Net.b",
            "Net.a",
            FIELD,
            "@Shape({2, 3}) @XavierInit float[] a = new float[6];",
            "@Shape({1, 2}) @XavierInit FloatBuffer b = FloatBuffer.wrap(a, 4, 2).slice();"),
        model(
            "Net.b",
            "Net.a[1]",
            FIELD,
            "@Shape({2, 3}) @XavierInit float[][] a = new float[2][3];",
            "@Shape({1, 2}) @XavierInit FloatBuffer b = FloatBuffer.wrap(a[1], 0, 2).slice();"),
        model(
            "Net.b",
            "Net.a",
            FIELD,
            "@Shape({2, 3}) @XavierInit FloatBuffer a =",
            "    java.nio.ByteBuffer.allocateDirect(24).asFloatBuffer();",
            "@Shape({2, 3}) @XavierInit FloatBuffer b = a;"),
        model(
            "Net.w39",
            "Net.w1",
            FIELD,
            IntStream.range(0, 40)
                .mapToObj(i -> "@Shape(6) @UniformInit float[] w" + i + ";")
                .collect(Collectors.joining("\n", "", "\n{ w1 = w39 = new float[6]; }"))),
        model(
            "Net.w239",
            "Net.w1",
            FIELD,
            IntStream.range(0, 240)
                .mapToObj(i -> "@Shape(6) @UniformInit float[] w" + i + ";")
                .collect(Collectors.joining("\n", "", "\n{ w1 = w239 = new float[6]; }"))));
  }

  private static Outcome compile(String superclass, String members) {
    return Javac.compile(
        LAYER,
        superclass,
        "package p; import dev.fanwise.*; import java.nio.*; import java.util.*;\n"
            + members
            + "\n");
  }

  @ParameterizedTest
  @MethodSource("tied")
  void areNamedBoth(String text, String members) {
    Outcome outcome =
        compile(
            "class Base { @Shape({5, 5}) @OnesInit final float[] before = new float[25]; }",
            "class Net extends Base { @Shape({7, 7}) @OnesInit float[] absent;\n" + members + " }");
    assertRefused(text, Model.of(outcome, "p.Net"));
  }

  private static void assertRefused(String text, Model model) {
    ForkJoinPool pool = new ForkJoinPool(2);
    for (Runnable way :
        new Runnable[] {() -> model.initialize(1), () -> model.initialize(1, pool)}) {
      assertEquals(text, assertThrows(IllegalArgumentException.class, way::run).getMessage());
      assertArrayEquals(new float[25], (float[]) model.get("before"));
      assertNull(model.get("absent"));
    }
    pool.shutdown();
  }

  @ParameterizedTest
  @EnumSource(RandomEngine.class)
  void inEveryStreamAndInherited(RandomEngine engine) {
    Outcome outcome =
        compile(
            "class Base { @Shape({5, 5}) @OnesInit final float[] before = new float[25];"
                + " @Shape({2, 3}) @NormalInit float[][] inherited = new float[2][3]; }",
            "@RandomStream(RandomEngine."
                + engine
                + ") class Net extends Base { @Shape({7, 7}) @OnesInit float[] absent;"
                + " @Submodule Tail tail = new Tail(); { tail.w = inherited[1]; }"
                + " static class Tail { @Shape(3) @UniformInit float[] w; } }");
    assertRefused(
        "Net.tail.w shares memory with Net.inherited[1]" + FIELD, Model.of(outcome, "p.Net"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Shape({2, 3}) @XavierInit float[] a; @Shape({2, 3}) @XavierInit float[] b;",
        "@Shape({2, 3}) @XavierInit float[][] a; @Shape({2, 3}) @XavierInit float[][] b;",
        "@Submodule Layer a = new Layer(); @Submodule Layer b = new Layer();",
        "@Shape({2, 3}) @XavierInit FloatBuffer a = FloatBuffer.wrap(new float[12], 0, 6).slice();"
            + " @Shape({2, 3}) @XavierInit FloatBuffer c; @Shape({1, 3}) @XavierInit FloatBuffer b"
            + " = FloatBuffer.wrap(a.array(), 9, 3).slice(); @Shape({1, 3}) @XavierInit FloatBuffer"
            + " d = FloatBuffer.wrap(a.array(), 6, 3).slice();",
        "ByteBuffer all = ByteBuffer.allocateDirect(48); @Shape({2, 3}) @XavierInit FloatBuffer a ="
            + " all.asFloatBuffer().limit(6).slice(); @Shape({2, 3}) @XavierInit FloatBuffer b ="
            + " all.asFloatBuffer().position(6).slice();",
        "@Shape({2, 3}) @XavierInit float[] a = new float[6]; float[] b = a;"
      })
  void whatIsApartIsFilled(String members) {
    Model model = Model.of(compile("class Base {}", "class Net { " + members + " }"), "p.Net");
    ForkJoinPool pool = new ForkJoinPool(2);
    assertDoesNotThrow(() -> model.initialize(1));
    assertDoesNotThrow(() -> model.initialize(1, pool));
    pool.shutdown();
  }

  @Test
  void aFillMethodRefusesRowsThatAreOne() {
    Model model =
        Model.of(
            Javac.compile(
                "class Net { @Shape({3, 2}) @XavierInit float[][] w = new float[3][2]; }"),
            "p.Net");
    float[][] rows = {new float[2], new float[2], null};
    rows[2] = rows[0];
    assertEquals(
        "Net.w[2] shares memory with Net.w[0]" + ROW,
        assertThrows(IllegalArgumentException.class, () -> model.fill("w", rows, 1)).getMessage());
    assertArrayEquals(new float[2], rows[0]);
  }

  /** What is tied after it was drawn can still be listed and written to files. */
  @Test
  void tiedWeightsCanBeVisited() {
    Model model =
        Model.of(
            compile(
                "class Base {}",
                "class Net { @Shape({2, 3}) @XavierInit float[][] own = new float[2][3];"
                    + " @Submodule Layer a = new Layer(); @Submodule Layer b = new Layer(); }"),
            "p.Net");
    model.initialize(1);
    Model.around(model.get("b")).set("w", Model.around(model.get("a")).get("w"));
    ((float[][]) model.get("own"))[0] = ((float[][]) model.get("own"))[1];
    assertEquals(3, model.parametersOfModel().size());
    assertEquals(18, model.count());
    model.visit((info, weights) -> assertFalse(weights == null));
  }

  /** A model of flat arrays that stands alone pays with no class and hardly with an allocation. */
  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void theCheckOfAFlatModelAllocatesOneSmallArray(int alike) throws ReflectiveOperationException {
    String fields =
        IntStream.range(0, alike)
            .mapToObj(i -> "@Shape(6) @UniformInit final float[] w" + i + " = new float[6];")
            .collect(Collectors.joining("\n"));
    Model model = Model.of(Javac.compile("class Net { " + fields + " }"), "p.Net");
    Method method =
        model
            .initializer()
            .getDeclaredMethod("check", model.object().getClass(), CharSequence.class);
    method.setAccessible(true);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    Object[] arguments = {model.object(), "Net"};
    for (int i = 0; i < 100; i++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      method.invoke(null, arguments);
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    long array = alike == 1 ? 0 : 16 + 8L * alike;
    assertTrue(least <= array, "allocates " + least + " bytes");
  }

  @Test
  void arraysOfDifferentLengthsOrTypesAreNotCompared() {
    Outcome outcome =
        Javac.compile(
            "class Net { @Shape({2, 3}) @XavierInit float[] a; @Shape(4) @OnesInit float[] b;"
                + " @Shape(6) @OnesInit double[] c; }");
    String source = outcome.source("p.NetInitializer");
    assertFalse(source.contains("apart") || source.contains("ModelPath"), source);
  }
}
