package dev.fanwise.processor.problems;

import static dev.fanwise.processor.problems.ProblemCase.field;
import static dev.fanwise.processor.problems.ProblemCase.problem;
import static dev.fanwise.processor.report.Problem.STREAM_ALONE;
import static dev.fanwise.processor.report.Problem.STREAM_NAME;
import static dev.fanwise.processor.report.Problem.STREAM_TAKEN;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with the name of a stream. */
class StreamProblemsTest {
  private static final String BLANK =
      "[Fanwise:StreamName] @StreamName of w is blank. Give the name that its bits come from, or"
          + " remove it.";

  private static String taken(String names, String stream) {
    return "[Fanwise:StreamTaken] "
        + names
        + " would both have the stream "
        + stream
        + ", and with it the same bits. Give one of them another @StreamName.";
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isReportedWhereItIs(ProblemCase one) {
    one.check();
  }

  static List<ProblemCase> cases() {
    return List.of(
        field(STREAM_NAME, BLANK, "@Shape(3) @OnesInit @StreamName(▸\"\") float[] w;"),
        field(STREAM_NAME, BLANK, "@Shape(3) @OnesInit @StreamName(▸\" \\n\\u2003\") float[] w;"),
        field(
            STREAM_ALONE,
            "[Fanwise:StreamAlone] @StreamName on size names the bits of a field without weights. Add"
                + " @Shape and a scheme, or remove it.",
            "▸@StreamName(\"former\") private int size;"),
        field(
            STREAM_ALONE,
            "[Fanwise:StreamAlone] @StreamName on size names the bits of a field without weights. Add"
                + " @Shape and a scheme, or remove it.",
            "▸@StreamName(\"\") int size;"),
        field(
            STREAM_TAKEN,
            taken("a and b", "\"x\""),
            "@Shape(3) @OnesInit @StreamName(\"x\") float[] a; @Shape({3, 2}) @XavierInit"
                + " @StreamName(▸\"x\") float[] b;"),
        field(
            STREAM_TAKEN,
            taken("a and b", "\"a\""),
            "@Shape(3) @OnesInit float[] a; @Shape(3) @OnesInit @StreamName(▸\"a\") float[] b;"),
        field(
            STREAM_TAKEN,
            taken("a and b", "\"b\""),
            "@Shape(3) @OnesInit @StreamName(▸\"b\") float[] a; @Shape(3) @OnesInit float[] b;"),
        field(
            STREAM_TAKEN,
            taken("a and b", "\"b\""),
            "@Shape(3) @OnesInit @StreamName(▸\"b\") float[] a, b;"),
        field(
            STREAM_TAKEN,
            taken("a and b", "\"\\udc00\""),
            "@Shape(3) @OnesInit @StreamName(\"?\") float[] a; @Shape(3) @OnesInit"
                + " @StreamName(▸\"\\udc00\") float[] b;"),
        field(
            STREAM_TAKEN,
            taken("a and b", "\"" + "x".repeat(60) + "...\""),
            "@Shape(3) @OnesInit @StreamName(\"%1$s\") float[] a; @Shape(3) @OnesInit"
                    .formatted("x".repeat(100))
                + " @StreamName(▸\"%1$s\") float[] b;".formatted("x".repeat(100))),
        problem(
                STREAM_TAKEN,
                taken("a and b", "\"a\""),
                "class Faulty extends Base { @Shape(3) @OnesInit @StreamName(▸\"a\") float[] b; }",
                "class Base { @Shape(3) @OnesInit float[] a; }")
            .generating("p.BaseInitializer"),
        problem(
                STREAM_TAKEN,
                taken("a and b", "\"b\""),
                "class Faulty extends Base { @Shape(3) @OnesInit float[] b; }",
                "class Base { @Shape(3) @OnesInit @StreamName(▸\"b\") float[] a; }")
            .generating("p.BaseInitializer"));
  }
}
