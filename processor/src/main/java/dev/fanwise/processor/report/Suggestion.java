package dev.fanwise.processor.report;

import java.util.Collection;
import java.util.Optional;

/** What a misspelt name probably meant. */
public final class Suggestion {
  private Suggestion() {}

  /** The sentence that ends a message about an unknown name. */
  public static String sentence(String name, Collection<String> known) {
    if (known.isEmpty()) {
      return "There is none that could be named.";
    }
    return closest(name, known)
        .map(close -> "Did you mean \"" + close + "\"?")
        .orElseGet(() -> "Name one of: " + String.join(", ", known) + ".");
  }

  /**
   * The known name that is nearest, if it is near enough: a third of its letters differ at most.
   */
  public static Optional<String> closest(String name, Collection<String> known) {
    String best = null;
    int fewest = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distance(name, candidate);
      if (distance < fewest) {
        fewest = distance;
        best = candidate;
      }
    }
    boolean near = best != null && fewest <= Math.max(1, best.length() / 3);
    return near ? Optional.of(best) : Optional.empty();
  }

  /** Levenshtein's distance, case aside. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        char x = Character.toLowerCase(a.charAt(i - 1));
        char y = Character.toLowerCase(b.charAt(j - 1));
        int substituted = diagonal + (x == y ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
