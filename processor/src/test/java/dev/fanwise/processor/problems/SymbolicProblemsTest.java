package dev.fanwise.processor.problems;

import static dev.fanwise.processor.problems.FieldProblemsTest.METADATA;
import static dev.fanwise.processor.problems.ProblemCase.field;
import static dev.fanwise.processor.problems.ProblemCase.problem;
import static dev.fanwise.processor.report.Problem.DIMS_KIND;
import static dev.fanwise.processor.report.Problem.DIMS_PRIVATE;
import static dev.fanwise.processor.report.Problem.DIMS_TOO_LARGE;
import static dev.fanwise.processor.report.Problem.DIMS_UNKNOWN;
import static dev.fanwise.processor.report.Problem.DIMS_UNREACHABLE;
import static dev.fanwise.processor.report.Problem.PARTS_DIVIDE;
import static dev.fanwise.processor.report.Problem.SHAPE_DIMENSION;
import static dev.fanwise.processor.report.Problem.SHAPE_EMPTY;
import static dev.fanwise.processor.report.Problem.SHAPE_TOO_LARGE;
import static dev.fanwise.processor.report.Problem.SHAPE_TWICE;
import static dev.fanwise.processor.report.Problem.XAVIER_RANK;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with dimensions that the model knows. */
class SymbolicProblemsTest {
  private static final String NEITHER =
      " in dims of w is neither a whole number nor an int field or int method without parameters of"
          + " Faulty. ";

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
                + " smaller dimension.",
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
            XAVIER_RANK,
            "[Fanwise:XavierRank] @XavierInit needs fan_in and fan_out, but w has shape [out]. Give at"
                + " least two dimensions, or use @ZerosInit for a bias.",
            "int out; @Shape(dims = \"out\") ▸@XavierInit float[] w;"),
        field(
            PARTS_DIVIDE,
            "[Fanwise:PartsDivide] parts = 3 of w does not divide the 4 outputs of a group, shape"
                + " [4, in]. Use a divisor of 4.",
            "int in; @Shape(dims = {\"4\", \"in\"}, parts = ▸3) @XavierInit float[] w;"));
  }
}
