package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.Nonlinearity;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Intent;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
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

  /** The slope of LEAKY_RELU where a scheme has no member for it: PyTorch's default. */
  private static final double DEFAULT_SLOPE = 0.01;

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
    Needs.fans(this, geometry, complaints, Problem.XAVIER_RANK);
  }

  @Override
  public Optional<Variance> variance() {
    return Optional.of(Variance.named(gainSquared(), FanMode.FAN_AVG, distribution));
  }

  @Override
  public Intent intent() {
    return new Intent(nonlinearity, DEFAULT_SLOPE, Intent.Basis.FAN_AVG, 1);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Term g = Term.of(gain * Gains.of(nonlinearity, DEFAULT_SLOPE));
    Term sum = geometry.fanIn().plus(geometry.fanOut());
    Term root = Term.of(2).over(sum).sqrt();
    boolean plain = g.value() == 1;
    Term std = plain ? root : g.times(root);
    Derivation derivation = Derivation.ofFans(geometry, ", " + gainText(g.value()));
    String formula = "std = gain * sqrt(2 / (fan_in + fan_out))";
    String numbers = "sqrt(2 / " + sum.text() + ")" + std.result();
    if (!geometry.isKnown()) {
      derivation.line(formula);
    } else if (plain) {
      derivation.line(formula + " = " + numbers);
    } else {
      derivation.line(formula);
      derivation.line("    = " + g.text() + " * " + numbers);
    }
    return Spread.of(distribution, std, derivation);
  }

  private double gainSquared() {
    double g = nonlinearity == Nonlinearity.RELU ? 1 : Gains.of(nonlinearity, DEFAULT_SLOPE);
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
