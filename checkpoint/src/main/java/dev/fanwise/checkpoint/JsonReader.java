package dev.fanwise.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as RFC 8259 has it. Objects become maps, arrays lists, strings strings and numbers
 * {@link NumberText}; no name may come twice in an object.
 */
final class JsonReader {
  /** Deeper than any header; a recursion that is deeper would end the thread. */
  private static final int DEEPEST = 32;

  private final String text;
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /** What is wrong with a text. */
  static final class Fault extends Exception {
    private static final long serialVersionUID = 1;

    Fault(String message) {
      super(message);
    }
  }

  /** A number as it is written. */
  static final class NumberText {
    final String text;

    NumberText(String text) {
      this.text = text;
    }
  }

  static Object read(String text) throws Fault {
    JsonReader reader = new JsonReader(text);
    Object value = reader.value();
    reader.blanks();
    if (reader.at < text.length()) {
      throw reader.fault("the end");
    }
    return value;
  }

  private Object value() throws Fault {
    blanks();
    switch (peek()) {
      case '{':
        return nested(true);
      case '[':
        return nested(false);
      case '"':
        return string();
      case 't':
        return word("true", Boolean.TRUE);
      case 'f':
        return word("false", Boolean.FALSE);
      case 'n':
        return word("null", null);
      default:
        return number();
    }
  }

  private Object nested(boolean isObject) throws Fault {
    if (++depth > DEEPEST) {
      throw new Fault("it is nested more than " + DEEPEST + " levels deep");
    }
    at++;
    Object value = isObject ? object() : array();
    depth--;
    return value;
  }

  private Map<String, Object> object() throws Fault {
    Map<String, Object> object = new LinkedHashMap<>();
    blanks();
    if (next('}')) {
      return object;
    }
    do {
      blanks();
      String name = string();
      blanks();
      expect(':');
      if (object.containsKey(name)) {
        throw new Fault("the name " + quoted(name) + " comes twice");
      }
      object.put(name, value());
      blanks();
    } while (next(','));
    expect('}');
    return object;
  }

  private List<Object> array() throws Fault {
    List<Object> array = new ArrayList<>();
    blanks();
    if (next(']')) {
      return array;
    }
    do {
      array.add(value());
      blanks();
    } while (next(','));
    expect(']');
    return array;
  }

  private String string() throws Fault {
    expect('"');
    StringBuilder string = new StringBuilder();
    while (!next('"')) {
      char unit = peek();
      if (unit < ' ') {
        throw fault("an escape in place of a control character");
      }
      at++;
      string.append(unit == '\\' ? escaped() : unit);
    }
    return string.toString();
  }

  private char escaped() throws Fault {
    char letter = peek();
    at++;
    switch (letter) {
      case '"':
      case '\\':
      case '/':
        return letter;
      case 'b':
        return '\b';
      case 'f':
        return '\f';
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'u':
        return hex();
      default:
        at--;
        throw fault("an escape");
    }
  }

  private char hex() throws Fault {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(peek(), 16);
      if (digit < 0 || peek() > 'f') {
        throw fault("a hexadecimal digit");
      }
      unit = unit * 16 + digit;
      at++;
    }
    return (char) unit;
  }

  private NumberText number() throws Fault {
    int from = at;
    next('-');
    int first = at;
    digits();
    if (at - first > 1 && text.charAt(first) == '0') {
      at = first;
      throw fault("a number without a leading zero");
    }
    if (next('.')) {
      digits();
    }
    if (next('e') || next('E')) {
      if (!next('+')) {
        next('-');
      }
      digits();
    }
    return new NumberText(text.substring(from, at));
  }

  private void digits() throws Fault {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from) {
      throw fault("a value");
    }
  }

  private Object word(String word, Object value) throws Fault {
    if (!text.startsWith(word, at)) {
      throw fault("a value");
    }
    at += word.length();
    return value;
  }

  private void blanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private char peek() throws Fault {
    if (at >= text.length()) {
      throw new Fault("it ends too early");
    }
    return text.charAt(at);
  }

  private boolean next(char wanted) {
    boolean found = at < text.length() && text.charAt(at) == wanted;
    if (found) {
      at++;
    }
    return found;
  }

  private void expect(char wanted) throws Fault {
    if (peek() != wanted) {
      throw fault("'" + wanted + "'");
    }
    at++;
  }

  private Fault fault(String wanted) {
    return new Fault("expected " + wanted + " at character " + at);
  }

  /** A name for a message: short, and on one line. */
  static String quoted(String name) {
    StringBuilder quoted = new StringBuilder("\"");
    int most = Math.min(name.length(), 200);
    for (int i = 0; i < most; i++) {
      char unit = name.charAt(i);
      quoted.append(Character.isISOControl(unit) ? '?' : unit);
    }
    return quoted.append(most < name.length() ? "…\"" : "\"").toString();
  }
}
