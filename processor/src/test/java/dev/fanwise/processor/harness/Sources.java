package dev.fanwise.processor.harness;

import java.util.Map;
import java.util.TreeSet;

/** Generated sources, by name, beside others. */
final class Sources {
  /** Lines to show on either side, from the first that differs on. */
  private static final int LINES = 12;

  private Sources() {}

  /** What differs, for a message: the first difference of each source; empty if they are equal. */
  static String difference(
      String label, Map<String, String> sources, String otherLabel, Map<String, String> others) {
    TreeSet<String> names = new TreeSet<>(sources.keySet());
    names.addAll(others.keySet());
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      String source = sources.get(name);
      String other = others.get(name);
      if (source == null || other == null) {
        String missing = source == null ? label : otherLabel;
        text.append(name).append(": none ").append(missing).append('\n');
      } else if (!source.equals(other)) {
        String[] lines = source.split("\n", -1);
        String[] otherLines = other.split("\n", -1);
        int line = 0;
        int both = Math.min(lines.length, otherLines.length);
        while (line < both && lines[line].equals(otherLines[line])) {
          line++;
        }
        text.append(name).append(", from line ").append(line + 1).append('\n');
        append(text, label, lines, line);
        append(text, otherLabel, otherLines, line);
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, String label, String[] lines, int from) {
    text.append("  ").append(label).append(":\n");
    for (int i = from; i < Math.min(from + LINES, lines.length); i++) {
      text.append("    ").append(lines[i]).append('\n');
    }
  }
}
