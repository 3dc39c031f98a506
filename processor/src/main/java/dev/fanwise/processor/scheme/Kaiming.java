package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.Nonlinearity;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.Gains;
import java.util.List;

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
    Needs.fans(this, geometry, complaints, Problem.KAIMING_RANK);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Fans fans = geometry.fans();
    boolean forward = mode == FanMode.FAN_IN;
    double fan = forward ? fans.fanIn() : fans.fanOut();
    double gain = Gains.of(nonlinearity, slope);
    double std = gain / Math.sqrt(fan);
    return Spread.of(
        distribution,
        std,
        List.of(
            Spread.fans(fans.fanIn(), fans.fanOut()) + ", " + gainText(gain),
            "std = gain / sqrt("
                + (forward ? "fan_in" : "fan_out")
                + ") = "
                + Numbers.text(gain)
                + " / sqrt("
                + Numbers.text(fan)
                + ") = "
                + Numbers.text(std)));
  }

  private String gainText(double gain) {
    if (nonlinearity == Nonlinearity.LEAKY_RELU) {
      String inner = slope == 0 ? "2" : "2 / (1 + " + Numbers.text(slope) + "^2)";
      return "gain sqrt(" + inner + ") = " + Numbers.text(gain);
    }
    return "gain of " + nonlinearity + " = " + Numbers.text(gain);
  }
}
