package dev.fanwise.processor.write;

/**
 * Sources in ASCII. The compiler writes them in the encoding of the user's sources, which may lack
 * letters that a library's names have, or that stand as escapes in the user's; every build shall
 * write the same bytes.
 */
final class Ascii {
  private Ascii() {}

  /** A source with Java's escapes for all other characters, which mean the same anywhere in it. */
  static String of(String source) {
    if (source.chars().allMatch(unit -> unit < 128)) {
      return source;
    }
    StringBuilder ascii = new StringBuilder();
    source
        .codePoints()
        .forEach(
            letter -> {
              if (letter < 128) {
                ascii.append((char) letter);
              } else {
                ascii.append(units(letter));
              }
            });
    return ascii.toString();
  }

  /** The escapes of a character: two of those that are two units in UTF-16. */
  static String units(int letter) {
    StringBuilder escapes = new StringBuilder();
    for (char unit : Character.toChars(letter)) {
      escapes.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) unit));
    }
    return escapes.toString();
  }
}
