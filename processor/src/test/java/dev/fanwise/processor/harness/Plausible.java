package dev.fanwise.processor.harness;

import dev.fanwise.runtime.ParameterInfo;
import java.util.Set;

/** Whether the elements of a parameter can come from what {@code parameters()} says of it. */
public final class Plausible {
  /** In standard errors: one sample in half a billion is farther away. */
  private static final double MARGIN = 6;

  /** Schemes without a distribution whose elements are drawn all the same. */
  private static final Set<String> DRAWN = Set.of("ChronoInit", "SparseInit");

  /** Schemes that draw, but with a fixed sum of squares. */
  private static final Set<String> ORTHOGONAL = Set.of("OrthogonalInit", "DeltaOrthogonalInit");

  private Plausible() {}

  /**
   * Requires finite elements within the bounds, and a mean and standard deviation that are as
   * promised: exactly where nothing is left to chance, else nearly.
   */
  public static void check(ParameterInfo info, FieldKind kind, double[] elements) {
    double low = kind.round(info.low());
    double high = kind.round(info.high());
    double sum = 0;
    for (double element : elements) {
      require(Double.isFinite(element), info, "has an element " + element);
      require(element >= low && element <= high, info, "has " + element + " beyond its bounds");
      sum += element;
    }
    double squares = 0;
    double fourths = 0;
    for (double element : elements) {
      double square = Math.pow(element - info.mean(), 2);
      squares += square;
      fourths += square * square;
    }
    int n = elements.length;
    boolean drawn = info.distribution() != null || DRAWN.contains(info.scheme());
    // 16-bit numbers are off by up to 2⁻⁹, be it all in one direction.
    double rounding = Math.max(Math.abs(info.mean()), info.std()) * (kind.isHalf() ? 0x1p-8 : 1e-6);
    boolean meanIsFixed = !drawn && !ORTHOGONAL.contains(info.scheme());
    double meanError = rounding + (meanIsFixed ? 0 : MARGIN * info.std() / Math.sqrt(n));
    require(
        Math.abs(sum / n - info.mean()) <= meanError, info, "has the mean " + sum / n + " of " + n);
    double variance = squares / n;
    double error = drawn ? MARGIN * Math.sqrt((fourths / n - variance * variance) / n) : 0;
    double roundingOfSquare = 3 * rounding * Math.max(Math.abs(info.mean()), info.std());
    require(
        Math.abs(variance - info.std() * info.std()) <= error + roundingOfSquare,
        info,
        "has the standard deviation " + Math.sqrt(variance) + " of " + n);
  }

  private static void require(boolean condition, ParameterInfo info, String fault) {
    if (!condition) {
      throw new AssertionError(info + " " + fault);
    }
  }
}
