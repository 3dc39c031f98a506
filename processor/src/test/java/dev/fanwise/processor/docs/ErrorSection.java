package dev.fanwise.processor.docs;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.fanwise.processor.FanwiseProcessor;
import dev.fanwise.processor.harness.BareProcessor;
import dev.fanwise.processor.harness.Javac;
import dev.fanwise.processor.harness.Outcome;
import dev.fanwise.processor.harness.WatchedProcessor;
import dev.fanwise.processor.report.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/**
 * The section of docs/errors.md about a problem.
 *
 * @param text the whole of it
 */
record ErrorSection(String id, String text) {
  private static final Pattern SECTION = Pattern.compile("(?ms)^### (\\w+)\n.*?(?=^##|\\z)");
  private static final Pattern SOURCE =
      Pattern.compile("(?s)(?:<!-- ([^>]*) -->\n)?```java\n(.*?)```\n");
  private static final Pattern OUTPUT = Pattern.compile("(?s)```text\n(.*?)```\n");
  private static final Pattern FIX = Pattern.compile("(?s)\nFix:\\s(.*)");
  private static final Pattern MEND = Pattern.compile("(?s)`([^`]*)`\\s*\\z");
  private static final Pattern PLACE = Pattern.compile("([^:\n]*)\\.java:(\\d+): .*");

  /** The last lines of an output. */
  private static final Pattern COUNT = Pattern.compile("(\\d+ (error|warning)s?\n)+\\z");

  /** What is said before a source that is compiled alone and first. */
  private static final String BEFORE = "compiled without Fanwise";

  /** What is said before a source of which the processor fails. */
  private static final String STUMBLES = "Fanwise stumbles";

  /** What is said before a source whose generated class finds no room. */
  private static final String FULL = "the disk is full";

  /** How what is said before a source begins that Lombok changes for a {@code lombok.config}. */
  private static final String LOMBOK = "lombok.";

  /** What is said before a source that older compilers do not take. */
  private static final String NEW = "in Java 25";

  /** What is said before a source that is compiled with the processor's jar alone. */
  private static final String ALONE = "fanwise-processor alone";

  /** How what is said before a source begins that is compiled with an option. */
  private static final String OPTION = "-A";

  /** A source of the example; the note before it may be null. */
  private record Source(String note, String code) {
    boolean is(String note) {
      return note.equals(this.note);
    }

    Stream<String> setting() {
      return Stream.ofNullable(note).filter(text -> text.startsWith(LOMBOK));
    }

    Stream<String> option() {
      return Stream.ofNullable(note).filter(text -> text.startsWith(OPTION));
    }

    Source withLine(int number, String line) {
      List<String> lines = new ArrayList<>(code.lines().toList());
      lines.set(number - 1, line);
      return new Source(note, String.join("\n", lines) + "\n");
    }
  }

  static List<ErrorSection> in(String page) {
    return SECTION
        .matcher(page)
        .results()
        .map(match -> new ErrorSection(match.group(1), match.group()))
        .toList();
  }

  Problem problem() {
    return Stream.of(Problem.values())
        .filter(problem -> problem.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** What is wrong, in words. */
  String cause() {
    String below = text.substring(text.indexOf('\n'));
    return below.substring(0, SOURCE.matcher(below).results().findFirst().orElseThrow().start());
  }

  /** What to do, in words or as a line of code. */
  String fix() {
    return find(FIX).group(1);
  }

  /** The line of code at the end of the fix. */
  Optional<String> mend() {
    return MEND.matcher(fix()).results().map(match -> match.group(1)).findFirst();
  }

  /** What the compiler prints, as the page has it. */
  String output() {
    return find(OUTPUT).group(1);
  }

  String withOutput(String output) {
    MatchResult old = find(OUTPUT);
    return text.substring(0, old.start(1)) + output + text.substring(old.end(1));
  }

  /** What the compiler prints, without the count at its end. */
  String printed() {
    return COUNT.matcher(print(sources())).replaceFirst("");
  }

  /**
   * What the compiler prints of the example with the fix in place of the line with the error, or of
   * the option.
   *
   * @param printed what it prints of the example as it is
   */
  String printedWhenMended(String printed) {
    String mend = mend().orElseThrow();
    if (mend.startsWith(OPTION)) {
      return print(sources().stream().map(source -> new Source(mend, source.code())).toList());
    }
    Matcher place = PLACE.matcher(printed);
    if (!place.find()) {
      throw new AssertionError("no place in " + printed);
    }
    String file = place.group(1) + ".java";
    int line = Integer.parseInt(place.group(2));
    List<Source> sources =
        sources().stream()
            .map(
                source ->
                    file.endsWith(Javac.fileName(source.code()))
                        ? source.withLine(line, mend)
                        : source)
            .toList();
    assertNotEquals(sources(), sources);
    return print(sources);
  }

  /** Whether this JDK has the example's language. */
  boolean isForThisJdk() {
    return Runtime.version().feature() >= 25 || sources().stream().noneMatch(one -> one.is(NEW));
  }

  private List<Source> sources() {
    return SOURCE
        .matcher(text)
        .results()
        .map(match -> new Source(match.group(1), match.group(2)))
        .toList();
  }

  /** The run that sources need: with another processor, or for another release. */
  private static Javac javacFor(List<Source> sources) {
    if (sources.stream().anyMatch(source -> source.is(STUMBLES))) {
      return Javac.plainJavac().with(ErrorSection::stumbling);
    }
    if (sources.stream().anyMatch(source -> source.is(ALONE))) {
      return Javac.plainJavac().with(BareProcessor::load);
    }
    boolean isNew = sources.stream().anyMatch(source -> source.is(NEW));
    return Javac.javac().release(isNew ? 25 : 17);
  }

  private static String print(List<Source> sources) {
    Javac javac = javacFor(sources);
    sources.stream().flatMap(Source::option).forEach(javac::options);
    if (sources.stream().anyMatch(source -> source.is(FULL))) {
      javac.watchedBy(ErrorSection::refuse);
    }
    sources.stream().flatMap(Source::setting).forEach(setting -> withLombok(javac, setting));
    String[] before = codes(sources.stream().filter(source -> source.is(BEFORE)));
    if (before.length > 0) {
      Outcome earlier = Javac.plainJavac().run(before).requireSuccess();
      javac.on(earlier);
    }
    return javac.print(codes(sources.stream().filter(source -> !source.is(BEFORE))));
  }

  private static String[] codes(Stream<Source> sources) {
    return sources.map(Source::code).toArray(String[]::new);
  }

  private static void withLombok(Javac javac, String setting) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "lombok"));
      Files.writeString(folder.resolve("lombok.config"), setting + "\n");
      javac.withLombok().in(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(String className, JavaFileObject.Kind kind) throws IOException {
    if (kind == JavaFileObject.Kind.SOURCE) {
      throw new IOException("No space left on device");
    }
  }

  private static WatchedProcessor stumbling() {
    return new WatchedProcessor(
        new FanwiseProcessor(),
        call -> {
          throw new IllegalStateException("no pen");
        });
  }

  private MatchResult find(Pattern pattern) {
    return pattern
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError(id + " lacks " + pattern));
  }

  @Override
  public String toString() {
    return id;
  }
}
