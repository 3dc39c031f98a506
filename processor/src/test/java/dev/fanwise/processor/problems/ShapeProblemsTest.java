package dev.fanwise.processor.problems;

import static dev.fanwise.processor.problems.ProblemCase.field;
import static dev.fanwise.processor.problems.ProblemCase.problem;
import static dev.fanwise.processor.report.Problem.GROUPS;
import static dev.fanwise.processor.report.Problem.GROUPS_DIVIDE;
import static dev.fanwise.processor.report.Problem.GROUPS_RANK;
import static dev.fanwise.processor.report.Problem.NESTED_RANK;
import static dev.fanwise.processor.report.Problem.SCHEME_MISSING;
import static dev.fanwise.processor.report.Problem.SHAPE_DIMENSION;
import static dev.fanwise.processor.report.Problem.SHAPE_EMPTY;
import static dev.fanwise.processor.report.Problem.SHAPE_MISSING;
import static dev.fanwise.processor.report.Problem.SHAPE_TOO_LARGE;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with {@code @Shape}. */
class ShapeProblemsTest {
  @ParameterizedTest
  @MethodSource("cases")
  void isReportedWhereItIs(ProblemCase one) {
    one.check();
  }

  static List<ProblemCase> cases() {
    return List.of(
        field(
            SHAPE_MISSING,
            "[Fanwise:ShapeMissing] @XavierInit on w draws a tensor of unknown shape. Add @Shape,"
                + " for example @Shape({out, in}).",
            "▸@XavierInit float[] w;"),
        field(
            SHAPE_MISSING,
            "[Fanwise:ShapeMissing] @ZerosInit on bias draws a tensor of unknown shape. Add @Shape,"
                + " for example @Shape({out, in}).",
            "@Deprecated ▸@ZerosInit final double[] bias = {};"),
        field(
            SCHEME_MISSING,
            "[Fanwise:SchemeMissing] w has a shape but no scheme. Add one, for example @XavierInit.",
            "▸@Shape({2, 3}) float[] w;"),
        field(
            SHAPE_EMPTY,
            "[Fanwise:ShapeEmpty] @Shape of w has no dimensions. Give at least one, for example"
                + " @Shape({256, 784}).",
            "@Shape(▸{}) @XavierInit float[] w;"),
        field(
            SHAPE_EMPTY,
            "[Fanwise:ShapeEmpty] @Shape of w has no dimensions. Give at least one, for example"
                + " @Shape({256, 784}).",
            "▸@Shape(layout = Layout.IO) @XavierInit float[] w;"),
        field(
            SHAPE_DIMENSION,
            "[Fanwise:ShapeDimension] @Shape of w has dimension 0 in [3, 0]. Every dimension must be"
                + " at least 1.",
            "@Shape({3, ▸0}) @XavierInit float[] w;"),
        field(
            SHAPE_DIMENSION,
            "[Fanwise:ShapeDimension] @Shape of w has dimension -7 in [-7, 3, -7]. Every dimension"
                + " must be at least 1.",
            "@Shape({▸-7, 3, ▸-7}) @KaimingInit float[] w;"),
        field(
            SHAPE_DIMENSION,
            "[Fanwise:ShapeDimension] @Shape of w has dimension 0 in [0]. Every dimension must be at"
                + " least 1.",
            "@Shape(▸0) @OnesInit float[] w;"),
        field(
            SHAPE_DIMENSION,
            "[Fanwise:ShapeDimension] @Shape of w has dimension -2147483648 in [2, -2147483648]. Every"
                + " dimension must be at least 1.",
            "@Shape({2, ▸N}) @XavierInit float[][] w; static final int N = Integer.MIN_VALUE;"),
        // Their product says nothing.
        field(
            SHAPE_DIMENSION,
            "[Fanwise:ShapeDimension] @Shape of w has dimension -65536 in [-65536, -65536]. Every"
                + " dimension must be at least 1.",
            "@Shape({▸-65536, ▸-65536}) @XavierInit float[] w;"),
        field(
            SHAPE_TOO_LARGE,
            "[Fanwise:ShapeTooLarge] @Shape of w makes 2147483648 elements, but a Java array holds at"
                + " most 2147483639. Use smaller dimensions, a nested array such as float[][], or @Lazy,"
                + " which needs no array.",
            "@Shape(▸{32768, 65536}) @XavierInit float[] w;"),
        field(
            SHAPE_TOO_LARGE,
            "[Fanwise:ShapeTooLarge] @Shape of w makes 9903520300447984150353281023 elements, but a"
                + " Java array holds at most 2147483639. Use smaller dimensions.",
            "@Shape(▸{2147483647, 2147483647, 2147483647}) @XavierInit double[] w;"),
        field(
            SHAPE_TOO_LARGE,
            "[Fanwise:ShapeTooLarge] @Shape of w makes 2147483640 elements, but a Java array holds at"
                + " most 2147483639. Use smaller dimensions, or @Lazy, which needs no array.",
            "@Shape(▸2147483640) @ZerosInit float[] w;"),
        field(
            SHAPE_TOO_LARGE,
            "[Fanwise:ShapeTooLarge] @Shape of w makes 2457600000 elements, but a Java array holds at"
                + " most 2147483639. Use smaller dimensions, a nested array such as float[][]"
                + " without @Precision, or @Lazy, which needs no array.",
            "@Shape(▸{300000, 8192}) @NormalInit @Precision(HalfPrecision.BF16) short[] w;"),
        field(
            SHAPE_TOO_LARGE,
            "[Fanwise:ShapeTooLarge] @Shape of w makes 4294967280 elements, but a Java array holds at"
                + " most 2147483639. Use smaller dimensions.",
            "@Shape(▸{2, 2147483640}) @ZerosInit float[][] w;"),
        field(
            SHAPE_TOO_LARGE,
            "[Fanwise:ShapeTooLarge] @Shape of w makes 9223372036854775808 elements, but a Java array"
                + " holds at most 2147483639. Use smaller dimensions.",
            "@Shape(▸{2097152, 2097152, 2097152}) @ZerosInit float[][][] w;"),
        field(
            SHAPE_TOO_LARGE,
            "[Fanwise:ShapeTooLarge] @Shape of w makes 9223372036854775808 elements, but a long counts"
                + " at most 1152921504606846975. Use smaller dimensions.",
            "@Shape(▸{2097152, 2097152, 2097152}) @ZerosInit @Lazy float[] w;"),
        field(
            SHAPE_TOO_LARGE,
            "[Fanwise:ShapeTooLarge] @Shape of w makes 4294967296 elements, but a Java array holds at"
                + " most 2147483639. Use smaller dimensions for @OrthogonalInit, which is drawn as a"
                + " whole.",
            "@Shape({65536, 65536}) ▸@OrthogonalInit @Lazy float[] w;"),
        field(
            SHAPE_TOO_LARGE,
            "[Fanwise:ShapeTooLarge] @Shape of w makes 8589934584 elements, but a Java array holds at"
                + " most 2147483639. Use smaller dimensions, a nested array such as float[][], or @Lazy,"
                + " which needs no array.",
            "@Shape(▸{1073741823, 8}) @ForgetGateInit float[] w;"),
        field(
            SHAPE_TOO_LARGE,
            "[Fanwise:ShapeTooLarge] @Shape of w makes 17179869184 elements, but a Java array holds at"
                + " most 2147483639. Use smaller dimensions for @ForgetGateInit.",
            "@Shape({1073741824, 16}) ▸@ForgetGateInit float[][] w;"),
        field(
            NESTED_RANK,
            "[Fanwise:NestedRank] w is a float[][], but its shape [2, 3, 4] has 3 dimensions. Declare"
                + " it as float[][][] or as flat float[], or give 2 dimensions.",
            "@Shape(▸{2, 3, 4}) @XavierInit float[][] w;"),
        field(
            NESTED_RANK,
            "[Fanwise:NestedRank] w is a double[][][], but its shape [2, 3] has 2 dimensions. Declare"
                + " it as double[][] or as flat double[], or give 3 dimensions.",
            "@Shape(▸{2, 3}) @XavierInit double[][][] w;"),
        field(
            NESTED_RANK,
            "[Fanwise:NestedRank] w is a float[][], but its shape [6] has 1 dimension. Declare it as"
                + " float[], or give 2 dimensions.",
            "@Shape(▸6) @OnesInit float[][] w;"),
        field(
            GROUPS,
            "[Fanwise:Groups] groups = 0 of w is less than 1. Give the number of groups, or leave it"
                + " out.",
            "@Shape(value = {4, 2}, groups = ▸0) @XavierInit float[] w;"),
        field(
            GROUPS,
            "[Fanwise:Groups] groups = -2 of w is less than 1. Give the number of groups, or leave it"
                + " out.",
            "@Shape(value = 4, groups = ▸-2) @ZerosInit float[] w;"),
        field(
            GROUPS_RANK,
            "[Fanwise:GroupsRank] groups = 2 of w needs input and output channels, but its shape is"
                + " [4]. Remove groups, or give at least two dimensions.",
            "@Shape(value = 4, groups = ▸2) @ZerosInit float[] w;"),
        field(
            GROUPS_DIVIDE,
            "[Fanwise:GroupsDivide] groups = 3 of w does not divide its 4 output channels, shape [4,"
                + " 6, 3]. Use a divisor of 4.",
            "@Shape(value = {4, 6, 3}, groups = ▸3) @XavierInit float[] w;"),
        field(
            GROUPS_DIVIDE,
            "[Fanwise:GroupsDivide] groups = 4 of w does not divide its 6 output channels, shape [4,"
                + " 4, 6]. Use a divisor of 6.",
            "@Shape(value = {4, 4, 6}, layout = Layout.IO, groups = ▸4) @KaimingInit float[][][] w;"),
        problem(
            SCHEME_MISSING,
            "[Fanwise:SchemeMissing] w has a shape but no scheme. Add one, for example @XavierInit.",
            "class Faulty { @Shape({2, 3}) @XavierInit float[] fine; ▸@Shape(2) float[] w; }"));
  }
}
