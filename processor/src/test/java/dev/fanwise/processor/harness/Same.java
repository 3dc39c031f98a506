package dev.fanwise.processor.harness;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Comparisons of what is too long to be read twice: a failure shows what differs, and no more. */
public final class Same {
  private Same() {}

  /** Compares texts of many lines. */
  public static void text(String expected, String actual) {
    sources(Map.of("The text", expected), Map.of("The text", actual));
  }

  /** Compares generated sources by name. */
  public static void sources(Map<String, String> expected, Map<String, String> actual) {
    String difference = Sources.difference("expected", expected, "found", actual);
    if (!difference.isEmpty()) {
      fail(difference);
    }
  }

  /** Compares sets of many names. */
  public static void names(Set<?> expected, Set<?> actual) {
    Set<Object> missing = new LinkedHashSet<>(expected);
    missing.removeAll(actual);
    Set<Object> tooMany = new LinkedHashSet<>(actual);
    tooMany.removeAll(expected);
    if (!missing.isEmpty() || !tooMany.isEmpty()) {
      fail("missing: " + missing + ", too many: " + tooMany);
    }
  }
}
