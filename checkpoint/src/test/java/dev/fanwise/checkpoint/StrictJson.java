package dev.fanwise.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON of RFC 8259 that headers may have: no blanks, no fractions, no name twice. */
final class StrictJson {
  private final String text;
  private int at;

  private StrictJson(String text) {
    this.text = text;
  }

  static Object parse(String text) {
    StrictJson json = new StrictJson(text);
    Object value = json.value();
    if (json.at != text.length()) {
      throw json.error("end");
    }
    return value;
  }

  private Object value() {
    return switch (text.charAt(at)) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      default -> number();
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> object = new LinkedHashMap<>();
    expect('{');
    if (!next('}')) {
      do {
        String name = string();
        expect(':');
        if (object.containsKey(name)) {
          throw error("a new name");
        }
        object.put(name, value());
      } while (next(','));
      expect('}');
    }
    return object;
  }

  private List<Object> array() {
    List<Object> array = new ArrayList<>();
    expect('[');
    if (!next(']')) {
      do {
        array.add(value());
      } while (next(','));
      expect(']');
    }
    return array;
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    expect('"');
    while (!next('"')) {
      char unit = text.charAt(at++);
      if (unit < ' ') {
        throw error("an escape");
      }
      string.append(unit == '\\' ? escaped() : unit);
    }
    return string.toString();
  }

  private char escaped() {
    char letter = text.charAt(at++);
    if (letter == 'u') {
      at += 4;
      return (char) Integer.parseInt(text, at - 4, at, 16);
    }
    int index = "\"\\/bfnrt".indexOf(letter);
    if (index < 0) {
      throw error("an escape");
    }
    return "\"\\/\b\f\n\r\t".charAt(index);
  }

  private long number() {
    int from = at;
    while (Character.isDigit(text.charAt(at))) {
      at++;
    }
    if (at - from > 1 && text.charAt(from) == '0') {
      throw error("no leading zero");
    }
    return Long.parseLong(text, from, at, 10);
  }

  private boolean next(char wanted) {
    boolean found = text.charAt(at) == wanted;
    if (found) {
      at++;
    }
    return found;
  }

  private void expect(char wanted) {
    if (!next(wanted)) {
      throw error(String.valueOf(wanted));
    }
  }

  private AssertionError error(String wanted) {
    return new AssertionError("not " + wanted + " at " + at + " of " + text);
  }
}
