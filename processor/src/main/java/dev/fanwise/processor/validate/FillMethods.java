package dev.fanwise.processor.validate;

/** The names of generated fill methods. */
final class FillMethods {
  private FillMethods() {}

  /** {@code fillHidden} for {@code hidden}; letters as Unicode has them, whatever the locale. */
  static String nameFor(String field) {
    int first = field.codePointAt(0);
    return "fill"
        + Character.toString(Character.toUpperCase(first))
        + field.substring(Character.charCount(first));
  }
}
