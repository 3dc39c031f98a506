package dev.fanwise.card.page;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * Writes HTML. Whatever comes from outside goes through {@link #text} or an attribute, and both
 * escape; what letters one cannot see, such as those that turn the direction of a text, are shown
 * by their number.
 */
public final class Markup {
  /** Rows that fit on a few screens. */
  private static final int LONG_TABLE = 100;

  private final StringBuilder html = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn; an attribute with value null is left out
   */
  Markup open(String tag, String... attributes) {
    start(tag, attributes);
    open.push(tag);
    return this;
  }

  /** Begins what scrolls sideways on narrow screens, by keys too. */
  Markup openRegion(String kind, String label) {
    return open("div", "class", kind, "tabindex", "0", "role", "region", "aria-label", label);
  }

  /**
   * Begins a table's region. A long one is laid out when it is about to be seen, which takes a
   * browser a second for 2,000 rows.
   */
  Markup openTableRegion(int rows, String label) {
    return openRegion(rows > LONG_TABLE ? "scroll long" : "scroll", label);
  }

  /** Ends the element that began last. */
  Markup close() {
    html.append("</").append(open.pop()).append('>');
    return this;
  }

  /** An element with a text. */
  Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /** An element that has no end. */
  Markup single(String tag, String... attributes) {
    start(tag, attributes);
    return this;
  }

  /** A name of the user's, apart from the direction of the text around it. */
  Markup name(String name) {
    return element("bdi", name);
  }

  Markup text(String text) {
    html.append(escaped(text));
    return this;
  }

  Markup newLine() {
    html.append('\n');
    return this;
  }

  /** What is markup already: our own style sheet and script, and what another writer wrote. */
  Markup markup(CharSequence markup) {
    html.append(markup);
    return this;
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("not closed: " + open);
    }
    return html.toString();
  }

  private void start(String tag, String... attributes) {
    html.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        html.append(' ').append(attributes[i]).append("=\"");
        html.append(escaped(attributes[i + 1])).append('"');
      }
    }
    html.append('>');
  }

  /** A text with nothing in it that means something to a browser. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(letter -> append(letter, escaped));
    return escaped.toString();
  }

  private static void append(int letter, StringBuilder escaped) {
    switch (letter) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> {
        if (isInvisible(letter)) {
          escaped.append(String.format(Locale.ROOT, "⟨U+%04X⟩", letter));
        } else {
          escaped.appendCodePoint(letter);
        }
      }
    }
  }

  private static boolean isInvisible(int letter) {
    if (letter == '\n') {
      return false;
    }
    return switch (Character.getType(letter)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
