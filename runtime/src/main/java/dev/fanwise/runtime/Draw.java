package dev.fanwise.runtime;

/**
 * One element from its random word: what the unrolled lines of generated code call.
 *
 * <p>The words themselves come from {@link Words}.
 */
public final class Draw {
  private Draw() {}

  /**
   * Uniform on ±b, without 0 and without the bounds.
   *
   * @param word the element's word
   * @param step b·2⁻²³, a float
   */
  public static float uniform(int word, float step) {
    return ((word >> 8) | 1) * step;
  }

  /**
   * Uniform on ±b, without 0 and without the bounds.
   *
   * @param word the element's word
   * @param step b·2⁻⁵²
   */
  public static double uniform(long word, double step) {
    return ((word >> 11) | 1) * step;
  }

  /** Normal, by inversion; at most 6.2 standard deviations from the mean. */
  public static float normal(int word, float mean, float std) {
    return FloatQuantile.of(word, mean, std);
  }

  /** Normal, by inversion; at most 8.2 standard deviations from the mean. */
  public static double normal(long word, double mean, double std) {
    return DoubleQuantile.of(word) * std + mean;
  }
}
