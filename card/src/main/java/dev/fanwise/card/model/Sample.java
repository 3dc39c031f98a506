package dev.fanwise.card.model;

/**
 * Elements of a parameter, or why there are none.
 *
 * @param values the elements as the field holds them, or null
 * @param isWhole whether these are all its elements
 * @param reason why there are none, or null
 */
public record Sample(Values values, boolean isWhole, String reason) {
  /** How many elements of a parameter are drawn for a card. */
  public static final int MOST = 100_000;

  /** The first elements, as drawn. */
  public static Sample of(double[] values) {
    return new Sample(Values.of(values), false, null);
  }

  /** All elements, as they are. */
  public static Sample whole(Values values) {
    return new Sample(values, true, null);
  }

  /** None, for a reason: {@code its dimensions are known at run time only}. */
  public static Sample none(String reason) {
    return new Sample(null, false, reason);
  }

  /** Whether there are any. */
  public boolean isDrawn() {
    return values != null;
  }
}
