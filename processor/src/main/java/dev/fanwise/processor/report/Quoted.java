package dev.fanwise.processor.report;

/**
 * A user's text in a message: on one line, without what a terminal would obey, and not too long.
 */
public final class Quoted {
  private static final int LONGEST = 60;

  private Quoted() {}

  /** The text in quotes. */
  public static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    int shown = 0;
    for (int at = 0; at < text.length() && shown < LONGEST; shown++) {
      int letter = text.codePointAt(at);
      if (isPlain(letter)) {
        quoted.appendCodePoint(letter);
      } else {
        quoted.append(escaped(letter));
      }
      at += Character.charCount(letter);
    }
    boolean cut = text.codePointCount(0, text.length()) > LONGEST;
    return quoted.append(cut ? "...\"" : "\"").toString();
  }

  private static boolean isPlain(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> letter != '"' && letter != '\\';
    };
  }

  private static String escaped(int letter) {
    return switch (letter) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> {
        StringBuilder code = new StringBuilder();
        for (char unit : Character.toChars(letter)) {
          code.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) unit));
        }
        yield code.toString();
      }
    };
  }
}
