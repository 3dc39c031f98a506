package dev.fanwise.checkpoint;

/** Strings in JSON, escaped no more than RFC 8259 requires: what is not ASCII stays as it is. */
final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /**
   * Appends a string in quotes.
   *
   * @throws IllegalArgumentException if the string has half a surrogate pair, which no UTF-8 has
   */
  static void quote(String text, StringBuilder into) {
    into.append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (Character.isSurrogate(unit)) {
        if (!pairAt(text, i)) {
          throw new IllegalArgumentException(
              text + " has half of a surrogate pair at index " + i + ", which UTF-8 cannot hold");
        }
        into.append(unit).append(text.charAt(++i));
      } else {
        escape(unit, into);
      }
    }
    into.append('"');
  }

  private static boolean pairAt(String text, int index) {
    return index + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(index), text.charAt(index + 1));
  }

  private static void escape(char unit, StringBuilder into) {
    switch (unit) {
      case '"':
      case '\\':
        into.append('\\').append(unit);
        break;
      case '\b':
        into.append("\\b");
        break;
      case '\t':
        into.append("\\t");
        break;
      case '\n':
        into.append("\\n");
        break;
      case '\f':
        into.append("\\f");
        break;
      case '\r':
        into.append("\\r");
        break;
      default:
        if (unit < ' ') {
          into.append("\\u00").append(HEX.charAt(unit >> 4)).append(HEX.charAt(unit & 15));
        } else {
          into.append(unit);
        }
    }
  }
}
