package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Intent;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import java.util.List;

/** {@code @NormalInit}: N(mean, std²). */
public record Normal(double mean, double std) implements Scheme {
  static Normal read(Arguments arguments) {
    return new Normal(arguments.number("mean"), arguments.number("std"));
  }

  @Override
  public String annotation() {
    return "NormalInit";
  }

  @Override
  public void check(Complaints complaints) {
    Needs.finite("mean", mean, complaints, Problem.MEAN);
    if (!(std >= 0) || !Double.isFinite(std)) {
      complaints.add("std", Problem.STD, Numbers.text(std), complaints.field());
    }
  }

  @Override
  public Intent intent() {
    return Intent.of(Intent.Basis.FAN_IN);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    if (std == 0) {
      return new Resolution(new Law.Constant(mean), List.of("std 0, so every element is the mean"));
    }
    return new Resolution(
        new Law.Normal(mean, Term.of(std)),
        List.of("mean " + Numbers.text(mean) + ", std " + Numbers.text(std)));
  }
}
