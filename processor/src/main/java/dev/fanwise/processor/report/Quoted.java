package dev.fanwise.processor.report;

import java.util.Locale;

/** Texts of users inside messages. */
public final class Quoted {
  /** How much of a text is shown: enough to know it by. */
  private static final int MOST = 80;

  private Quoted() {}

  /** A text in quotes on one line; the rest of a long one is left out. */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder("\"");
    text.codePoints()
        .limit(MOST)
        .forEach(
            letter -> {
              if (isSeen(letter)) {
                shown.appendCodePoint(letter);
              } else {
                shown.append(String.format(Locale.ROOT, "<U+%04X>", letter));
              }
            });
    int length = text.codePointCount(0, text.length());
    return shown
        .append('"')
        .append(length > MOST ? "... of " + length + " characters" : "")
        .toString();
  }

  private static boolean isSeen(int letter) {
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
