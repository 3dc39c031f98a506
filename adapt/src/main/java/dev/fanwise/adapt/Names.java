package dev.fanwise.adapt;

/** What somebody may have meant. */
final class Names {
  private Names() {}

  /** {@code Did you mean hidden?}, or nothing if no known name is near. */
  static String suggestion(String wrong, Iterable<String> known) {
    String nearest = null;
    int least = Math.max(2, wrong.length() / 3) + 1;
    for (String name : known) {
      int distance = distance(wrong, name);
      if (distance < least) {
        least = distance;
        nearest = name;
      }
    }
    return nearest == null ? "" : " Did you mean " + nearest + "?";
  }

  /** The Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(diagonal, row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
