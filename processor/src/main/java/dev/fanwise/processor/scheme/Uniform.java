package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Intent;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Formulas;
import java.util.List;

/** {@code @UniformInit}: between two bounds. */
public record Uniform(double low, double high) implements Scheme {
  static Uniform read(Arguments arguments) {
    return new Uniform(arguments.number("low"), arguments.number("high"));
  }

  @Override
  public String annotation() {
    return "UniformInit";
  }

  @Override
  public void check(Complaints complaints) {
    if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
      complaints.add(
          complaints.isGiven("low") ? "low" : "high",
          Problem.BOUNDS,
          Numbers.text(low),
          Numbers.text(high),
          complaints.field());
    }
  }

  @Override
  public Intent intent() {
    return Intent.of(Intent.Basis.FAN_IN);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    return new Resolution(
        new Law.Uniform(Formulas.stdOfBounds(low, high), low, high),
        List.of("low " + Numbers.text(low) + ", high " + Numbers.text(high)));
  }
}
