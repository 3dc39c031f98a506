package dev.fanwise.processor.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page of the documentation. */
final class Page {
  private static final Path REPOSITORY = Path.of("..");

  private final Path file;
  private String text;

  /**
   * @param file its path in the repository
   */
  Page(String file) {
    this.file = REPOSITORY.resolve(file);
    try {
      text = Files.readString(this.file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return text;
  }

  /** Everything that matches a pattern, or its first group if it has one. */
  List<String> find(String pattern) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(match -> match.group(match.groupCount() == 0 ? 0 : 1))
        .toList();
  }

  /** The cells of those rows of tables whose first cell matches. */
  List<List<String>> rows(String firstCell) {
    return text.lines()
        .filter(line -> line.startsWith("|"))
        .map(line -> Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList())
        .filter(cells -> cells.get(0).matches(firstCell))
        .toList();
  }

  /** The Java block below the comment that names it. */
  String block(String name) {
    Matcher block = blockPattern(name).matcher(text);
    if (!block.find()) {
      throw new AssertionError(file + " has no block " + name);
    }
    return block.group(1);
  }

  /** Writes a Java block anew. */
  void replaceBlock(String name, String code) throws IOException {
    Matcher block = blockPattern(name).matcher(text);
    if (!block.find()) {
      throw new AssertionError(file + " has no block " + name);
    }
    text = text.substring(0, block.start(1)) + code + text.substring(block.end(1));
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  /** Writes a part that there is once anew. */
  void replace(String part, String other) throws IOException {
    int at = text.indexOf(part);
    if (at < 0 || at != text.lastIndexOf(part)) {
      throw new AssertionError(file + " does not have this once: " + part);
    }
    text = text.substring(0, at) + other + text.substring(at + part.length());
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static Pattern blockPattern(String name) {
    return Pattern.compile(
        "<!-- " + Pattern.quote(name) + " -->\n```java\n(.*?)```\n", Pattern.DOTALL);
  }
}
