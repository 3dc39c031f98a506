package dev.fanwise.processor.harness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;

/** The lines of generated sources. */
public final class Lines {
  private static final int LONGEST = 100;

  /** Letters beyond ASCII are written so, and are one letter of a name all the same. */
  private static final Pattern ESCAPE = Pattern.compile("\\\\u[0-9a-f]{4}");

  private Lines() {}

  /** No line is too long to read or ends in spaces. */
  public static void assertTidy(String source) {
    for (String line : source.split("\n")) {
      String read = ESCAPE.matcher(line).replaceAll("u");
      assertTrue(read.length() <= LONGEST, () -> read.length() + ": " + line);
      assertEquals(line.stripTrailing(), line);
    }
  }
}
