package dev.fanwise.processor.plan;

/** What the elements of a parameter are drawn from, with every number resolved, in double. */
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
}
