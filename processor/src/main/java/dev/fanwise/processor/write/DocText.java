package dev.fanwise.processor.write;

/**
 * What users wrote, in comments of generated code: it must not end the comment, nor become a tag or
 * a Unicode escape, and is in ASCII as {@link Docs} is.
 */
final class DocText {
  /** How much of a text is shown: enough to know it by. */
  private static final int MOST = 60;

  /** What stands for itself in a comment and in HTML, letters and digits aside. */
  private static final String PLAIN = " @_$.,:;=()[]+-\"";

  private DocText() {}

  /** A text as code in Javadoc. */
  static String code(String text) {
    boolean isPlain = text.chars().allMatch(DocText::isPlain);
    return isPlain ? "{@code " + text + "}" : "<code>" + escaped(text) + "</code>";
  }

  /** A text in quotes in any comment; the rest of a long one is left out. */
  static String quoted(String text) {
    int length = text.codePointCount(0, text.length());
    if (length <= MOST) {
      return "\"" + escaped(text) + "\"";
    }
    String start = text.substring(0, text.offsetByCodePoints(0, MOST));
    return "\"" + escaped(start) + "...\" (" + length + " characters)";
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            letter -> {
              if (letter != '@' && isPlain(letter)) {
                escaped.appendCodePoint(letter);
              } else {
                escaped.append("&#").append(letter).append(';');
              }
            });
    return escaped.toString();
  }

  private static boolean isPlain(int letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || PLAIN.indexOf(letter) >= 0;
  }
}
