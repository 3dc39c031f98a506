package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.processor.harness.Same;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Severity;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What docs/errors.md says of each id, against the processor; {@code -Dgolden.update=true} writes
 * the compiler's outputs in it anew.
 */
class ErrorsPageTest {
  private static final String PAGE = "docs/errors.md";

  /** A problem with a class has a place, one with an option has none. */
  private static final Pattern MESSAGE =
      Pattern.compile("(\\S+\\.java:\\d+: )?(error|warning): .*");

  /** What javac reports in words of its own beside Fanwise. */
  private static final Set<Problem> JAVAC_TOO =
      EnumSet.of(Problem.MISSING_TYPE, Problem.UNKNOWN_OPTION);

  /** Every example is compiled once for all tests. */
  private static final Map<String, String> PRINTED = new HashMap<>();

  private static String printed(ErrorSection section) {
    return PRINTED.computeIfAbsent(section.id(), any -> section.printed());
  }

  private static List<ErrorSection> all() {
    return ErrorSection.in(new Page(PAGE).text());
  }

  static List<ErrorSection> sections() {
    return all().stream().filter(ErrorSection::isForThisJdk).toList();
  }

  static List<ErrorSection> mended() {
    return sections().stream().filter(section -> section.mend().isPresent()).toList();
  }

  @Test
  void hasASectionForEveryProblem() {
    List<String> ids = all().stream().map(ErrorSection::id).toList();
    Set<String> expected =
        Stream.of(Problem.values()).map(Problem::id).collect(Collectors.toCollection(TreeSet::new));
    Same.names(expected, new TreeSet<>(ids));
    assertEquals(expected.size(), ids.size(), "two sections for one problem");
  }

  @ParameterizedTest
  @MethodSource("sections")
  void showsWhatJavacPrints(ErrorSection section) throws IOException {
    String printed = printed(section);
    if (Boolean.getBoolean("golden.update")) {
      new Page(PAGE).replace(section.text(), section.withOutput(printed));
    } else {
      assertEquals(section.output(), printed);
    }
  }

  @ParameterizedTest
  @MethodSource("sections")
  void isAboutThatProblemAndNothingElse(ErrorSection section) {
    Problem problem = section.problem();
    String kind = problem.severity() == Severity.ERROR ? "error" : "warning";
    List<String> messages = printed(section).lines().filter(MESSAGE.asMatchPredicate()).toList();
    List<String> own = messages.stream().filter(line -> line.contains("[Fanwise:")).toList();
    assertEquals(1, own.size(), own::toString);
    assertTrue(own.get(0).contains(kind + ": [Fanwise:" + problem.id() + "] "), own::toString);
    assertEquals(JAVAC_TOO.contains(problem) ? 2 : 1, messages.size(), messages::toString);
  }

  @ParameterizedTest
  @MethodSource("sections")
  void saysWhatItIsAndWhatToDo(ErrorSection section) {
    assertFalse(section.cause().isBlank());
    assertFalse(section.fix().isBlank());
  }

  /** The line that is shown as mended in place of the one with the error. */
  @ParameterizedTest
  @MethodSource("mended")
  void isMendedByItsFix(ErrorSection section) {
    assertEquals("", section.printedWhenMended(printed(section)));
  }

  @Test
  void mostFixesAreShown() {
    assertTrue(mended().size() > sections().size() * 3 / 4, mended()::toString);
  }
}
