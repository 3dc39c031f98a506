package dev.fanwise.engines;

/** A pattern for names: {@code *} is any number of characters and {@code ?} is one. */
final class Glob {
  private final String pattern;

  Glob(String pattern) {
    if (pattern.isEmpty()) {
      throw new IllegalArgumentException("an empty pattern fits no name");
    }
    this.pattern = pattern;
  }

  boolean fits(String name) {
    int at = 0;
    int star = -1;
    int resume = 0;
    int i = 0;
    while (i < name.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        resume = i;
      } else if (at < pattern.length()
          && (pattern.charAt(at) == '?' || pattern.charAt(at) == name.charAt(i))) {
        at++;
        i++;
      } else if (star >= 0) {
        at = star + 1;
        i = ++resume; // the star takes one character more
      } else {
        return false;
      }
    }
    while (at < pattern.length() && pattern.charAt(at) == '*') {
      at++;
    }
    return at == pattern.length();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
