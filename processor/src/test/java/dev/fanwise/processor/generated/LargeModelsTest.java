package dev.fanwise.processor.generated;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Bytecode;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.Reference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models with many weights, and with more than memory holds. */
class LargeModelsTest {
  /** The virtual machine never compiles a longer method ({@code -XX:+DontCompileHugeMethods}). */
  private static final int LONGEST_METHOD = 8000;

  /**
   * How many members the largest class has. One class holds the constants of fewer than 4,000,
   * which {@code .ci/run} asks for; javac takes quadratic time for annotated fields, and so minutes
   * for 10,000, with or without a processor. Where Eclipse's compiler runs, javac runs as well, to
   * compare: there are no more than usual then.
   */
  private static final int MOST_MEMBERS =
      Boolean.getBoolean("fanwise.ecj") ? 1200 : Integer.getInteger("fanwise.large.members", 1200);

  /** More than the generated class has methods for itself. */
  private static final int MANY_MEMBERS = 1020;

  @Test
  void manyFields(@TempDir Path folder) {
    String fields =
        IntStream.range(0, MANY_MEMBERS)
            .mapToObj(
                k ->
                    k % 3 == 0
                        ? "@Shape({2, 3}) @KaimingInit(distribution = Distribution.UNIFORM) float[]"
                            + " w"
                            + k
                        : k % 3 == 1
                            ? "@Shape({2, 2, 2, 2}) @XavierInit double[][][][] w" + k
                            : "@Shape(4) @ConstantInit("
                                + k
                                + ") final float[] w"
                                + k
                                + " = {0, 0, 0, 0}")
            .collect(joining(";\n", "class Huge {\n", ";\n}\n"));
    Outcome outcome = Javac.compile(fields);
    Model model = Model.of(outcome, "p.Huge");
    List<String> names = model.names();
    assertEquals(MANY_MEMBERS, names.size());
    assertEquals("w" + (MANY_MEMBERS - 1), names.get(MANY_MEMBERS - 1));
    double bound = model.parameter("w0").high();
    double nestedBound = model.parameter("w1").high();
    model.initialize(11);
    for (int k = 0; k < MANY_MEMBERS; k += 3) {
      float[] floats = (float[]) model.get("w" + k);
      assertEquals(Reference.uniformFloat(Reference.key(11, "w" + k), 5, bound), floats[5]);
      double[][][][] doubles = (double[][][][]) model.get("w" + (k + 1));
      assertEquals(
          Reference.uniformDouble(Reference.key(11, "w" + (k + 1)), 15, nestedBound),
          doubles[1][1][1][1]);
      float value = k + 2;
      assertArrayEquals(
          new float[] {value, value, value, value}, (float[]) model.get("w" + (k + 2)));
    }
    assertMethodsAreShort(outcome, "p.HugeInitializer", folder);
  }

  @Test
  void manySymbolicWeights(@TempDir Path folder) {
    String fields =
        IntStream.range(0, MANY_MEMBERS)
            .mapToObj(
                k ->
                    k % 2 == 0
                        ? "@Shape(dims = {\"out\", \"in\"}) @XavierInit float[] w" + k
                        : "@Shape(dims = {\"out\", \"2\"}) @LecunInit double[][] w" + k)
            .collect(joining(";\n", "class Huge { int out = 3, in = 4;\n", ";\n}\n"));
    Outcome outcome = Javac.compile(fields);
    Model model = Model.of(outcome, "p.Huge");
    model.initialize(11);
    assertEquals(MANY_MEMBERS / 2 * (12 + 6), model.count());
    double bound = Math.sqrt(3) * Math.sqrt(2 / 7.0);
    for (int k = 0; k < MANY_MEMBERS; k += 2) {
      float[] floats = (float[]) model.get("w" + k);
      assertEquals(Reference.uniformFloat(Reference.key(11, "w" + k), 11, bound), floats[11]);
      assertEquals(3, ((double[][]) model.get("w" + (k + 1))).length);
    }
    assertMethodsAreShort(outcome, "p.HugeInitializer", folder);
  }

  @Test
  void manySubmodules(@TempDir Path folder) {
    String fields =
        IntStream.range(0, MANY_MEMBERS)
            .mapToObj(
                k ->
                    k % 2 == 0
                        ? "@Submodule Leaf s" + k + " = new Leaf()"
                        : "@Submodule Leaf[][] s" + k + " = {{}, {new Leaf()}}")
            .collect(joining(";\n", "class Huge {\n", ";\n}\n"));
    Outcome outcome =
        Javac.compile(fields, "class Leaf { @Shape(2) @UniformInit(low = -1) double[] w; }");
    Model model = Model.of(outcome, "p.Huge");
    model.initialize(11);
    assertEquals(2L * MANY_MEMBERS, model.count());
    int[] visited = {0};
    model.visit(
        (info, weights) -> {
          int k = visited[0]++;
          long seed = Reference.key(11, "s" + k);
          if (k % 2 == 1) {
            seed = Reference.threefry(Reference.threefry(seed, 1), 0);
          }
          assertEquals(k % 2 == 0 ? "s" + k + ".w" : "s" + k + ".1.0.w", info.name());
          assertEquals(
              Reference.uniformDouble(Reference.key(seed, "w"), 1, 1), ((double[]) weights)[1]);
        });
    assertEquals(MANY_MEMBERS, visited[0]);
    assertMethodsAreShort(outcome, "p.HugeInitializer", folder);
  }

  @Test
  void asManyFieldsAsAskedFor() {
    String fields =
        IntStream.range(0, MOST_MEMBERS)
            .mapToObj(
                k ->
                    k % 10 == 0
                        ? "@Shape({2, 3}) @XavierInit float[] w" + k
                        : k % 10 == 1
                            ? "@Shape({2, 2}) @XavierInit double[][] w" + k
                            : "@Shape(1) @ConstantInit(" + k + ") float[] w" + k)
            .collect(joining(";\n", "class Huge {\n", ";\n}\n"));
    Model model = Model.of(Javac.compile(fields), "p.Huge");
    assertEquals(MOST_MEMBERS, model.names().size());
    assertEquals("w" + (MOST_MEMBERS - 1), model.names().get(MOST_MEMBERS - 1));
    assertEquals(MOST_MEMBERS / 10 * (6L + 4 + 8), model.count());
    int[] visited = {0};
    model.initialize(11);
    model.visit((info, weights) -> assertEquals("w" + visited[0]++, info.name()));
    assertEquals(MOST_MEMBERS, visited[0]);
    double bound = model.parameter("w0").high();
    double nestedBound = model.parameter("w1").high();
    for (int k = 0; k < MOST_MEMBERS; k += 10) {
      float[] floats = (float[]) model.get("w" + k);
      assertEquals(Reference.uniformFloat(Reference.key(11, "w" + k), 5, bound), floats[5]);
      double[][] doubles = (double[][]) model.get("w" + (k + 1));
      assertEquals(
          Reference.uniformDouble(Reference.key(11, "w" + (k + 1)), 3, nestedBound), doubles[1][1]);
      assertArrayEquals(new float[] {k + 9}, (float[]) model.get("w" + (k + 9)));
    }
    float[] into = new float[2];
    String last = "w" + (MOST_MEMBERS - 10);
    model.fill(last, into, 1, 5, 1, 11);
    assertEquals(((float[]) model.get(last))[5], into[1]);
  }

  /** Those of the class and of its nested classes, if it has any. */
  private static void assertMethodsAreShort(Outcome outcome, String type, Path folder) {
    int methods = 0;
    for (Map.Entry<String, byte[]> one : outcome.classes().entrySet()) {
      if (one.getKey().equals(type) || one.getKey().startsWith(type + "$")) {
        Map<String, Integer> lengths = Bytecode.methodLengths(one.getValue(), folder);
        methods += lengths.size();
        lengths.forEach(
            (method, length) -> assertTrue(length < LONGEST_METHOD, method + " " + length));
      }
    }
    assertTrue(methods > 50, type + " " + methods);
  }

  @Test
  void everyUnrolledMethodIsShort(@TempDir Path folder) {
    String fields =
        IntStream.of(1, 16, 17, 511, 512, 513, 515, 1023, 1024, 1025, 1039, 1536, 1543, 2047, 3000)
            .mapToObj(
                n ->
                    "@Shape({%1$d, 1}) @KaimingInit float[] n%1$d;\n".formatted(n)
                        + "@Shape({%1$d, 1}) @KaimingInit double[] d%1$d;\n".formatted(n))
            .collect(joining("", "class Unrolled {\n", "}\n"));
    Outcome outcome = Javac.compile(fields);
    Map<String, Integer> lengths =
        Bytecode.methodLengths(outcome.classes().get("p.UnrolledInitializer"), folder);
    lengths.forEach((method, length) -> assertTrue(length < LONGEST_METHOD, method + " " + length));
  }

  /** Only compiled: no machine of ours holds them. */
  @Test
  void theLongestArrayAndLargerTensors() {
    Outcome outcome =
        Javac.compile(
            """
            class Big {
              @Shape(2147483639) @ConstantInit(1e-45) float[] constant;
              @Shape({2147483639, 1}) @XavierInit float[] flat;
              @Shape({1, 2147483639}) @KaimingInit double[] doubles;
              @Shape({2147483639, 1})
              @XavierInit(distribution = Distribution.TRUNCATED_NORMAL)
              float[] cut;
              @Shape({65536, 65536}) @XavierInit float[][] rows;
              @Shape({2, 2147483639}) @KaimingInit double[][] longRows;
              @Shape({16, 65536, 65536}) @KaimingInit(mode = FanMode.FAN_OUT) float[][][] cube;
              @Shape({2000000, 2000000, 2000000}) @XavierInit float[][][] vast;
              @Shape({16, 65536, 65536}) @BiasInit(of = "vast") float[][][] bias;
            }
            """);
    Model model = Model.of(outcome, "p.Big");
    assertEquals(8_000_000_000_000_000_000L, model.parameter("vast").elements());
    assertEquals(4e12, model.parameter("vast").fanIn());
    assertEquals(1L << 32, model.parameter("rows").elements());
    for (String name : List.of("flat", "cut", "rows", "cube", "vast", "bias")) {
      long last = model.parameter(name).elements() - 1;
      float[] into = new float[1];
      model.fill(name, into, 0, last, 1, 2);
      assertTrue(into[0] != 0, name);
    }
    long last = model.parameter("vast").elements() - 1;
    float[] into = new float[1];
    model.fill("vast", into, 0, last, 1, 2);
    assertEquals(
        Reference.uniformFloat(Reference.key(2, "vast"), last, Math.sqrt(3) * Math.sqrt(2 / 8e12)),
        into[0]);
  }
}
