package dev.fanwise.processor.problems;

import static dev.fanwise.processor.problems.ProblemCase.field;
import static dev.fanwise.processor.problems.ProblemCase.problem;
import static dev.fanwise.processor.report.Problem.BIAS_SELF;
import static dev.fanwise.processor.report.Problem.BIAS_UNKNOWN;
import static dev.fanwise.processor.report.Problem.BIAS_WITHOUT_FANS;
import static dev.fanwise.processor.report.Problem.FIELD_TYPE;
import static dev.fanwise.processor.report.Problem.PRIVATE_FIELD;
import static dev.fanwise.processor.report.Problem.RECORD_COMPONENT;
import static dev.fanwise.processor.report.Problem.STATIC_FIELD;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with a field, and with the name of another that it is given. */
class FieldProblemsTest {
  /** What Kotlin's compiler writes on classes. */
  static final String METADATA = "package kotlin;\npublic @interface Metadata {}\n";

  @ParameterizedTest
  @MethodSource("cases")
  void isReportedWhereItIs(ProblemCase one) {
    one.check();
  }

  /** By javac alone: Eclipse's compiler has no place for what is said of an enum's constant. */
  @Test
  void anEnumsConstantIsNoField() {
    problem(
            STATIC_FIELD,
            "[Fanwise:StaticField] ONE is static, but weights belong to a model object. Annotate a"
                + " field.",
            "enum Faulty { ▸@Shape(3) @ZerosInit ONE }")
        .check();
  }

  static List<ProblemCase> cases() {
    return Stream.of(fieldTypes(), engineTypes(), nestedShorts(), fields(), biases())
        .flatMap(List::stream)
        .toList();
  }

  private static List<ProblemCase> fields() {
    return List.of(
        field(
            PRIVATE_FIELD,
            "[Fanwise:PrivateField] w is private, so generated code cannot reach it. Make it"
                + " package-private.",
            "@Shape({2, 3}) @XavierInit private float[] ▸w;"),
        field(
            STATIC_FIELD,
            "[Fanwise:StaticField] w is static, but weights belong to a model object. Remove static.",
            "@Shape({2, 3}) @XavierInit static float[] ▸w;"),
        problem(
            STATIC_FIELD,
            "[Fanwise:StaticField] W is static, but weights belong to a model object. Declare it in a class.",
            "interface Faulty { @Shape(3) @ZerosInit float[] ▸W = new float[3]; }"),
        problem(
            PRIVATE_FIELD,
            "[Fanwise:PrivateField] w is private, so generated code cannot reach it. In Kotlin, add"
                + " @JvmField, or use a lateinit var whose setter is not private.",
            "@kotlin.Metadata class Faulty { @Shape(3) @ZerosInit private float[] ▸w; }",
            METADATA),
        problem(
            STATIC_FIELD,
            "[Fanwise:StaticField] w is static, but weights belong to a model object. Declare it in a"
                + " class.",
            "@kotlin.Metadata class Faulty { @Shape(3) @ZerosInit static float[] ▸w; }",
            METADATA),
        problem(
                RECORD_COMPONENT,
                "[Fanwise:RecordComponent] w is a component of record Faulty, and records keep theirs"
                    + " in private fields. Use a class with a package-private field.",
                "class Holder { record Faulty(int size, @Shape({2, 3}) @XavierInit float[] ▸w) {} }")
            .since(17));
  }

  private static List<ProblemCase> biases() {
    return List.of(
        field(
            BIAS_UNKNOWN,
            "[Fanwise:BiasUnknown] of = \"wieght\" names no weight field of Faulty. Did you mean"
                + " \"weight\"?",
            "@Shape({2, 3}) @KaimingInit float[] weight; @Shape(2) @BiasInit(of = ▸\"wieght\") float[]"
                + " b;"),
        problem(
            BIAS_UNKNOWN,
            "[Fanwise:BiasUnknown] of = \"weights\" names no weight field of Outer.Faulty. Name one of:"
                + " query, key, value.",
            """
            class Outer {
              static class Faulty {
                @Shape({2, 2}) @XavierInit float[] query, key;
                @Shape({2, 2}) @XavierInit float[] value;
                @Shape(2) @ZerosInit float[] zeros;
                @Shape(2) @BiasInit(of = ▸"weights") float[] bias;
                float[] weights;
              }
            }
            """),
        field(
            BIAS_UNKNOWN,
            "[Fanwise:BiasUnknown] of = \"\" names no weight field of Faulty. There is none that could"
                + " be named.",
            "@Shape(2) @BiasInit(of = ▸\"\") float[] b;"),
        field(
            BIAS_UNKNOWN,
            "[Fanwise:BiasUnknown] of = \"w\" names no weight field of Faulty. There is none that could"
                + " be named.",
            "@Shape({2, 2}) @BiasInit(of = ▸\"w\") float[] b;"),
        field(
            BIAS_UNKNOWN,
            "[Fanwise:BiasUnknown] of = \"\\n*/ \\\"\" names no weight field of Faulty. There is none that"
                + " could be named.",
            "@Shape(2) @BiasInit(of = ▸\"\\n*/ \\\"\") float[] b;"),
        field(
            BIAS_SELF,
            "[Fanwise:BiasSelf] of = \"b\" names the bias itself. Name the weights that the bias belongs"
                + " to.",
            "@Shape({2, 3}) @BiasInit(of = ▸\"b\") float[] b;"),
        field(
            BIAS_WITHOUT_FANS,
            "[Fanwise:BiasWithoutFans] of = \"scale\" has no fan_in, since its shape is [3]. Name weights"
                + " of at least two dimensions.",
            "@Shape(3) @OnesInit float[] scale; @Shape(3) @BiasInit(of = ▸\"scale\") float[] b;"));
  }

  /** Arrays of arrays of 16-bit numbers: one error, with a type that can hold them. */
  private static List<ProblemCase> nestedShorts() {
    String start =
        "[Fanwise:FieldType] w is of type short[][], but weights are arrays or buffers of float or"
            + " double, or a short[]. Declare it as ";
    String large = "@Shape({300000, 8192}) @XavierInit ";
    return List.of(
        field(
            FIELD_TYPE,
            start + "short[], which takes any shape.",
            "@Shape({2, 3}) @XavierInit @Precision(HalfPrecision.BF16) short[][] ▸w;"),
        field(FIELD_TYPE, start + "float[][].", large + "short[][] ▸w;"),
        field(
            FIELD_TYPE,
            start + "float[][] and remove @Precision.",
            large + "@Precision(HalfPrecision.FP16) short[][] ▸w;"));
  }

  /** Types of training engines: with the adapter that there is, and its page. */
  private static List<ProblemCase> engineTypes() {
    String djl =
        "leave the annotations out and call FanwiseDjl.initialize(block, seed, rules) of fanwise-djl";
    return List.of(
        engineType(
            "ai.djl.ndarray.NDArray",
            "java.nio.FloatBuffer, which array.toByteBuffer(true).asFloatBuffer() is, or " + djl),
        engineType("ai.djl.nn.Parameter", "float[] and copy it, or " + djl),
        engineType(
            "org.nd4j.linalg.api.ndarray.INDArray",
            "java.nio.FloatBuffer, which array.data().asNioFloat() is, or leave the annotations out"
                + " and call FanwiseDl4j.initialize(net, seed, rules) of fanwise-dl4j"),
        engineType(
            "org.tensorflow.types.TFloat32",
            "float[] and copy it, or leave the annotations out and call"
                + " FanwiseTensorFlow.initialize(session, seed, rules) of fanwise-tensorflow"));
  }

  private static ProblemCase engineType(String type, String advice) {
    int point = type.lastIndexOf('.');
    return problem(
        FIELD_TYPE,
        "[Fanwise:FieldType] w is of type "
            + type
            + ", but weights are arrays or buffers of float or double, or a short[]. Declare it as "
            + advice
            + ": see docs/engines.md.",
        "class Faulty {\n  @Shape({2, 3}) @XavierInit " + type + " ▸w;\n}\n",
        "package "
            + type.substring(0, point)
            + ";\npublic class "
            + type.substring(point + 1)
            + " {}\n");
  }

  /** Types that cannot hold weights. */
  private static List<ProblemCase> fieldTypes() {
    return Stream.of(
            "float",
            "double",
            "int[]",
            "long[][]",
            "java.lang.String",
            "java.lang.Float[]",
            "java.util.List<float[]>",
            "p.Faulty[]")
        .map(
            type ->
                field(
                    FIELD_TYPE,
                    "[Fanwise:FieldType] w is of type "
                        + type
                        + ", but weights are arrays or buffers of float or double, or a short[]."
                        + " Declare it as float[], or as nested arrays with one pair of brackets for each dimension.",
                    "@Shape({2, 3}) @XavierInit " + type + " ▸w;"))
        .toList();
  }
}
