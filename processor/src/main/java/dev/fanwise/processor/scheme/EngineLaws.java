package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.runtime.JaxVariance;
import dev.fanwise.runtime.Truncation;

/** The numbers of schemes as the library has them whose random stream a model uses. */
public final class EngineLaws {
  /** Where JAX cuts a truncated normal. */
  private static final double CUT = 2;

  private EngineLaws() {}

  /**
   * A scheme with its numbers. PyTorch and JAX count fans by the dimensions alone, and JAX computes
   * in the weights' own type.
   */
  public static Resolution resolve(
      Scheme scheme, Geometry geometry, ElementType type, RandomEngine engine) {
    if (engine == RandomEngine.FANWISE) {
      return scheme.resolve(geometry);
    }
    if (engine == RandomEngine.JAX && scheme.variance().isPresent()) {
      return jax(scheme.variance().get(), geometry.plain(), type);
    }
    return scheme.resolve(geometry.plain());
  }

  private static Resolution jax(Variance variance, Geometry geometry, ElementType type) {
    Derivation derivation =
        Derivation.ofFans(geometry, "")
            .line(
                "as JAX's variance_scaling("
                    + Numbers.text(variance.scale())
                    + ", "
                    + variance.mode().name().toLowerCase(java.util.Locale.ROOT)
                    + "), computed in "
                    + type.description()
                    + "s");
    if (variance.distribution() == Distribution.UNIFORM) {
      Term bound = derivation.name("bound", number("bound", variance, geometry, type));
      derivation.line("bound = sqrt(3 * scale / n)" + bound.result());
      Term std = derivation.name("std", bound.over(Term.of(3).sqrt()));
      return derivation.of(new Law.Uniform(std, bound.negated(), bound));
    }
    if (variance.distribution() == Distribution.NORMAL) {
      Term std = derivation.name("std", number("std", variance, geometry, type));
      derivation.line("std = sqrt(scale / n)" + std.result());
      return derivation.of(new Law.Normal(0, std));
    }
    Term sigma = derivation.name("sigma", number("truncatedStd", variance, geometry, type));
    derivation.line(
        "sigma = sqrt(scale / n) / "
            + Numbers.text(Truncation.STD_AT_TWO)
            + sigma.result()
            + ", cut at 2 sigma");
    return derivation.of(new Law.TruncatedNormal(0, sigma, -CUT, CUT));
  }

  private static Term number(
      String function, Variance variance, Geometry geometry, ElementType type) {
    if (!geometry.isKnown()) {
      return new Term.Jax(function, variance.scale(), variance.mode(), type);
    }
    double scale = variance.scale();
    return Term.of(
        switch (function) {
          case "bound" ->
              type.isHalf()
                  ? JaxVariance.bound(
                      scale,
                      variance.mode(),
                      geometry.fans(),
                      dev.fanwise.HalfPrecision.valueOf(type.name()))
                  : JaxVariance.bound(scale, variance.mode(), geometry.fans());
          case "std" -> JaxVariance.std(scale, variance.mode(), geometry.fans());
          default -> JaxVariance.truncatedStd(scale, variance.mode(), geometry.fans());
        });
  }
}
