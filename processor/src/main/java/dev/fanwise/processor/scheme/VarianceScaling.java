package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Intent;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Formulas;
import java.util.Optional;

/** {@code @VarianceScalingInit}: std = √(scale / n), as in JAX and Keras. */
public record VarianceScaling(double scale, FanMode mode, Distribution distribution)
    implements Scheme {
  static VarianceScaling read(Arguments arguments) {
    return new VarianceScaling(
        arguments.number("scale"),
        arguments.constant("mode", FanMode.class),
        arguments.constant("distribution", Distribution.class));
  }

  @Override
  public String annotation() {
    return "VarianceScalingInit";
  }

  @Override
  public void check(Complaints complaints) {
    Needs.positive("scale", scale, complaints, Problem.SCALE);
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.fans(this, geometry, complaints);
  }

  @Override
  public Optional<Variance> variance() {
    return Optional.of(new Variance(scale, mode, distribution));
  }

  @Override
  public Intent intent() {
    return Intent.of(Intent.Basis.valueOf(mode.name()));
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Wording formula = new Wording(Formulas.VARIANCE_SCALING);
    Wording numbers = formula.with("scale", scale);
    String n = Formulas.description(mode);
    Term std =
        geometry.formula(
            numbers.text() + ", n = " + n,
            fans -> Formulas.varianceScaling(scale, mode, fans),
            "varianceScaling",
            scale,
            mode);
    Derivation derivation = Derivation.ofFans(geometry, "");
    if (geometry.isKnown()) {
      double known = Formulas.fan(mode, geometry.fans());
      derivation.line("n = " + n + " = " + Numbers.text(known));
      numbers = numbers.with("n", known);
    } else {
      derivation.line("n = " + n);
    }
    return Spread.of(
        distribution,
        std,
        derivation.line("std = " + formula.text() + " = " + numbers.text() + std.result()));
  }
}
