package dev.fanwise.processor.harness;

import dev.fanwise.processor.schemes.SchemeCatalogue;
import dev.fanwise.runtime.ParameterInfo;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether the elements of a parameter can come from what {@code parameters()} says of it. */
public final class Plausible {
  /** In standard errors: one sample in half a billion is farther away. */
  private static final double MARGIN = 6;

  /** Schemes without a distribution whose elements are drawn all the same. */
  private static final Set<String> DRAWN = Set.of("ChronoInit", "SparseInit");

  /** Schemes that draw, but with a fixed sum of squares. */
  private static final Set<String> OF_FIXED_NORM =
      SchemeCatalogue.entries().stream()
          .filter(SchemeCatalogue.Entry::hasFixedNorm)
          .map(entry -> entry.scheme().annotation())
          .collect(Collectors.toSet());

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
    double rounding = rounding(kind, Math.abs(info.mean()) + 6 * info.std());
    boolean meanIsFixed = !drawn && !OF_FIXED_NORM.contains(info.scheme());
    double meanError = rounding + (meanIsFixed ? 0 : MARGIN * info.std() / Math.sqrt(n));
    require(
        Math.abs(sum / n - info.mean()) <= meanError, info, "has the mean " + sum / n + " of " + n);
    double variance = squares / n;
    double spread = Math.sqrt(Math.max(0, fourths / n - variance * variance) / n);
    double error = drawn ? MARGIN * spread : 0;
    require(
        Math.abs(variance - info.std() * info.std())
            <= error + (2 * info.std() + rounding) * rounding,
        info,
        "has the standard deviation " + Math.sqrt(variance) + " of " + n);
  }

  /** How far elements of a size may be off, be it all in one direction. */
  private static double rounding(FieldKind kind, double size) {
    return switch (kind) {
      case BF16 -> size * 0x1p-8;
      case FP16 -> size * 0x1p-11 + 0x1p-25;
      default -> size * (kind.isDouble() ? 1e-12 : 0x1p-22);
    };
  }

  private static void require(boolean condition, ParameterInfo info, String fault) {
    if (!condition) {
      throw new AssertionError(info + " " + fault);
    }
  }
}
