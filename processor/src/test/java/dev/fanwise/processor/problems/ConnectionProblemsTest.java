package dev.fanwise.processor.problems;

import static dev.fanwise.processor.problems.ProblemCase.field;

import dev.fanwise.processor.report.Problem;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with groups, parts, strides and connections. */
class ConnectionProblemsTest {
  @ParameterizedTest
  @MethodSource("cases")
  void isReportedWhereItIs(ProblemCase one) {
    one.check();
  }

  static List<ProblemCase> cases() {
    return List.of(
        field(
            Problem.DEPTHWISE_LAYOUT,
            "[Fanwise:DepthwiseLayout] connection = DEPTHWISE of w is [k..., in, "
                + "multiplier], which is layout IO. Add layout = IO, or use FORWARD with "
                + "groups equal to the inputs.",
            "@Shape(value = {3, 4, 1}, connection = Connection▸.DEPTHWISE) "
                + "@XavierInit float[] w;"),
        field(
            Problem.DEPTHWISE_GROUPS,
            "[Fanwise:DepthwiseGroups] groups = 4 of w has no place in connection = "
                + "DEPTHWISE, where every input is a group. Remove it.",
            "@Shape(value = {3, 4, 1}, layout = Layout.IO, connection = "
                + "Connection.DEPTHWISE, groups = ▸4) @XavierInit float[] w;"),
        field(
            Problem.DEPTHWISE_GROUPS,
            "[Fanwise:DepthwiseGroups] parts = 2 of w has no place in connection = "
                + "DEPTHWISE, where every input is a group. Remove it.",
            "@Shape(value = {3, 4, 2}, layout = Layout.IO, connection = "
                + "Connection.DEPTHWISE, parts = ▸2) @XavierInit float[] w;"),
        field(
            Problem.CONNECTION_RANK,
            "[Fanwise:ConnectionRank] connection = TRANSPOSED of w needs inputs and "
                + "outputs, but its shape is [3]. Give at least two dimensions.",
            "@Shape(value = 3, connection = Connection▸.TRANSPOSED) @ZerosInit " + "float[] w;"),
        field(
            Problem.STRIDE_UNUSED,
            "[Fanwise:StrideUnused] stride of w changes the fans of a transposed "
                + "convolution only, but connection is FORWARD. Remove stride, or use "
                + "connection = TRANSPOSED.",
            "@Shape(value = {4, 3, 3, 3}, stride = ▸{2, 2}) @XavierInit float[] w;"),
        field(
            Problem.STRIDE_COUNT,
            "[Fanwise:StrideCount] stride of w has 1 entry for the 2 kernel "
                + "dimensions of shape [4, 3, 3, 3]. Give one stride for each kernel "
                + "dimension.",
            "@Shape(value = {4, 3, 3, 3}, connection = Connection.TRANSPOSED, stride "
                + "= ▸2) @XavierInit float[] w;"),
        field(
            Problem.STRIDE_COUNT,
            "[Fanwise:StrideCount] stride of w has 2 entries for the 0 kernel dimensions of shape [4, 3]."
                + " Remove stride.",
            "@Shape(value = {4, 3}, connection = Connection.TRANSPOSED, stride = ▸{1, 1}) @XavierInit"
                + " float[] w;"),
        field(
            Problem.CONNECTION_RANK,
            "[Fanwise:ConnectionRank] connection = DEPTHWISE of w needs inputs and outputs, but its shape"
                + " is [3]. Give at least two dimensions.",
            "@Shape(value = 3, connection = Connection▸.DEPTHWISE) @ZerosInit float[] w;"),
        field(
            Problem.DEPTHWISE_LAYOUT,
            "[Fanwise:DepthwiseLayout] connection = DEPTHWISE of w is [k..., in, multiplier], which is"
                + " layout IO. Add layout = IO, or use FORWARD with groups equal to the inputs.",
            "@Shape(value = {4, 1, 3}, connection = Connection▸.DEPTHWISE, groups = 4) @XavierInit float[]"
                + " w;"),
        field(
            Problem.STRIDE,
            "[Fanwise:Stride] stride of w has 0 in [2, 0]. Every stride must be at " + "least 1.",
            "@Shape(value = {4, 3, 3, 3}, connection = Connection.TRANSPOSED, stride "
                + "= {2, ▸0}) @XavierInit float[] w;"),
        field(
            Problem.PARTS,
            "[Fanwise:Parts] parts = 0 of w is less than 1. Give the number of parts, "
                + "or leave it out.",
            "@Shape(value = {6, 3}, parts = ▸0) @XavierInit float[] w;"),
        field(
            Problem.PARTS_RANK,
            "[Fanwise:PartsRank] parts = 3 of w needs input and output channels, but "
                + "its shape is [6]. Remove parts, or give at least two dimensions.",
            "@Shape(value = 6, parts = ▸3) @ZerosInit float[] w;"),
        field(
            Problem.PARTS_DIVIDE,
            "[Fanwise:PartsDivide] parts = 4 of w does not divide the 6 outputs of a "
                + "group, shape [6, 3]. Use a divisor of 6.",
            "@Shape(value = {6, 3}, parts = ▸4) @XavierInit float[] w;"),
        field(
            Problem.PARTS_DIVIDE,
            "[Fanwise:PartsDivide] parts = 2 of w does not divide the 3 outputs of a "
                + "group, shape [6, 3]. Use a divisor of 3.",
            "@Shape(value = {6, 3}, groups = 2, parts = ▸2) @XavierInit float[] w;"),
        field(
            Problem.PARTS_DIVIDE,
            "[Fanwise:PartsDivide] parts = 4 of w does not divide the 2 outputs of a "
                + "group, shape [3, 6, 4]. Use a divisor of 2.",
            "@Shape(value = {3, 6, 4}, layout = Layout.IO, connection = "
                + "Connection.TRANSPOSED, groups = 3, parts = ▸4) @XavierInit float[] w;"),
        field(
            Problem.PARTS_DIVIDE,
            "[Fanwise:PartsDivide] parts = 3 of w does not divide the 4 outputs of a "
                + "group, shape [6, 4, 3]. Use a divisor of 4.",
            "@Shape(value = {6, 4, 3}, connection = Connection.TRANSPOSED, groups = 2, parts = "
                + "▸3) @XavierInit float[] w;"),
        // What groups cannot divide has no parts to speak of.
        field(
            Problem.GROUPS_DIVIDE,
            "[Fanwise:GroupsDivide] groups = 3 of w does not divide its 4 output "
                + "channels, shape [4, 6, 3]. Use a divisor of 4.",
            "@Shape(value = {4, 6, 3}, groups = ▸3, parts = 2) @XavierInit float[] w;"),
        field(
            Problem.GROUPS_DIVIDE,
            "[Fanwise:GroupsDivide] groups = 3 of w does not divide its 4 input "
                + "channels, shape [4, 6, 3]. Use a divisor of 4.",
            "@Shape(value = {4, 6, 3}, connection = Connection.TRANSPOSED, groups = "
                + "▸3) @XavierInit float[] w;"),
        field(
            Problem.GROUPS_DIVIDE,
            "[Fanwise:GroupsDivide] groups = 4 of w does not divide its 6 output "
                + "channels, shape [3, 6, 4]. Use a divisor of 6.",
            "@Shape(value = {3, 6, 4}, layout = Layout.IO, connection = "
                + "Connection.TRANSPOSED, groups = ▸4) @XavierInit float[] w;"));
  }
}
