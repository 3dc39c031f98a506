package dev.fanwise.processor.scheme;

import dev.fanwise.FanMode;
import dev.fanwise.HalfPrecision;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.JaxVariance;
import dev.fanwise.runtime.Truncation;
import java.util.List;

/** The numbers of JAX's {@code variance_scaling}, computed in the weights' own type. */
final class JaxLaws {
  /** Its formulas are not the catalogue's to the bit. */
  private static final String TEXT = "JAX's own";

  private JaxLaws() {}

  static Resolution resolve(Variance variance, Geometry geometry, ElementType type) {
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
    switch (variance.distribution()) {
      case UNIFORM -> {
        Term bound = bound(variance, geometry, type);
        derivation.line("bound", JaxVariance.BOUND, bound);
        return Spread.uniform(bound, derivation);
      }
      case NORMAL -> {
        Term std = derivation.name("std", number("std", JaxVariance::std, variance, geometry));
        derivation.line("std", JaxVariance.STD, std);
        return derivation.of(new Law.Normal(0, std));
      }
      case TRUNCATED_NORMAL -> {
        Term sigma =
            derivation.name(
                "sigma", number("truncatedStd", JaxVariance::truncatedStd, variance, geometry));
        derivation.line(
            "sigma = " + JaxVariance.TRUNCATED_STD + sigma.result() + ", cut at 2 sigma");
        return derivation.of(new Law.TruncatedNormal(0, sigma, -Truncation.CUT, Truncation.CUT));
      }
    }
    throw new IllegalArgumentException("unknown distribution " + variance.distribution());
  }

  /** A method of {@link JaxVariance}. */
  private interface Number {
    float of(double scale, FanMode mode, Fans fans);
  }

  private static Term number(String method, Number number, Variance variance, Geometry geometry) {
    double scale = variance.scale();
    FanMode mode = variance.mode();
    return geometry.term(
        new Term.Formula(
            "JaxVariance",
            method,
            List.of(scale, mode, Term.FANS),
            TEXT,
            fans -> number.of(scale, mode, fans)));
  }

  /** The bound, which 16-bit weights have computed in their own format. */
  private static Term bound(Variance variance, Geometry geometry, ElementType type) {
    if (!type.isHalf()) {
      return number("bound", JaxVariance::bound, variance, geometry);
    }
    double scale = variance.scale();
    FanMode mode = variance.mode();
    HalfPrecision precision = HalfPrecision.valueOf(type.name());
    return geometry.term(
        new Term.Formula(
            "JaxVariance",
            "bound",
            List.of(scale, mode, Term.FANS, precision),
            TEXT,
            fans -> JaxVariance.bound(scale, mode, fans, precision)));
  }
}
