package dev.fanwise.processor.harness;

import java.util.ArrayList;
import java.util.List;

/**
 * A source whose places of interest are marked.
 *
 * @param code the source without the marks
 * @param places where the marks were, in order
 */
public record Marked(String code, List<Place> places) {
  /** What stands in a source before a place of interest. */
  public static final String MARK = "▸";

  /** A line and a column, counted from 1 as javac does. */
  public record Place(long line, long column) {}

  public static Marked of(String text) {
    StringBuilder code = new StringBuilder();
    List<Place> places = new ArrayList<>();
    int line = 1;
    int lineStart = 0;
    for (char letter : text.toCharArray()) {
      if (MARK.indexOf(letter) >= 0) {
        places.add(new Place(line, code.length() - lineStart + 1));
        continue;
      }
      code.append(letter);
      if (letter == '\n') {
        line++;
        lineStart = code.length();
      }
    }
    return new Marked(code.toString(), places);
  }
}
