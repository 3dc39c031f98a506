package dev.fanwise.checkpoint;

import java.util.Comparator;

/**
 * Strings by their UTF-8 bytes, which is by code points. {@link String#compareTo} puts code points
 * above U+FFFF before U+E000, since it looks at surrogates.
 */
final class Utf8Order implements Comparator<String> {
  @Override
  public int compare(String a, String b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        return rank(a.charAt(i)) - rank(b.charAt(i));
      }
    }
    return a.length() - b.length();
  }

  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
