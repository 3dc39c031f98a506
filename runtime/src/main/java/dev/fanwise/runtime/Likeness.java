package dev.fanwise.runtime;

import java.util.Collection;

/** Which of some names another is meant to be, for messages. */
public final class Likeness {
  /** Among more names none is looked for: as many may be unknown, and all pairs are too many. */
  private static final int MOST_NAMES = 200;

  private Likeness() {}

  /**
   * {@code . Did you mean w?}, or nothing if no name is near.
   *
   * @param name a name that is not known
   * @param known those that are
   */
  public static String sentence(String name, Collection<String> known) {
    String best = known.size() > MOST_NAMES ? null : nearest(name, known);
    return best == null ? "" : ". Did you mean " + best + "?";
  }

  /**
   * The known name that is nearest, or null if none is near.
   *
   * @param name a name that is not known
   * @param known those that are
   */
  public static String nearest(String name, Iterable<String> known) {
    String best = null;
    int least = Math.max(2, name.length() / 3) + 1;
    for (String one : known) {
      int distance = isPartOf(name, one) || isPartOf(one, name) ? 1 : distance(name, one);
      if (distance < least) {
        least = distance;
        best = one;
      }
    }
    return best;
  }

  /** {@code hidden} of {@code hidden.weight} and of {@code model.hidden}. */
  private static boolean isPartOf(String part, String name) {
    return name.startsWith(part + ".") || name.endsWith("." + part);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
