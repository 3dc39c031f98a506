package dev.fanwise.processor.problems;

import static dev.fanwise.processor.report.Problem.LIBRARY_MISSING;
import static dev.fanwise.processor.report.Problem.OPTION_VALUE;
import static dev.fanwise.processor.report.Problem.UNKNOWN_OPTION;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fanwise.Shape;
import dev.fanwise.processor.harness.BareProcessor;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Fans;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Options that are not legal, and paths that lack something: told once, in no place of a source.
 * With options every class is generated.
 */
class OptionProblemsTest {
  private static final String FLAGS = " is not legal. Give true or false.";
  private static final String SEEDS = " is not legal. Give a whole number from -2^63 to 2^63 - 1.";
  private static final String SUFFIXES = " is not legal. Give ASCII letters, digits and _.";

  @ParameterizedTest
  @MethodSource("cases")
  void isReportedOnce(ProblemCase one) {
    one.check();
  }

  static List<ProblemCase> cases() {
    return List.of(
        option(
            UNKNOWN_OPTION,
            "-Afanwise.verbos=true",
            "-Afanwise.verbos is not an option of Fanwise. Did you mean \"fanwise.verbose\"?"),
        option(
            UNKNOWN_OPTION,
            "-Afanwise.x",
            "-Afanwise.x is not an option of Fanwise. Name one of: fanwise.suffix, fanwise.verbose,"
                + " fanwise.report, fanwise.report.seed."),
        option(OPTION_VALUE, "-Afanwise.verbose=yes", "-Afanwise.verbose = \"yes\"" + FLAGS),
        option(OPTION_VALUE, "-Afanwise.report=1", "-Afanwise.report = \"1\"" + FLAGS),
        option(
            OPTION_VALUE,
            "-Afanwise.report.seed=9223372036854775808",
            "-Afanwise.report.seed = \"9223372036854775808\"" + SEEDS),
        option(
            OPTION_VALUE, "-Afanwise.report.seed", "-Afanwise.report.seed without a value" + SEEDS),
        option(OPTION_VALUE, "-Afanwise.suffix=", "-Afanwise.suffix without a value" + SUFFIXES),
        option(
            OPTION_VALUE, "-Afanwise.suffix=A.b\n*/", "-Afanwise.suffix = \"A.b\\n*/\"" + SUFFIXES),
        lacking("fanwise-runtime", Shape.class),
        lacking("fanwise-annotations", Fans.class),
        lacking("fanwise-annotations and fanwise-runtime"));
  }

  private static ProblemCase lacking(String missing, Class<?>... others) {
    String text =
        "[Fanwise:LibraryMissing] The processor path lacks %1$s, without which fanwise-processor"
            + " does not work. Add %1$s to it.";
    return ProblemCase.nowhere(
            LIBRARY_MISSING,
            String.format(text, missing),
            javac -> Javac.plainJavac().with(() -> BareProcessor.load(others)))
        .generatingNothing();
  }

  private static ProblemCase option(Problem problem, String option, String text) {
    return ProblemCase.nowhere(
        problem, "[Fanwise:" + problem.id() + "] " + text, javac -> javac.options(option));
  }

  @Test
  void allAreReportedAtOnce() {
    Outcome outcome =
        Javac.javac()
            .options("-Afanwise.suffix=-", "-Afanwise.zzzzzzzzz=1", "-Afanwise.report=1")
            .run("class Net { @Shape(2) @OnesInit float[] w; }");
    assertEquals(
        List.of("[Fanwise:UnknownOption]", "[Fanwise:OptionValue]", "[Fanwise:OptionValue]"),
        outcome.errors().stream().map(error -> error.text().split(" ")[0]).toList());
  }
}
