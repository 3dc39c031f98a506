package dev.fanwise.processor.card;

/**
 * The first elements of a parameter as the runtime draws them, or why there are none.
 *
 * @param values the elements as the field holds them, or null
 * @param reason why there are none, or null
 */
record Sample(double[] values, String reason) {
  static Sample of(double[] values) {
    return new Sample(values, null);
  }

  static Sample none(String reason) {
    return new Sample(null, reason);
  }

  boolean isDrawn() {
    return values != null;
  }
}
