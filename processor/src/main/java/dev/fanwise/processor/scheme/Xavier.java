package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.Nonlinearity;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Intent;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.runtime.Formulas;
import dev.fanwise.runtime.Gains;
import java.util.Optional;

/**
 * {@code @XavierInit}: std = g·√(2 / (fan_in + fan_out)).
 *
 * <p>Glorot and Bengio (AISTATS 2010), equations 12 and 16.
 */
public record Xavier(double gain, Nonlinearity nonlinearity, Distribution distribution)
    implements Scheme {
  static Xavier read(Arguments arguments) {
    return new Xavier(
        arguments.number("gain"),
        arguments.constant("nonlinearity", Nonlinearity.class),
        arguments.constant("distribution", Distribution.class));
  }

  @Override
  public String annotation() {
    return "XavierInit";
  }

  @Override
  public void check(Complaints complaints) {
    Needs.gain(gain, complaints);
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.fans(this, geometry, complaints);
  }

  @Override
  public Optional<Variance> variance() {
    return Optional.of(Variance.named(gainSquared(), FanMode.FAN_AVG, distribution));
  }

  @Override
  public Intent intent() {
    return new Intent(nonlinearity, Gains.DEFAULT_SLOPE, Intent.Basis.FAN_AVG, 1);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    double g = gain * Gains.of(nonlinearity, Gains.DEFAULT_SLOPE);
    Wording formula = new Wording(Formulas.XAVIER);
    Wording numbers = formula.with("gain", g);
    Term std = geometry.formula(numbers.text(), fans -> Formulas.xavier(g, fans), "xavier", g);
    Derivation derivation = Derivation.ofFans(geometry, ", " + gainText(g));
    if (g == 1) {
      derivation.line("std", formula, numbers.with(geometry), std);
    } else {
      derivation.line("std = " + formula.text());
      if (std.isKnown()) {
        derivation.line("    = " + numbers.with(geometry).text() + std.result());
      }
    }
    return Spread.of(distribution, std, derivation);
  }

  private double gainSquared() {
    double g = nonlinearity == Nonlinearity.RELU ? 1 : Gains.of(nonlinearity, Gains.DEFAULT_SLOPE);
    return gain * gain * (nonlinearity == Nonlinearity.RELU ? 2 : g * g);
  }

  private String gainText(double g) {
    if (nonlinearity == Nonlinearity.LINEAR) {
      return "gain " + Numbers.text(g);
    }
    String own = gain == 1 ? "" : "gain " + Numbers.text(gain) + " * ";
    return own + "gain of " + nonlinearity + " = " + Numbers.text(g);
  }
}
