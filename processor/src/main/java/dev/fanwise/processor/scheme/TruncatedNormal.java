package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Intent;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Formulas;
import dev.fanwise.runtime.Truncation;
import java.util.ArrayList;
import java.util.List;

/** {@code @TruncatedNormalInit}: N(mean, std²), cut at bounds in standard deviations. */
public record TruncatedNormal(
    double mean, double std, double lower, double upper, boolean correctStd) implements Scheme {
  /** Draws of floats reach 6.23 standard deviations; bounds beyond this cut nothing. */
  private static final double REACH = 6.3;

  static TruncatedNormal read(Arguments arguments) {
    return new TruncatedNormal(
        arguments.number("mean"),
        arguments.number("std"),
        arguments.number("lower"),
        arguments.number("upper"),
        arguments.flag("correctStd"));
  }

  @Override
  public String annotation() {
    return "TruncatedNormalInit";
  }

  @Override
  public void check(Complaints complaints) {
    Needs.finite("mean", mean, complaints, Problem.MEAN);
    Needs.positive("std", std, complaints, Problem.STD_ZERO);
    String member = complaints.isGiven("lower") ? "lower" : "upper";
    String low = Numbers.text(lower);
    String high = Numbers.text(upper);
    if (!(lower < upper)) {
      complaints.add(member, Problem.TRUNCATION_BOUNDS, low, high, complaints.field());
    } else if (!(Truncation.mass(lower, upper) > 1e-10)) {
      complaints.add(member, Problem.TRUNCATION_MASS, low, high, complaints.field());
    } else if (lower <= -REACH && upper >= REACH) {
      complaints.add(member, Problem.TRUNCATION_WITHOUT_CUT, low, high, complaints.field());
    }
  }

  @Override
  public Intent intent() {
    return Intent.of(Intent.Basis.FAN_IN);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    List<String> lines = new ArrayList<>();
    lines.add("mean " + Numbers.text(mean) + ", std " + Numbers.text(std));
    double sigma = std;
    if (correctStd) {
      sigma = Formulas.sigma(std, lower, upper);
      double cut = Truncation.std(lower, upper);
      lines.add("std of N(0, 1) after the cut = " + Numbers.text(cut));
      lines.add("sigma = std / that = " + Numbers.text(sigma));
    }
    lines.add("cut at mean " + offset(lower) + " and mean " + offset(upper));
    return new Resolution(new Law.TruncatedNormal(mean, Term.of(sigma), lower, upper), lines);
  }

  private static String offset(double sigmas) {
    return (sigmas < 0 ? "- " : "+ ") + Numbers.text(Math.abs(sigmas)) + " sigma";
  }
}
