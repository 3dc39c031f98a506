package dev.fanwise.processor.generated;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dimensions that cannot be, found when the model is there: nothing is written then. */
class SymbolicRefusalTest {
  /** A model of weights that are written first, a submodule with such, and a field at fault. */
  private static Model model(String dimensions, String faulty) {
    String body = "int out, in; " + faulty + " w;";
    return Model.of(
        Javac.compile(
            "class Net { @Shape(3) @OnesInit final float[] before = new float[3];"
                + " @Shape(2) @OnesInit float[] missing;"
                + " @Submodule Part part = new Part(); @Submodule Block block = new Block(); }",
            "class Part { @Shape(2) @OnesInit final float[] ones = new float[2]; }",
            "class Block { @Shape(4) @OnesInit final double[] ones = new double[4]; "
                + body
                + " { "
                + dimensions
                + " } }"),
        "p.Net");
  }

  private static void assertRefuses(String text, Model model) {
    ForkJoinPool pool = new ForkJoinPool(2);
    Runnable[] listing = {
      model::parametersOfModel,
      model::count,
      () -> model.lazyParameters(1),
      () -> model.visit((info, weights) -> {})
    };
    List<Runnable> ways =
        new ArrayList<>(
            List.of(() -> model.initialize(1), () -> model.initialize(1, pool), model::allocate));
    // Lists look at no array, so that there may be none that could hold the shape.
    if (text.matches(".* (has length|is null|is a read-only buffer|a Java array holds).*")) {
      for (Runnable list : listing) {
        list.run();
      }
    } else {
      ways.addAll(List.of(listing));
    }
    for (Runnable way : ways) {
      assertEquals(text, assertThrows(IllegalArgumentException.class, way::run).getMessage());
      assertArrayEquals(new float[3], (float[]) model.get("before"));
      assertNull(model.get("missing"));
      assertArrayEquals(new float[2], (float[]) field(model.get("part"), "ones"));
      assertArrayEquals(new double[4], (double[]) field(model.get("block"), "ones"));
    }
    pool.shutdown();
  }

  private static Object field(Object object, String name) {
    return Model.around(object).get(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "out = 0; in = 3;|@Shape(dims = {\"out\", \"in\"}) @XavierInit float[]|"
            + "Net.block.w, shape [out, in] = [0, 3]: out = 0, but every dimension must be at least 1",
        "out = 2; in = -3;|@Shape(dims = {\"out\", \"in\", \"5\"}) @XavierInit float[][][]|"
            + "Net.block.w, shape [out, in, 5] = [2, -3, 5]: in = -3, but every dimension must be at"
            + " least 1",
        "out = -2147483648;|@Shape(dims = \"out\") @ZerosInit double[]|"
            + "Net.block.w, shape [out] = [-2147483648]: out = -2147483648, but every dimension must"
            + " be at least 1",
        "out = 2; in = 1;|@Shape(dims = {\"out\", \"in\"}) @VarianceScalingInit(scale = 1e-68,"
            + " distribution = Distribution.NORMAL) float[]|"
            + "Net.block.w, shape [out, in] = [2, 1]: @VarianceScalingInit gives a standard deviation"
            + " of 1.0E-34, beyond what can be drawn as F32",
        "out = 2; in = 1;|@Shape(dims = {\"out\", \"in\"}) @VarianceScalingInit(scale = 1e12,"
            + " distribution = Distribution.NORMAL) @Precision(HalfPrecision.FP16) short[]|"
            + "Net.block.w, shape [out, in] = [2, 1]: @VarianceScalingInit gives a standard deviation"
            + " of 1000000.0, beyond what can be drawn as F16",
        "out = 65536; in = 1;|@Shape(dims = {\"in\", \"out\"}) @VarianceScalingInit(scale = 1e-323,"
            + " distribution = Distribution.NORMAL) float[]|"
            + "Net.block.w, shape [in, out] = [1, 65536]: @VarianceScalingInit gives a standard"
            + " deviation of 0.0, beyond what can be drawn as F32",
        "out = 1; in = 1;|@Shape(dims = {\"out\", \"in\"}) @OrthogonalInit(gain = 1e300) float[]|"
            + "Net.block.w, shape [out, in] = [1, 1]: @OrthogonalInit gives a standard deviation"
            + " of 1.0E300, beyond what can be drawn as F32",
        "out = 65536; in = 32768;|@Shape(dims = {\"out\", \"in\"}) @XavierInit float[]|"
            + "Net.block.w, shape [out, in] = [65536, 32768] makes 2147483648 elements, but a Java"
            + " array holds at most 2147483639; nested arrays of float or double hold more",
        "out = 65536; in = 65536;|@Shape(dims = {\"out\", \"in\"}) @KaimingInit"
            + " java.nio.FloatBuffer|"
            + "Net.block.w, shape [out, in] = [65536, 65536] makes 4294967296 elements, but a Java"
            + " array holds at most 2147483639; nested arrays of float or double hold more",
        "out = 2147483647; in = 3;|@Shape(dims = {\"out\", \"in\", \"out\"}) @XavierInit float[][][]|"
            + "Net.block.w, shape [out, in, out] = [2147483647, 3, 2147483647] has more than 2^63"
            + " elements",
        "out = 2147483647; in = 3;|@Shape(dims = {\"out\", \"in\", \"out\"}) @XavierInit double[]|"
            + "Net.block.w, shape [out, in, out] = [2147483647, 3, 2147483647] has more than 2^63"
            + " elements",
        "out = 10; in = 3;|@Shape(dims = {\"out\", \"in\"}, groups = 4) @XavierInit float[]|"
            + "Net.block.w, shape [out, in] = [10, 3]: groups = 4 does not divide out = 10",
        "out = 10; in = 3;|@Shape(dims = {\"out\", \"in\"}, parts = 3) @XavierInit float[][]|"
            + "Net.block.w, shape [out, in] = [10, 3]: parts = 3 does not divide out = 10",
        "out = 10; in = 3;|@Shape(dims = {\"out\", \"in\"}, groups = 2, parts = 3) @XavierInit"
            + " float[]|"
            + "Net.block.w, shape [out, in] = [10, 3]: parts = 3 does not divide out = 10, 5 in each"
            + " group",
        "out = 10; in = 3;|@Shape(dims = {\"5\", \"in\", \"out\"}, layout = Layout.IO, parts = 3)"
            + " @XavierInit float[]|"
            + "Net.block.w, shape [5, in, out] = [5, 3, 10]: parts = 3 does not divide out = 10",
        "out = 10; in = 3;|@Shape(dims = {\"in\", \"out\", \"4\"}, connection ="
            + " Connection.TRANSPOSED, groups = 2) @XavierInit float[]|"
            + "Net.block.w, shape [in, out, 4] = [3, 10, 4]: groups = 2 does not divide in = 3",
        "out = 10; in = 3;|@Shape(dims = {\"in\", \"out\", \"4\"}, connection ="
            + " Connection.TRANSPOSED, parts = 4) @XavierInit float[]|"
            + "Net.block.w, shape [in, out, 4] = [3, 10, 4]: parts = 4 does not divide out = 10",
        "out = 10; in = 3;|@Shape(dims = {\"4\", \"out\", \"in\"}, layout = Layout.IO, connection ="
            + " Connection.TRANSPOSED, groups = 2, parts = 4) @XavierInit float[]|"
            + "Net.block.w, shape [4, out, in] = [4, 10, 3]: parts = 4 does not divide out = 10, 5 in"
            + " each group",
        "out = 2; in = 3;|@Shape(dims = {\"out\", \"in\", \"3\"}) @DeltaOrthogonalInit float[]|"
            + "Net.block.w, shape [out, in, 3] = [2, 3, 3]: 2 outputs cannot keep the norm of 3 inputs;"
            + " @DeltaOrthogonalInit needs at least as many outputs",
        "out = 2; in = 3;|@Shape(dims = {\"out\", \"in\"}) @ForgetGateInit(gates = 4, forgetGate = 1)"
            + " float[]|"
            + "Net.block.w, shape [out, in] = [2, 3]: gates = 4 does not divide its 6 elements",
        "out = 10;|@Shape(dims = \"out\") @ChronoInit(gates = 4, forgetGate = 1, inputGate = 0,"
            + " maxTime = 50) double[]|"
            + "Net.block.w, shape [out] = [10]: gates = 4 does not divide its 10 elements",
        "out = 0;|@Shape(value = {4, 3}, groupsOf = \"out\") @XavierInit float[]|"
            + "Net.block.w, shape [4, 3]: groups = out = 0, but there must be at least 1",
        "out = -2; in = 3;|@Shape(dims = {\"4\", \"in\"}, groupsOf = \"out\") @ZerosInit float[][]|"
            + "Net.block.w, shape [4, in] = [4, 3]: groups = out = -2, but there must be at least 1",
        "out = 3;|@Shape(value = {4, 3}, groupsOf = \"out\") @ZerosInit java.nio.FloatBuffer|"
            + "Net.block.w, shape [4, 3]: groups = out = 3 does not divide 4",
        "out = 3; in = 4;|@Shape(dims = {\"in\", \"out\", \"4\"}, connection ="
            + " Connection.TRANSPOSED, groupsOf = \"out\") @XavierInit float[]|"
            + "Net.block.w, shape [in, out, 4] = [4, 3, 4]: groups = out = 3 does not divide in = 4",
        "out = 2;|@Shape(value = {12, 3}, groupsOf = \"out\", parts = 4) @XavierInit double[]|"
            + "Net.block.w, shape [12, 3]: parts = 4 does not divide 12, 6 in each group",
        "out = 3;|@Shape(value = {6, 4}, groupsOf = \"out\") @MupInit(baseShape = {4, 4}) float[]|"
            + "Net.block.w, shape [6, 4]: baseShape = [4, 4] is no shape for these weights: shape"
            + " [4, 4]: groups = 3 must divide 4",
        "out = 3;|@Shape(value = {6, 4, 3}, groupsOf = \"out\") @DeltaOrthogonalInit float[]|"
            + "Net.block.w, shape [6, 4, 3]: 2 outputs cannot keep the norm of 4 inputs;"
            + " @DeltaOrthogonalInit needs at least as many outputs",
        "in = 0;|@Shape({4, 3}) @NormalInit @ResidualScaled(layersOf = \"in\", rule ="
            + " ResidualRule.GPT2) float[]|"
            + "Net.block.w: layers = in = 0, but @ResidualScaled needs at least 1",
        "in = -1; out = 4;|@Shape(dims = {\"out\", \"3\"}) @XavierInit @ResidualScaled(layersOf ="
            + " \"in\", rule = ResidualRule.FIXUP) double[][]|"
            + "Net.block.w: layers = in = -1, but @ResidualScaled needs at least 1",
        "in = 2000000000;|@Shape(4) @UniformInit(low = 1, high = 1.001) @ResidualScaled(layersOf ="
            + " \"in\", rule = ResidualRule.GPT2) float[]|"
            + "Net.block.w, shape [4]: @UniformInit has bounds of 1.0004999920943058 and"
            + " 1.000500007905694 with no F32 between them",
        "in = 2000000000;|@Shape(4) @TruncatedNormalInit(mean = 1.0004, std = 0.1) @ResidualScaled("
            + "layersOf = \"in\", rule = ResidualRule.GPT2) @Precision(HalfPrecision.FP16) short[]|"
            + "Net.block.w, shape [4]: @TruncatedNormalInit has bounds of 1.0003968377223398 and"
            + " 1.0004031622776601 with no F16 between them",
        "in = 2000000000;|@Shape(4) @NormalInit(std = 1e-30) @ResidualScaled(layersOf = \"in\","
            + " rule = ResidualRule.GPT2) float[]|"
            + "Net.block.w, shape [4]: @NormalInit gives a standard deviation of"
            + " 1.5811388300841898E-35, beyond what can be drawn as F32",
      })
  void namesTheExpressionAndItsValue(String dimensions, String field, String text) {
    Model model = model(dimensions, field);
    assertRefuses(text, model);
    assertNull(field(model.get("block"), "w"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "float[]|new float[7]|"
            + "Net.block.w has length 7, but shape [out, in] = [2, 3] needs 6 elements",
        "final double[]|null|"
            + "Net.block.w is null, and the field is final, so that it cannot be given an array: assign"
            + " one in its class, or remove final",
        "java.nio.FloatBuffer|java.nio.FloatBuffer.allocate(5)|"
            + "Net.block.w has length 5, but shape [out, in] = [2, 3] needs 6 elements",
        "java.nio.DoubleBuffer|java.nio.DoubleBuffer.allocate(6).asReadOnlyBuffer()|"
            + "Net.block.w is a read-only buffer, so it cannot be filled",
        "@Precision(HalfPrecision.FP16) short[]|new short[1]|"
            + "Net.block.w has length 1, but shape [out, in] = [2, 3] needs 6 elements",
        "float[][]|new float[2][2]|Net.block.w[0] has length 2, but shape [2, 3] needs 3",
        "double[][]|new double[][] {new double[3]&null}|"
            + "Net.block.w[1] is null, but shape [2, 3] needs 3",
        "double[][]|new double[3][]|Net.block.w has length 3, but shape [2, 3] needs 2",
      })
  void namesTheArrayThatDoesNotFit(String type, String value, String text) {
    String field = "@Shape(dims = {\"out\", \"in\"}) @XavierInit " + type;
    assertRefuses(text, model("out = 2; in = 3; w = " + value.replace('&', ',') + ";", field));
  }

  /** Methods that fill one parameter call the model by its name alone. */
  @Test
  void fillMethodsRefuseAsWell() {
    Model model =
        Model.of(
            Javac.compile(
                """
                class Net {
                  int out;
                  @Shape(dims = {"out", "3"}) @XavierInit float[] w;
                  @Shape(4) @BiasInit(of = "w") float[] bias;
                }
                """),
            "p.Net");
    float[] array = {7, 7, 7, 7, 7};
    assertRefuses(
        "Net.w, shape [out, 3] = [0, 3]: out = 0, but every dimension must be at least 1",
        () -> model.fill("w", array, List.of(0), 1));
    assertRefuses(
        "Net.w, shape [out, 3] = [0, 3]: out = 0, but every dimension must be at least 1",
        () -> model.fill("bias", new float[4], List.of(0), 1));
    assertRefuses(
        "Net.w has length 5, but shape [out, 3] = [2, 3] needs 6 elements",
        () -> model.fill("w", array, List.of(2), 1));
    assertRefuses(
        "Net.w has 6 elements: there are no 3 from 4 on",
        () -> model.fill("w", array, 0, 4, 3, List.of(2), 1));
    assertRefuses(
        "Net.w: 3 elements do not fit at 3 of length 5",
        () -> model.fill("w", array, 3, 0, 3, List.of(2), 1));
    assertArrayEquals(new float[] {7, 7, 7, 7, 7}, array);
  }

  @Test
  void fillMethodsRefuseCountsAsWell() {
    Model model =
        Model.of(
            Javac.compile(
                """
                class Net {
                  int groups() {
                    return 2;
                  }
                  int depth;
                  @Shape(value = {4, 2}, groupsOf = "groups")
                  @XavierInit
                  @ResidualScaled(layersOf = "depth", rule = ResidualRule.GPT2)
                  float[][] w;
                }
                """),
            "p.Net");
    float[][] rows = {{7, 7}, {7, 7}, {7, 7}, {7, 7}};
    assertRefuses(
        "Net.w, shape [4, 2]: groups = groups = 3 does not divide 4",
        () -> model.fill("w", rows, List.of(3, 1), 1));
    assertRefuses(
        "Net.w: layers = depth = 0, but @ResidualScaled needs at least 1",
        () -> model.fill("w", rows, List.of(2, 0), 1));
    assertRefuses(
        "Net.w: layers = depth = 0, but @ResidualScaled needs at least 1",
        () -> model.fill("w", rows[0], 0, 0, 2, List.of(2, 0), 1));
    assertRefuses(
        "Net.w: layers = depth = 0, but @ResidualScaled needs at least 1",
        model::parametersOfModel);
    for (float[] row : rows) {
      assertArrayEquals(new float[] {7, 7}, row);
    }
  }

  private static void assertRefuses(String text, Runnable call) {
    assertEquals(text, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }
}
