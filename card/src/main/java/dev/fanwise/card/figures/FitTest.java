package dev.fanwise.card.figures;

import dev.fanwise.card.model.Law;
import dev.fanwise.card.model.Parameter;
import dev.fanwise.runtime.DataType;

/**
 * Compares elements with their law: by Kolmogorov and Smirnov's distance where every element has
 * the same distribution, else by their moments and bounds, at a level of one in a million.
 */
final class FitTest {
  /** So many standard errors are exceeded about once in a million times. */
  private static final double ERRORS = 5;

  /** Products of several laws have heavier tails than a normal: sparse matrices, say. */
  private static final double HEAVY = 3;

  private final Law law;
  private final DataType type;
  private final Moments moments;
  private final Density density;
  private final boolean isWhole;

  private FitTest(Parameter parameter, Moments moments, Density density) {
    this.law = parameter.law();
    this.type = parameter.type();
    this.moments = moments;
    this.density = density;
    this.isWhole = parameter.sample().isWhole();
  }

  static FitTest of(Parameter parameter, Moments moments, Density density) {
    return new FitTest(parameter, moments, density);
  }

  Fit of(Measured measured) {
    if (moments == null || measured.count() == 0) {
      return Fit.UNTESTED;
    }
    boolean isZero = moments.mean() == 0 && moments.std() == 0;
    if (measured.isZero() && !isZero && law.isRandom()) {
      return Fit.of(Fit.Verdict.UNDRAWN);
    }
    if (measured.nonFinite() > 0) {
      return Fit.of(Fit.Verdict.CHANGED);
    }
    return law.accept(
        new Law.Cases<>(
            constant -> constant(measured),
            uniform -> spread(measured),
            normal -> spread(measured),
            cut -> spread(measured),
            // A part of what depends on its place in the tensor need not look like the whole.
            placed -> isWhole || hasShape(measured) ? spread(measured) : Fit.UNTESTED,
            described -> byMoments(measured),
            unsaid -> Fit.UNTESTED,
            unknown -> Fit.UNTESTED));
  }

  private Fit constant(Measured measured) {
    boolean isSame = measured.least() == moments.low() && measured.greatest() == moments.high();
    return Fit.of(isSame ? Fit.Verdict.AS_DRAWN : Fit.Verdict.CHANGED);
  }

  /** Whether each element has the distribution, so that they can be counted beside it. */
  private boolean hasShape(Measured measured) {
    return density != null && density.cdf() != null && measured.histogram() != null;
  }

  private Fit spread(Measured measured) {
    return hasShape(measured) ? kolmogorov(measured) : byMoments(measured);
  }

  private Fit kolmogorov(Measured measured) {
    double root = Math.sqrt(measured.count());
    // Stephens (1970): good for any number of elements.
    double critical =
        Math.sqrt(-Math.log(Fit.LEVEL / 2) / 2) / (root + 0.12 + 0.11 / root) + rounding();
    double distance = measured.histogram().distance(density.cdf()::applyAsDouble);
    return new Fit(
        distance > critical ? Fit.Verdict.CHANGED : Fit.Verdict.AS_DRAWN, distance, critical);
  }

  /** What rounding to few digits moves across a border at most: half a step of the largest. */
  private double rounding() {
    return switch (type) {
      case BF16 -> 0x1p-8;
      case F16 -> 0x1p-11;
      default -> 0;
    };
  }

  private Fit byMoments(Measured measured) {
    double slack = 1e-5 + 2 * rounding();
    double size = Math.max(moments.std(), Math.abs(moments.mean()));
    double error = ERRORS * moments.std() / Math.sqrt(measured.count()) + slack * size;
    double ofStd =
        (HEAVY * ERRORS / Math.sqrt(2.0 * measured.count()) + slack) * moments.std() + slack * size;
    boolean isNear =
        Math.abs(measured.mean() - moments.mean()) <= HEAVY * error
            && Math.abs(measured.std() - moments.std()) <= ofStd
            && measured.least() >= moments.low() - slack * Math.abs(moments.low())
            && measured.greatest() <= moments.high() + slack * Math.abs(moments.high());
    return Fit.of(isNear ? Fit.Verdict.AS_DRAWN : Fit.Verdict.CHANGED);
  }
}
