package dev.fanwise.card.model;

import dev.fanwise.runtime.Pattern;

/** What the elements of a parameter are drawn from, with every number. */
public sealed interface Law {
  /** Every element has one value. */
  record Constant(double value) implements Law {}

  /** Uniform between two bounds. */
  record Uniform(double std, double low, double high) implements Law {}

  /** Normal. */
  record Normal(double mean, double std) implements Law {}

  /**
   * Normal, cut at two bounds.
   *
   * @param mean the mean before the cut
   * @param std the standard deviation before the cut
   * @param lower the lower bound in standard deviations from the mean
   * @param upper the upper bound, likewise
   */
  record TruncatedNormal(double mean, double std, double lower, double upper) implements Law {}

  /**
   * Elements that depend on where in the tensor they are.
   *
   * @param pattern the runtime's own
   * @param isKeyed whether they depend on the seed
   */
  record Placed(Pattern pattern, boolean isKeyed) implements Law {}

  /**
   * A law of which the statistics are all that is known.
   *
   * @param low the bound below, perhaps infinite
   * @param high the bound above, likewise
   */
  record Described(double mean, double std, double low, double high) implements Law {}

  /** None that is known: weights that were read from a file. */
  record Unsaid() implements Law {}

  /**
   * A law whose numbers are known at run time only.
   *
   * @param distribution how its elements are spread, in a word
   * @param isKeyed whether they depend on the seed
   */
  record Unknown(String distribution, boolean isKeyed) implements Law {}

  /** How the elements are spread, in a word or two. */
  default String distribution() {
    if (this instanceof Constant) {
      return "constant";
    }
    if (this instanceof Uniform) {
      return "uniform";
    }
    if (this instanceof Normal) {
      return "normal";
    }
    if (this instanceof TruncatedNormal) {
      return "truncated normal";
    }
    if (this instanceof Unsaid) {
      return "unsaid";
    }
    return this instanceof Unknown unknown ? unknown.distribution() : "structured";
  }

  /** Whether every number is known. */
  default boolean isKnown() {
    return !(this instanceof Unknown) && !(this instanceof Unsaid);
  }

  /** Whether elements depend on the seed. */
  default boolean isRandom() {
    if (this instanceof Placed placed) {
      return placed.isKeyed();
    }
    return this instanceof Unknown unknown
        ? unknown.isKeyed()
        : !(this instanceof Constant) && !(this instanceof Unsaid);
  }
}
