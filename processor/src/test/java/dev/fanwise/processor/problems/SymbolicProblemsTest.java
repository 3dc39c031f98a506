package dev.fanwise.processor.problems;

import static dev.fanwise.processor.problems.FieldProblemsTest.METADATA;
import static dev.fanwise.processor.problems.ProblemCase.field;
import static dev.fanwise.processor.problems.ProblemCase.problem;
import static dev.fanwise.processor.report.Problem.BRANCH_LAYERS;
import static dev.fanwise.processor.report.Problem.CONSTANT_VALUE;
import static dev.fanwise.processor.report.Problem.DEPTHWISE_GROUPS;
import static dev.fanwise.processor.report.Problem.DIMS_KIND;
import static dev.fanwise.processor.report.Problem.DIMS_PRIVATE;
import static dev.fanwise.processor.report.Problem.DIMS_TOO_LARGE;
import static dev.fanwise.processor.report.Problem.DIMS_UNKNOWN;
import static dev.fanwise.processor.report.Problem.DIMS_UNREACHABLE;
import static dev.fanwise.processor.report.Problem.FANS_RANK;
import static dev.fanwise.processor.report.Problem.GROUPS;
import static dev.fanwise.processor.report.Problem.GROUPS_DIVIDE;
import static dev.fanwise.processor.report.Problem.GROUPS_RANK;
import static dev.fanwise.processor.report.Problem.LAYERS;
import static dev.fanwise.processor.report.Problem.LAYERS_MISSING;
import static dev.fanwise.processor.report.Problem.MEMBER_TWICE;
import static dev.fanwise.processor.report.Problem.PARTS_DIVIDE;
import static dev.fanwise.processor.report.Problem.SCALING_LAW;
import static dev.fanwise.processor.report.Problem.SHAPE_DIMENSION;
import static dev.fanwise.processor.report.Problem.SHAPE_EMPTY;
import static dev.fanwise.processor.report.Problem.SHAPE_TOO_LARGE;
import static dev.fanwise.processor.report.Problem.SHAPE_TWICE;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with dimensions and counts that the model knows. */
class SymbolicProblemsTest {
  private static final String NEITHER =
      " in dims of w is neither a whole number nor an int field or int method without parameters of"
          + " Faulty. ";

  private static final String GPT2 = "rule = ResidualRule.GPT2) float[] w;";

  @ParameterizedTest
  @MethodSource("cases")
  void isReportedWhereItIs(ProblemCase one) {
    one.check();
  }

  /** A dimension that is neither a number nor a name, and what is said instead of a suggestion. */
  private static ProblemCase unknown(String text, String quoted) {
    return field(
        DIMS_UNKNOWN,
        "[Fanwise:DimsUnknown] " + quoted + NEITHER + "Name one of: out.",
        "int out; @Shape(dims = {\"out\", ▸" + text + "}) @XavierInit float[] w;");
  }

  private static ProblemCase expression(String text, String method, String... members) {
    return field(
        DIMS_UNKNOWN,
        "[Fanwise:DimsUnknown] \""
            + text
            + "\""
            + NEITHER
            + "Write a method, int "
            + method
            + "() { return "
            + text
            + "; }, and name it: \""
            + method
            + "\".",
        String.join("", members)
            + "int out; @Shape(dims = {\"out\", ▸\""
            + text
            + "\"}) @XavierInit float[] w;");
  }

  static List<ProblemCase> cases() {
    return Stream.of(dims(), groups(), layers()).flatMap(List::stream).toList();
  }

  private static List<ProblemCase> groups() {
    return List.of(
        field(
            MEMBER_TWICE,
            "[Fanwise:MemberTwice] @Shape of w has both groups and groupsOf. Keep groups if the number"
                + " is constant, else groupsOf.",
            "int n; @Shape(value = {4, 3}, groups = 2, groupsOf = ▸\"n\") @XavierInit float[] w;"),
        field(
            DIMS_UNKNOWN,
            "[Fanwise:DimsUnknown] \"grups\" in groupsOf of w is neither a whole number nor an int"
                + " field or int method without parameters of Faulty. Did you mean \"groups\"?",
            "int groups; @Shape(value = {4, 3}, groupsOf = ▸\"grups\") @XavierInit float[] w;"),
        field(
            DIMS_UNKNOWN,
            "[Fanwise:DimsUnknown] \"\" in groupsOf of w is neither a whole number nor an int field"
                + " or int method without parameters of Faulty. There is none that could be named.",
            "@Shape(value = {4, 3}, groupsOf = ▸\"\") @XavierInit float[] w;"),
        field(
            DIMS_TOO_LARGE,
            "[Fanwise:DimsTooLarge] \"2147483648\" in groupsOf of w is more than an int can hold. Use"
                + " a smaller number.",
            "@Shape(value = {4, 3}, groupsOf = ▸\"2147483648\") @XavierInit float[] w;"),
        field(
            DIMS_PRIVATE,
            "[Fanwise:DimsPrivate] \"n\" in groupsOf of w is private in Faulty, so generated code"
                + " cannot read it. Make it package-private.",
            "private int n; @Shape(value = {4, 3}, groupsOf = ▸\"n\") @ZerosInit float[] w;"),
        field(
            DIMS_KIND,
            "[Fanwise:DimsKind] \"n\" in groupsOf of w is no int field of Faulty, and no int method"
                + " without parameters and exceptions. Name one that is, or a whole number.",
            "long n; @Shape(value = {4, 3}, groupsOf = ▸\"n\") @ZerosInit float[] w;"),
        field(
            GROUPS,
            "[Fanwise:Groups] groups = -2 of w is less than 1. Give the number of groups, or leave it"
                + " out.",
            "@Shape(value = {4, 3}, groupsOf = ▸\"-2\") @ZerosInit float[] w;"),
        field(
            GROUPS_DIVIDE,
            "[Fanwise:GroupsDivide] groups = 3 of w does not divide its 4 output channels, shape [4, 3]."
                + " Use a divisor of 4.",
            "@Shape(value = {4, 3}, groupsOf = ▸\"3\") @XavierInit float[] w;"),
        field(
            GROUPS_RANK,
            "[Fanwise:GroupsRank] groupsOf = \"n\" of w needs input and output channels, but its shape"
                + " is [4]. Remove groupsOf, or give at least two dimensions.",
            "int n; @Shape(value = 4, groupsOf = ▸\"n\") @ZerosInit float[] w;"),
        field(
            DEPTHWISE_GROUPS,
            "[Fanwise:DepthwiseGroups] groupsOf = \"n\" of w has no place in connection = DEPTHWISE,"
                + " where every input is a group. Remove it.",
            "int n; @Shape(value = {3, 4, 1}, layout = Layout.IO, connection = Connection.DEPTHWISE,"
                + " groupsOf = ▸\"n\") @XavierInit float[] w;"),
        field(
            PARTS_DIVIDE,
            "[Fanwise:PartsDivide] parts = 3 of w does not divide the 4 outputs of a group, shape"
                + " [4, 6]. Use a divisor of 4.",
            "int n; @Shape(value = {4, 6}, groupsOf = \"n\", parts = ▸3) @XavierInit float[] w;"));
  }

  private static List<ProblemCase> layers() {
    return List.of(
        field(
            MEMBER_TWICE,
            "[Fanwise:MemberTwice] @ResidualScaled of w has both layers and layersOf. Keep layers if the"
                + " number is constant, else layersOf.",
            "int n; @Shape(4) @NormalInit @ResidualScaled(layers = 2, layersOf = ▸\"n\", " + GPT2),
        field(
            LAYERS_MISSING,
            "[Fanwise:LayersMissing] @ResidualScaled on w does not say how many layers there are. Give"
                + " layers, or layersOf with the name of an int field or method.",
            "@Shape(4) @NormalInit ▸@ResidualScaled(" + GPT2),
        field(
            LAYERS,
            "[Fanwise:Layers] layers = 0 of w is less than 1. Give the number of layers.",
            "@Shape(4) @NormalInit @ResidualScaled(layersOf = ▸\"0\", " + GPT2),
        field(
            DIMS_UNKNOWN,
            "[Fanwise:DimsUnknown] \"2 * n\" in layersOf of w is neither a whole number nor an int"
                + " field or int method without parameters of Faulty. Write a method, int rows() {"
                + " return 2 * n; }, and name it: \"rows\".",
            "int n; @Shape(4) @NormalInit @ResidualScaled(layersOf = ▸\"2 * n\", " + GPT2),
        field(
            DIMS_PRIVATE,
            "[Fanwise:DimsPrivate] \"n\" in layersOf of w is private in Faulty, so generated code"
                + " cannot read it. Make it package-private.",
            "private int n; @Shape(4) @NormalInit @ResidualScaled(layersOf = ▸\"n\", " + GPT2),
        problem(
            DIMS_UNREACHABLE,
            "[Fanwise:DimsUnreachable] \"n\" in layersOf of w is not visible from the package of"
                + " Faulty, where generated code is. Make it public.",
            "package q; public class Base { protected int n; }",
            "class Faulty extends q.Base {\n"
                + "  @Shape(4) @NormalInit @ResidualScaled(layersOf = ▸\"n\", "
                + GPT2
                + "\n}\n"),
        // The place of a composed annotation is where it is used, and there its names are read.
        problem(
            DIMS_UNKNOWN,
            "[Fanwise:DimsUnknown] \"dept\" in layersOf of w is neither a whole number nor an int"
                + " field or int method without parameters of Faulty. Did you mean \"depth\"? (This"
                + " is in @Residual, that is @ResidualScaled(layersOf = \"dept\", rule = GPT2).)",
            "class Faulty { int depth; @Shape(4) @NormalInit ▸@Residual float[] w; }",
            "@ResidualScaled(layersOf = \"dept\", rule = ResidualRule.GPT2) @interface Residual {}"),
        field(
            BRANCH_LAYERS,
            "[Fanwise:BranchLayers] branchLayers = 1 of w is less than 2. Give the number of weight"
                + " layers in a branch.",
            "int n; @Shape(4) @NormalInit @ResidualScaled(layersOf = \"n\", rule ="
                + " ResidualRule.FIXUP, branchLayers = ▸1) float[] w;"),
        field(
            SCALING_LAW,
            "[Fanwise:ScalingLaw] @ResidualScaled on w multiplies a standard deviation, but @OnesInit"
                + " has none of its own. Remove one of them.",
            "int n; @Shape(4) @OnesInit ▸@ResidualScaled(layersOf = \"n\", " + GPT2),
        field(
            CONSTANT_VALUE,
            "[Fanwise:ConstantValue] mean = 1e40 of w is not a finite float. Give a number that the"
                + " field can hold.",
            "int n; @Shape(4) @NormalInit(mean = ▸1e40) @ResidualScaled(layersOf = \"n\", "
                + GPT2));
  }

  private static List<ProblemCase> dims() {
    return List.of(
        field(
            SHAPE_TWICE,
            "[Fanwise:ShapeTwice] @Shape of w has both value and dims. Keep value if all dimensions"
                + " are constant, else dims.",
            "@Shape(value = {2, 3}, dims = ▸{\"2\", \"3\"}) @XavierInit float[] w;"),
        field(
            SHAPE_EMPTY,
            "[Fanwise:ShapeEmpty] @Shape of w has no dimensions. Give at least one, for example"
                + " @Shape({256, 784}).",
            "@Shape(dims = ▸{}) @XavierInit float[] w;"),
        field(
            SHAPE_EMPTY,
            "[Fanwise:ShapeEmpty] @Shape of w has no dimensions. Give at least one, for example"
                + " @Shape({256, 784}).",
            "@Shape(value = ▸{}, dims = {}) @XavierInit float[] w;"),
        field(
            DIMS_UNKNOWN,
            "[Fanwise:DimsUnknown] \"outFeatuers\"" + NEITHER + "Did you mean \"outFeatures\"?",
            "int outFeatures; @Shape(dims = {▸\"outFeatuers\", \"3\"}) @XavierInit float[] w;"),
        field(
            DIMS_UNKNOWN,
            "[Fanwise:DimsUnknown] \"out\"" + NEITHER + "There is none that could be named.",
            "@Shape(dims = {▸\"out\", \"3\"}) @XavierInit float[] w;"),
        unknown("\"\"", "\"\""),
        unknown("\"3 + 4\"", "\"3 + 4\""),
        expression("4 * out", "rows"),
        expression("(out + 1) / 2", "rows"),
        expression("2 * rows() - out", "columns", "int rows() { return 1; } "),
        field(
            DIMS_UNKNOWN,
            "[Fanwise:DimsUnknown] \"out()\"" + NEITHER + "Did you mean \"out\"?",
            "int out() { return 3; } @Shape(dims = {▸\"out()\", \"3\"}) @XavierInit float[] w;"),
        field(
            DIMS_UNKNOWN,
            "[Fanwise:DimsUnknown] \"this.out\"" + NEITHER + "Did you mean \"out\"?",
            "int out; @Shape(dims = {▸\"this.out\", \"3\"}) @XavierInit float[] w;"),
        unknown("\"0x10\"", "\"0x10\""),
        unknown("\"model.seed\"", "\"model.seed\""),
        unknown("\"*/ System.exit(1); /*\"", "\"*/ System.exit(1); /*\""),
        unknown("\"a\\nb\\u002a/\\\"\"", "\"a\\nb*/\\\"\""),
        unknown("\"\\\\u002a/\"", "\"\\\\u002a/\""),
        unknown("\"" + "x".repeat(70) + "\"", "\"" + "x".repeat(60) + "...\""),
        field(
            DIMS_TOO_LARGE,
            "[Fanwise:DimsTooLarge] \"2147483648\" in dims of w is more than an int can hold. Use a"
                + " smaller number.",
            "@Shape(dims = {▸\"2147483648\", \"3\"}) @XavierInit float[] w;"),
        field(
            SHAPE_DIMENSION,
            "[Fanwise:ShapeDimension] @Shape of w has dimension 0 in [out, 0]. Every dimension must be"
                + " at least 1.",
            "int out; @Shape(dims = {\"out\", ▸\"0\"}) @XavierInit float[] w;"),
        field(
            SHAPE_TOO_LARGE,
            "[Fanwise:ShapeTooLarge] @Shape of w makes 4000000000 elements, but a Java array holds at"
                + " most 2147483639. Use smaller dimensions, a nested array such as float[][][], or"
                + " @Lazy, which needs no array.",
            "int out; @Shape(dims = ▸{\"out\", \"2000000000\", \"2\"}) @XavierInit float[] w;"),
        field(
            DIMS_PRIVATE,
            "[Fanwise:DimsPrivate] \"out\" in dims of w is private in Faulty, so generated code cannot"
                + " read it. Make it package-private.",
            "private int out; @Shape(dims = {▸\"out\", \"3\"}) @XavierInit float[] w;"),
        problem(
            DIMS_PRIVATE,
            "[Fanwise:DimsPrivate] \"out\" in dims of w is private in Faulty, so generated code"
                + " cannot read it. In Kotlin, name its getter, \"getOut\", or add @JvmField.",
            "@kotlin.Metadata class Faulty { private int out; public final int getOut() { return"
                + " out; } @Shape(dims = {▸\"out\", \"3\"}) @XavierInit public float[] w; }",
            METADATA),
        problem(
            DIMS_PRIVATE,
            "[Fanwise:DimsPrivate] \"out\" in dims of w is private in Faulty, so generated code"
                + " cannot read it. In Kotlin, declare it without private, and a property with"
                + " @JvmField.",
            "@kotlin.Metadata class Faulty { private int out() { return 3; }"
                + " @Shape(dims = {▸\"out\", \"3\"}) @XavierInit public float[] w; }",
            METADATA),
        field(
            DIMS_KIND,
            "[Fanwise:DimsKind] \"out\" in dims of w is no int field of Faulty, and no int method"
                + " without parameters and exceptions. Name one that is, or a whole number.",
            "long out; @Shape(dims = {▸\"out\", \"3\"}) @XavierInit float[] w;"),
        field(
            DIMS_KIND,
            "[Fanwise:DimsKind] \"out\" in dims of w is no int field of Faulty, and no int method"
                + " without parameters and exceptions. Name one that is, or a whole number.",
            "int out(int i) { return i; } @Shape(dims = {▸\"out\", \"3\"}) @XavierInit float[] w;"),
        field(
            DIMS_KIND,
            "[Fanwise:DimsKind] \"out\" in dims of w is no int field of Faulty, and no int method"
                + " without parameters and exceptions. Name one that is, or a whole number.",
            "int out() throws Exception { return 1; }"
                + " @Shape(dims = {▸\"out\", \"3\"}) @XavierInit float[] w;"),
        problem(
            DIMS_UNREACHABLE,
            "[Fanwise:DimsUnreachable] \"out\" in dims of w is not visible from the package of Faulty,"
                + " where generated code is. Make it public.",
            "package q; public class Base { protected int out; }",
            "class Faulty extends q.Base {\n"
                + "  @Shape(dims = {▸\"out\", \"3\"}) @XavierInit float[] w;\n}\n"),
        // Nor is more said of what is not known.
        field(
            DIMS_UNKNOWN,
            "[Fanwise:DimsUnknown] \"aut\"" + NEITHER + "Did you mean \"out\"?",
            "int out; @Shape(dims = ▸\"aut\") @XavierInit float[] w;"),
        field(
            FANS_RANK,
            "[Fanwise:FansRank] @XavierInit needs fan_in and fan_out, but w has shape [out]. Give at"
                + " least two dimensions, or use @ZerosInit for a bias.",
            "int out; @Shape(dims = \"out\") ▸@XavierInit float[] w;"),
        field(
            PARTS_DIVIDE,
            "[Fanwise:PartsDivide] parts = 3 of w does not divide the 4 outputs of a group, shape"
                + " [4, in]. Use a divisor of 4.",
            "int in; @Shape(dims = {\"4\", \"in\"}, parts = ▸3) @XavierInit float[] w;"));
  }
}
