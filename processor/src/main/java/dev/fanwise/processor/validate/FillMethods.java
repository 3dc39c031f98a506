package dev.fanwise.processor.validate;

/** The names of generated fill methods. */
final class FillMethods {
  private FillMethods() {}

  /** {@code fillHidden} for {@code hidden}; letters as Unicode has them, whatever the locale. */
  static String nameFor(String field) {
    return nameFor("", field);
  }

  /** The name for a field of a class whose methods' names have a suffix of their own. */
  static String nameFor(String module, String field) {
    int first = field.codePointAt(0);
    return "fill"
        + module
        + Character.toString(Character.toUpperCase(first))
        + field.substring(Character.charCount(first));
  }
}
