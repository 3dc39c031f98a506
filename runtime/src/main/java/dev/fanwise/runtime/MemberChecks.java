package dev.fanwise.runtime;

/** What is wrong with the numbers of a scheme, in the words of the compile-time messages. */
final class MemberChecks {
  private MemberChecks() {}

  static void require(boolean condition, String refusal) {
    if (!condition) {
      throw new IllegalArgumentException(refusal);
    }
  }

  /** A finite number above 0. */
  static void positive(String name, double number) {
    if (!(number > 0 && number <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(name + " = " + number + " is not a finite number above 0");
    }
  }

  /** A finite number. */
  static void finite(String name, double number) {
    if (!(Math.abs(number) <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(name + " = " + number + " is not a finite number");
    }
  }
}
