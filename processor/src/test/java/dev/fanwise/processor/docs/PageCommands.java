package dev.fanwise.processor.docs;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page tells its reader to type: every indented block, every block of a shell, and what
 * begins with a program's name inside a line.
 */
final class PageCommands {
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w*)\n(.*?)^ *```$");
  private static final Pattern SHELL = Pattern.compile("sh|bash|console|shell|cmd");
  private static final Pattern INDENTED = Pattern.compile("(?m)(?<=\n\n)(?: {4}.*\n)+");
  private static final Pattern QUOTED_TWICE = Pattern.compile("``[^\n]*?``");
  private static final Pattern IN_A_LINE = Pattern.compile("`([^`]+)`");
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(mvn|pip|npm|spark-submit|git|gradle) .*|javac? -.*|[\\w./-]+\\.sh\\b.*|(\\.ci|first-contact)/\\w.*");

  private PageCommands() {}

  /** Each once; several lines are one command, as they stand in one block. */
  static Set<String> of(String page) {
    Set<String> commands = new LinkedHashSet<>();
    Matcher fence = FENCE.matcher(page);
    while (fence.find()) {
      if (SHELL.matcher(fence.group(1)).matches()) {
        commands.add(fence.group(2).strip());
      }
    }
    String text = FENCE.matcher(page).replaceAll("");
    Matcher indented = INDENTED.matcher(text);
    while (indented.find()) {
      commands.add(indented.group().replaceAll("(?m)^ {4}", "").strip());
    }
    text = QUOTED_TWICE.matcher(INDENTED.matcher(text).replaceAll("")).replaceAll("");
    Matcher span = IN_A_LINE.matcher(text);
    while (span.find()) {
      String code = span.group(1).replaceAll("\\s+", " ");
      if (PROGRAM.matcher(code).matches()) {
        commands.add(code);
      }
    }
    return commands;
  }
}
