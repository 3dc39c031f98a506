package dev.fanwise.processor.problems;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Marked;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.report.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;

/**
 * A faulty model, and what the user is told: the whole text, once for each mark in the sources. A
 * healthy model beside it gets its class all the same.
 */
final class ProblemCase {
  private static final String HEALTHY =
      """
      package healthy;
      import dev.fanwise.*;
      class Healthy { @Shape({2, 3}) @XavierInit float[] weights; }
      """;

  /** The packages that cases are in, where they are named. */
  private static final Pattern PACKAGES =
      Pattern.compile("\\b[pq](?=\\.[A-Z])|(?<=\\bpackage )[pq]\\b");

  /** The end of a message about a record without a place, which has a test of its own. */
  private static final Pattern IN_RECORD = Pattern.compile(" \\(This is in the record .*\\)$");

  private final Problem problem;
  private final String text;
  private final List<String> sources;
  private final Set<String> generated = new TreeSet<>(Set.of("healthy.HealthyInitializer"));
  private UnaryOperator<Javac> javac = UnaryOperator.identity();
  private boolean isSpecial;

  private ProblemCase(Problem problem, String text, List<String> sources) {
    this.problem = problem;
    this.text = text;
    this.sources = sources;
  }

  /** A problem in source files with a mark where it is to be shown; they need no header. */
  static ProblemCase problem(Problem problem, String text, String... sources) {
    return new ProblemCase(problem, text, Stream.of(sources).map(Javac::withHeader).toList());
  }

  /** A problem of a class {@code Faulty} that consists of the given line. */
  static ProblemCase field(Problem problem, String text, String line) {
    return problem(problem, text, "class Faulty {\n  " + line + "\n}\n");
  }

  /** With a special run of javac. */
  ProblemCase with(UnaryOperator<Javac> special) {
    javac = special;
    isSpecial = true;
    return this;
  }

  /** With classes that are generated, because their models are not at fault. */
  ProblemCase generating(String... classes) {
    generated.addAll(List.of(classes));
    return this;
  }

  /** With no class at all that is generated. */
  ProblemCase generatingNothing() {
    generated.clear();
    return this;
  }

  /** A problem that is in no source; the model beside it is healthy. */
  static ProblemCase nowhere(Problem problem, String text, UnaryOperator<Javac> special) {
    return new ProblemCase(problem, text, List.of()).with(special);
  }

  Problem problem() {
    return problem;
  }

  /** With a release of Java that has what the sources need. */
  ProblemCase since(int release) {
    javac = one -> one.release(release);
    return this;
  }

  /** That the problem is found by what comes after a model's own check. */
  ProblemCase late() {
    isSpecial = true;
    return this;
  }

  /** Whether it needs a run of javac for itself, and the whole processor. */
  boolean isSpecial() {
    return isSpecial;
  }

  /** The same in packages of its own, so that one run of javac can have many cases. */
  ProblemCase numbered(int number) {
    UnaryOperator<String> rename =
        code -> PACKAGES.matcher(code).replaceAll(match -> match.group() + number);
    return new ProblemCase(problem, rename.apply(text), sources.stream().map(rename).toList());
  }

  /** The sources without marks. */
  List<String> codes() {
    return sources.stream().map(source -> Marked.of(source).code()).toList();
  }

  /** Through javac: every error in its place, and nothing else. */
  void check() {
    Outcome outcome = run(javac.apply(Javac.javac()));
    assertEquals(expected(), outcome.ownErrors());
  }

  /**
   * Through Eclipse's compiler, which shows values in arrays at their annotation, and so two alike
   * as one.
   */
  void checkByEclipse() {
    Outcome outcome = run(javac.apply(Javac.javac()).byEclipse());
    assertEquals(withoutColumns(expected()), withoutColumns(outcome.ownErrors()));
  }

  /** As a compiler tells them that has columns, an order and places of records of its own. */
  static List<Outcome.Error> withoutColumns(List<Outcome.Error> errors) {
    return errors.stream()
        .map(
            error ->
                new Outcome.Error(
                    error.file(),
                    error.line(),
                    0,
                    IN_RECORD.matcher(error.text()).replaceFirst("")))
        .distinct()
        .sorted(Comparator.comparing(Outcome.Error::file).thenComparing(Outcome.Error::line))
        .toList();
  }

  private Outcome run(Javac javac) {
    List<String> codes = new ArrayList<>(List.of(HEALTHY));
    codes.addAll(codes());
    Outcome outcome = javac.run(codes.toArray(String[]::new));
    assertFalse(outcome.succeeded());
    assertEquals(generated, outcome.sources().keySet());
    return outcome;
  }

  List<Outcome.Error> expected() {
    assertEquals("[Fanwise:" + problem.id() + "] ", text.substring(0, text.indexOf(' ') + 1));
    List<Outcome.Error> expected = new ArrayList<>();
    for (String source : sources) {
      Marked marked = Marked.of(source);
      for (Marked.Place place : marked.places()) {
        String file = Javac.fileName(marked.code());
        expected.add(new Outcome.Error(file, place.line(), place.column(), text));
      }
    }
    if (sources.isEmpty()) {
      expected.add(new Outcome.Error("", Diagnostic.NOPOS, Diagnostic.NOPOS, text));
    }
    assertFalse(expected.isEmpty(), "no mark");
    return expected;
  }

  @Override
  public String toString() {
    return problem + ": " + String.join(" ", sources).replaceAll("package p; import .*;|\\s+", " ");
  }
}
