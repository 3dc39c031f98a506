package dev.fanwise.card.json;

import dev.fanwise.card.figures.Decimals;
import java.util.Locale;

/**
 * Writes JSON: the same bytes for the same data, in ASCII, so that nothing in a name can end a
 * string, be taken for markup, or turn the direction of the text around it.
 */
final class JsonText {
  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean isFirst = true;

  /** Whether a name has been written whose value comes next. */
  private boolean isNamed;

  JsonText object() {
    return open('{');
  }

  JsonText endObject() {
    return close('}');
  }

  JsonText array() {
    return open('[');
  }

  JsonText endArray() {
    return close(']');
  }

  /** The name of the next value. */
  JsonText name(String name) {
    separate();
    quote(name);
    text.append(": ");
    isNamed = true;
    return this;
  }

  JsonText value(String value) {
    before();
    if (value == null) {
      text.append("null");
    } else {
      quote(value);
    }
    return this;
  }

  JsonText value(long value) {
    before();
    text.append(value);
    return this;
  }

  /** A number, or null for what JSON has no number for. */
  JsonText value(double value) {
    before();
    boolean isFinite = !Double.isNaN(value) && !Double.isInfinite(value);
    text.append(isFinite ? Decimals.text(value) : "null");
    return this;
  }

  JsonText value(boolean value) {
    before();
    text.append(value);
    return this;
  }

  JsonText field(String name, String value) {
    return name(name).value(value);
  }

  JsonText field(String name, long value) {
    return name(name).value(value);
  }

  JsonText field(String name, double value) {
    return name(name).value(value);
  }

  JsonText field(String name, boolean value) {
    return name(name).value(value);
  }

  /** Strings on one line. */
  JsonText strings(String name, Iterable<String> values) {
    name(name);
    before();
    text.append('[');
    String between = "";
    for (String value : values) {
      text.append(between);
      quote(value);
      between = ", ";
    }
    text.append(']');
    return this;
  }

  /** Numbers on one line. */
  JsonText numbers(String name, int... values) {
    name(name);
    before();
    text.append('[');
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(values[i]);
    }
    text.append(']');
    return this;
  }

  /** All that was written, with an end of line. */
  String text() {
    return text + "\n";
  }

  /** Whole numbers on one line. */
  JsonText numbers(String name, long... values) {
    name(name);
    before();
    text.append('[');
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(values[i]);
    }
    text.append(']');
    return this;
  }

  private JsonText open(char bracket) {
    before();
    text.append(bracket);
    depth++;
    isFirst = true;
    return this;
  }

  private JsonText close(char bracket) {
    depth--;
    if (!isFirst) {
      newLine();
    }
    text.append(bracket);
    isFirst = false;
    return this;
  }

  private void before() {
    if (isNamed) {
      isNamed = false;
    } else if (depth > 0) {
      separate();
    }
    isFirst = false;
  }

  private void separate() {
    if (!isFirst) {
      text.append(',');
    }
    newLine();
    isFirst = false;
  }

  private void newLine() {
    text.append('\n').append("  ".repeat(depth));
  }

  private void quote(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      switch (letter) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        default -> {
          if (letter >= ' ' && letter < 0x7f && letter != '<') {
            text.append(letter);
          } else {
            text.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
          }
        }
      }
    }
    text.append('"');
  }
}
