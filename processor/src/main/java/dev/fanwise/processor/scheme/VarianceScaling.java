package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Intent;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
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
    Needs.fans(this, geometry, complaints, Problem.VARIANCE_SCALING_RANK);
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
    Derivation derivation = Derivation.ofFans(geometry, "");
    Term n = derivation.name("n", fan(geometry));
    Term std = Term.of(scale).over(n).sqrt();
    derivation.line("n = " + fanText() + n.result());
    derivation.line(
        "std = sqrt(scale / n) = sqrt("
            + Numbers.text(scale)
            + " / "
            + n.text()
            + ")"
            + std.result());
    return Spread.of(distribution, std, derivation);
  }

  private Term fan(Geometry geometry) {
    Term in = geometry.fanIn();
    Term out = geometry.fanOut();
    return switch (mode) {
      case FAN_IN -> in;
      case FAN_OUT -> out;
      case FAN_AVG -> in.plus(out).over(Term.of(2));
      case FAN_GEO_AVG -> in.times(out).sqrt();
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
