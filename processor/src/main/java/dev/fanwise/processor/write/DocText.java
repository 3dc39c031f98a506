package dev.fanwise.processor.write;

/**
 * What users wrote, in comments of generated code: it must not end the comment, nor become a tag or
 * a Unicode escape of the user's. What people cannot see is written as Java's literals have it, for
 * Javadoc takes few characters by number.
 */
final class DocText {
  /** How much of a text is shown: enough to know it by. */
  private static final int MOST = 60;

  /** What stands for itself in a comment and in HTML, letters and digits aside. */
  private static final String PLAIN = " @_$.,:;=()[]+-\"";

  private static final String BACKSLASH = "&#92;";

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
              } else if (letter >= ' ' && letter < 127) {
                escaped.append("&#").append(letter).append(';');
              } else if (isVisible(letter)) {
                escaped.appendCodePoint(letter);
              } else {
                escaped.append(BACKSLASH).append(code(letter));
              }
            });
    return escaped.toString();
  }

  private static String code(int letter) {
    return switch (letter) {
      case '\t' -> "t";
      case '\n' -> "n";
      case '\r' -> "r";
      default -> Ascii.units(letter).substring(1).replace("\\", BACKSLASH);
    };
  }

  /** By ranges that do not depend on the Unicode of the running JDK, as the bytes shall not. */
  private static boolean isVisible(int letter) {
    boolean isControl = letter < 0xa0 || letter == 0xad || letter == 0x61c || letter == 0x180e;
    boolean isFormat =
        (letter >= 0x200b && letter <= 0x200f)
            || (letter >= 0x2028 && letter <= 0x202e)
            || (letter >= 0x2060 && letter <= 0x206f)
            || (letter >= 0xfff0 && letter <= 0xffff)
            || letter == 0xfeff
            || letter >= 0xe0000;
    boolean isSurrogate = letter >= 0xd800 && letter <= 0xdfff;
    return !isControl && !isFormat && !isSurrogate;
  }

  private static boolean isPlain(int letter) {
    return (letter >= 'a' && letter <= 'z')
        || (letter >= 'A' && letter <= 'Z')
        || (letter >= '0' && letter <= '9')
        || PLAIN.indexOf(letter) >= 0;
  }
}
