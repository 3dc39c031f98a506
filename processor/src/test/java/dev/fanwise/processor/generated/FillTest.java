package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import dev.fanwise.processor.harness.Reference;
import dev.fanwise.processor.harness.Tensors;
import dev.fanwise.runtime.Draw;
import dev.fanwise.runtime.Fill;
import dev.fanwise.runtime.ParameterInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the generated methods of healthy models do. */
class FillTest {
  private static final long SEED = -42;

  private static final ClassLoader LOADER =
      Javac.compile(
              """
              class Mixed {
                @Shape({256, 7}) @XavierInit float[] uniform;
                @Shape({70, 40}) @XavierInit double[] uniforms;
                @Shape({50, 37}) @KaimingInit float[][] normal;
                @Shape({3, 5, 7}) @KaimingInit double[][][] normals;
                @Shape({2, 3, 4, 5}) @XavierInit float[][][][] deep;
                @Shape({20, 60}) @KaimingInit(distribution = Distribution.TRUNCATED_NORMAL) float[] cut;
                @Shape({4, 3}) @XavierInit(distribution = Distribution.TRUNCATED_NORMAL) double[][] cuts;
                @Shape(256) @BiasInit(of = "uniform") float[] bias;
                @Shape(9) @ZerosInit float[] zeros;
                @Shape({2, 2}) @OnesInit double[][] ones;
                @Shape(3) @ConstantInit(0.1) float[] tenths;
                @Shape(3) @ConstantInit(0.1) double[] doubleTenths;
                @Shape(2) @ConstantInit(-0.0) float[] negativeZeros;
                @Shape(2) @ConstantInit(4.9e-324) double[] smallest;
                Object other = "untouched";
              }
              """,
              """
              class Finals {
                @Shape({2, 3}) @XavierInit final float[] flat = new float[6];
                @Shape({2, 3}) @XavierInit final double[][] nested = new double[2][3];
                @Shape(2) @OnesInit volatile float[] ones;
              }
              """)
          .load();

  @Test
  void missingArraysAreAllocated() {
    Model model = Model.of(LOADER, "p.Mixed");
    assertSame(model.object(), model.initialize(SEED));
    for (ParameterInfo info : model.parameters()) {
      Object array = model.get(info.name());
      assertNotNull(array, info.name());
      boolean nested = array instanceof Object[];
      assertEquals(
          nested ? Tensors.list(info.shape()) : List.of((int) info.elements()),
          Tensors.shape(array),
          info.name());
    }
    assertEquals("untouched", model.get("other"));
  }

  @Test
  void arraysThatAreThereAreFilledInPlace() {
    Model fresh = Model.of(LOADER, "p.Mixed");
    fresh.initialize(SEED);
    Model model = Model.of(LOADER, "p.Mixed");
    float[] uniform = new float[256 * 7];
    double[][][] normals = new double[3][5][7];
    double[] row = normals[2][4];
    model.set("uniform", uniform);
    model.set("normals", normals);
    model.initialize(SEED);
    assertSame(uniform, model.get("uniform"));
    assertSame(normals, model.get("normals"));
    assertSame(row, normals[2][4]);
    for (String name : model.names()) {
      assertArrayEquals(Tensors.flat(fresh.get(name)), Tensors.flat(model.get(name)), name);
    }
  }

  @Test
  void finalArraysAreFilled() {
    Model model = Model.of(LOADER, "p.Finals");
    Object flat = model.get("flat");
    model.initialize(SEED);
    assertSame(flat, model.get("flat"));
    double bound = Math.sqrt(6.0 / 5);
    long key = Reference.key(SEED, "flat");
    long nestedKey = Reference.key(SEED, "nested");
    for (int e = 0; e < 6; e++) {
      assertEquals(Reference.uniformFloat(key, e, bound), ((float[]) flat)[e]);
      assertEquals(
          Reference.uniformDouble(nestedKey, e, model.parameter("nested").high()),
          ((double[][]) model.get("nested"))[e / 3][e % 3]);
    }
    assertArrayEquals(new float[] {1, 1}, (float[]) model.get("ones"));
  }

  @Test
  void everyWayGivesTheSameBits() {
    Model model = Model.of(LOADER, "p.Mixed");
    model.initialize(SEED);
    for (ParameterInfo info : model.parameters()) {
      double[] whole = Tensors.flat(model.get(info.name()));
      Object single = Tensors.like(model.get(info.name()));
      model.fill(info.name(), single, SEED);
      assertArrayEquals(whole, Tensors.flat(single), info.name());
      assertArrayEquals(whole, inShards(model, info, 1 + whole.length / 3), info.name());
      assertArrayEquals(whole, inShards(model, info, 1), info.name());
      assertArrayEquals(whole, elementwise(model, info), info.name());
    }
  }

  /** The parameter in shards of a size, from the last to the first, with a margin at both ends. */
  private static double[] inShards(Model model, ParameterInfo info, int size) {
    int elements = (int) info.elements();
    Object into = Tensors.flatLike(model.get(info.name()), elements + 2);
    for (int from = (elements - 1) / size * size; from >= 0; from -= size) {
      int count = Math.min(size, elements - from);
      model.fill(info.name(), into, 1 + from, from, count, SEED);
    }
    double[] all = Tensors.flat(into);
    assertEquals(0, all[0]);
    assertEquals(0, all[elements + 1]);
    return Arrays.copyOfRange(all, 1, elements + 1);
  }

  /** The parameter by the runtime's own methods, an element at a time. */
  private static double[] elementwise(Model model, ParameterInfo info) {
    boolean isFloat = Tensors.isFloat(model.get(info.name()));
    double[] expected = new double[(int) info.elements()];
    long key = Reference.key(SEED, info.name());
    for (int e = 0; e < expected.length; e++) {
      expected[e] = isFloat ? element(info, key, e) : doubleElement(info, key, e);
    }
    return expected;
  }

  private static float element(ParameterInfo info, long key, int e) {
    if (info.distribution() == null) {
      return (float) info.mean();
    }
    int word = Reference.word(key, e);
    switch (info.distribution()) {
      case UNIFORM:
        return Draw.uniform(word, (float) info.high() * 0x1p-23f);
      case NORMAL:
        return Draw.normal(word, 0, (float) info.std());
      default:
        float[] one = new float[1];
        double sigma = (float) (info.high() / 2);
        Fill.truncatedNormal(one, 0, 1, key, e, 0, sigma, -2, 2);
        return one[0];
    }
  }

  private static double doubleElement(ParameterInfo info, long key, int e) {
    if (info.distribution() == null) {
      return info.mean();
    }
    long word = Reference.word64(key, e);
    switch (info.distribution()) {
      case UNIFORM:
        return Draw.uniform(word, info.high() * 0x1p-52);
      case NORMAL:
        return Draw.normal(word, 0, info.std());
      default:
        double[] one = new double[1];
        Fill.truncatedNormal(one, 0, 1, key, e, 0, info.high() / 2, -2, 2);
        return one[0];
    }
  }

  @Test
  void constantsAreRoundedOnce() {
    Model model = Model.of(LOADER, "p.Mixed");
    model.initialize(SEED);
    assertArrayEquals(new float[9], (float[]) model.get("zeros"));
    assertArrayEquals(new double[][] {{1, 1}, {1, 1}}, (double[][]) model.get("ones"));
    assertArrayEquals(new float[] {0.1f, 0.1f, 0.1f}, (float[]) model.get("tenths"));
    assertArrayEquals(new double[] {0.1, 0.1, 0.1}, (double[]) model.get("doubleTenths"));
    assertArrayEquals(new float[] {-0f, -0f}, (float[]) model.get("negativeZeros"));
    assertArrayEquals(new double[] {4.9e-324, 4.9e-324}, (double[]) model.get("smallest"));
    assertEquals((double) 0.1f, model.parameter("tenths").mean());
    assertEquals(0.1, model.parameter("doubleTenths").mean());
  }

  @Test
  void anotherSeedGivesOtherBits() {
    Model model = Model.of(LOADER, "p.Mixed");
    float[] first = new float[256 * 7];
    float[] second = new float[256 * 7];
    model.fill("uniform", first, 1);
    model.fill("uniform", second, 2);
    long same = IntStream.range(0, first.length).filter(i -> first[i] == second[i]).count();
    assertEquals(0, same);
  }
}
