package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.Nonlinearity;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Intent;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Formulas;
import dev.fanwise.runtime.Gains;
import java.util.Optional;

/**
 * {@code @KaimingInit}: std = gain / √fan.
 *
 * <p>He et al. (ICCV 2015), equations 10, 14 and 15.
 *
 * @param slopeGiven whether the user wrote the slope, be it the default
 */
public record Kaiming(
    FanMode mode,
    double slope,
    boolean slopeGiven,
    Nonlinearity nonlinearity,
    Distribution distribution)
    implements Scheme {
  static Kaiming read(Arguments arguments) {
    return new Kaiming(
        arguments.constant("mode", FanMode.class),
        arguments.number("a"),
        arguments.isGiven("a"),
        arguments.constant("nonlinearity", Nonlinearity.class),
        arguments.constant("distribution", Distribution.class));
  }

  @Override
  public String annotation() {
    return "KaimingInit";
  }

  @Override
  public void check(Complaints complaints) {
    String field = complaints.field();
    if (mode != FanMode.FAN_IN && mode != FanMode.FAN_OUT) {
      complaints.add("mode", Problem.KAIMING_MODE, mode, field);
    }
    if (slopeGiven && nonlinearity != Nonlinearity.LEAKY_RELU) {
      complaints.add("a", Problem.SLOPE_UNUSED, Numbers.text(slope), field, nonlinearity);
    } else if (!Double.isFinite(slope)) {
      complaints.add("a", Problem.SLOPE, Numbers.text(slope), field);
    }
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.fans(this, geometry, complaints);
  }

  @Override
  public Optional<Variance> variance() {
    return Optional.of(Variance.named(gainSquared(), mode, distribution));
  }

  @Override
  public Intent intent() {
    return new Intent(nonlinearity, slope, Intent.Basis.valueOf(mode.name()), 1);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    double gain = Gains.of(nonlinearity, slope);
    Wording formula = new Wording(Formulas.KAIMING).with("fan", Formulas.description(mode));
    Wording numbers = formula.with("gain", gain);
    Term std =
        geometry.formula(
            numbers.text(), fans -> Formulas.kaiming(gain, mode, fans), "kaiming", gain, mode);
    return Spread.of(
        distribution,
        std,
        Derivation.ofFans(geometry, ", " + gainText(gain))
            .line("std", formula, numbers.with(geometry), std));
  }

  /** The gain's square, exactly 2 for RELU. */
  private double gainSquared() {
    return switch (nonlinearity) {
      case RELU -> 2;
      case LEAKY_RELU -> 2 / (1 + slope * slope);
      default -> Gains.of(nonlinearity, slope) * Gains.of(nonlinearity, slope);
    };
  }

  private String gainText(double gain) {
    if (nonlinearity == Nonlinearity.LEAKY_RELU) {
      String base = slope < 0 ? "(" + Numbers.text(slope) + ")" : Numbers.text(slope);
      String inner = slope == 0 ? "2" : "2 / (1 + " + base + "^2)";
      return "gain sqrt(" + inner + ") = " + Numbers.text(gain);
    }
    return "gain of " + nonlinearity + " = " + Numbers.text(gain);
  }
}
