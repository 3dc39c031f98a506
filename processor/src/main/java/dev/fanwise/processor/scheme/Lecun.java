package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.Nonlinearity;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Intent;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.runtime.Formulas;
import java.util.Optional;

/**
 * {@code @LecunInit}: std = √(1 / fan_in).
 *
 * <p>LeCun et al., "Efficient BackProp" (1998), equation 16.
 */
public record Lecun(Distribution distribution) implements Scheme {
  static Lecun read(Arguments arguments) {
    return new Lecun(arguments.constant("distribution", Distribution.class));
  }

  @Override
  public String annotation() {
    return "LecunInit";
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.fans(this, geometry, complaints);
  }

  @Override
  public Optional<Variance> variance() {
    return Optional.of(Variance.named(1, FanMode.FAN_IN, distribution));
  }

  @Override
  public Intent intent() {
    return new Intent(Nonlinearity.LINEAR, 0, Intent.Basis.FAN_IN, 1);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Wording formula = new Wording(Formulas.LECUN);
    Term std = geometry.formula(formula.text(), Formulas::lecun, "lecun");
    return Spread.of(
        distribution,
        std,
        Derivation.ofFans(geometry, "").line("std", formula, formula.with(geometry), std));
  }
}
