package dev.fanwise.card.model;

/**
 * The first elements of a parameter as the runtime draws them, or why there are none.
 *
 * @param values the elements as the field holds them, or null
 * @param reason why there are none, or null
 */
public record Sample(double[] values, String reason) {
  /** How many elements of a parameter are shown at most. */
  public static final int MOST = 100_000;

  public static Sample of(double[] values) {
    return new Sample(values, null);
  }

  public static Sample none(String reason) {
    return new Sample(null, reason);
  }

  public boolean isDrawn() {
    return values != null;
  }
}
