package dev.fanwise.adapt;

import dev.fanwise.runtime.Likeness;

/** What somebody may have meant. */
final class Names {
  private Names() {}

  /** {@code Did you mean hidden?}, or nothing if no known name is near. */
  static String suggestion(String wrong, Iterable<String> known) {
    String nearest = Likeness.nearest(wrong, known);
    return nearest == null ? "" : " Did you mean " + nearest + "?";
  }
}
