package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Fans;
import java.util.List;

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
    Needs.fans(this, geometry, complaints, Problem.VARIANCE_SCALING_RANK);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Fans fans = geometry.fans();
    double n = fan(fans);
    double std = Math.sqrt(scale / n);
    return Spread.of(
        distribution,
        std,
        List.of(
            Spread.fans(fans.fanIn(), fans.fanOut()),
            "n = " + fanText() + " = " + Numbers.text(n),
            "std = sqrt(scale / n) = sqrt("
                + Numbers.text(scale)
                + " / "
                + Numbers.text(n)
                + ") = "
                + Numbers.text(std)));
  }

  private double fan(Fans fans) {
    return switch (mode) {
      case FAN_IN -> fans.fanIn();
      case FAN_OUT -> fans.fanOut();
      case FAN_AVG -> (fans.fanIn() + fans.fanOut()) / 2;
      case FAN_GEO_AVG -> Math.sqrt(fans.fanIn() * fans.fanOut());
    };
  }

  private String fanText() {
    return switch (mode) {
      case FAN_IN -> "fan_in";
      case FAN_OUT -> "fan_out";
      case FAN_AVG -> "(fan_in + fan_out) / 2";
      case FAN_GEO_AVG -> "sqrt(fan_in * fan_out)";
    };
  }
}
