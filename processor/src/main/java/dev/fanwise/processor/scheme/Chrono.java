package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import java.util.List;

/**
 * {@code @ChronoInit}: forget gates ln(U(1, maxTime − 1)), input gates the negative, others 0.
 *
 * <p>Tallec and Ollivier (ICLR 2018), equation 16.
 */
public record Chrono(double maxTime, int gates, int inputGate, int forgetGate) implements Scheme {
  /** Enough where the logarithm is at most 1: the next is below 1/20!. */
  private static final int SERIES_TERMS = 20;

  static Chrono read(Arguments arguments) {
    return new Chrono(
        arguments.number("maxTime"),
        arguments.integer("gates"),
        arguments.integer("inputGate"),
        arguments.integer("forgetGate"));
  }

  @Override
  public String annotation() {
    return "ChronoInit";
  }

  @Override
  public void check(Complaints complaints) {
    if (!(maxTime > 2) || !Double.isFinite(maxTime)) {
      complaints.add("maxTime", Problem.MAX_TIME, Numbers.text(maxTime), complaints.field());
    }
    Gates.check(gates, 2, complaints);
    Gates.checkGate("inputGate", inputGate, gates, complaints);
    Gates.checkGate("forgetGate", forgetGate, gates, complaints);
    if (gates >= 2 && inputGate == forgetGate) {
      String member = complaints.isGiven("forgetGate") ? "forgetGate" : "inputGate";
      complaints.add(member, Problem.GATES_EQUAL, complaints.field(), forgetGate);
    }
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Gates.checkTensor(gates, geometry, complaints);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    int units = Gates.units(gates, geometry);
    double bound = StrictMath.log(maxTime - 1);
    // Forget and input gates have opposite signs, so the mean over all elements is 0.
    double std = Math.sqrt(2.0 / gates * meanSquare());
    return new Resolution(
        new Law.Structured(
            "GateBiases",
            "chrono",
            true,
            true,
            List.of(
                new Law.Argument("units", units),
                new Law.Argument("inputGate", inputGate),
                new Law.Argument("forgetGate", forgetGate),
                new Law.Argument("maxTime", maxTime)),
            new Law.Moments(0, std, -bound, bound)),
        List.of(
            "forget gate (block "
                + forgetGate
                + " of "
                + gates
                + ", "
                + units
                + " units): "
                + "ln(U(1, "
                + Numbers.text(maxTime - 1)
                + "))",
            "input gate (block " + inputGate + "): the negative of the forget gate's",
            "other gates: 0"));
  }

  /**
   * E[ln² U] on (1, b): the integral of t²eᵗ from 0 to ln b, over b − 1. That is (b·(ln²b − 2·ln b
   * + 2) − 2) / (b − 1), whose terms cancel where b is near 1 and overflow where it is huge.
   */
  private double meanSquare() {
    double width = maxTime - 2;
    double log = StrictMath.log1p(width);
    if (log > 1) {
      return (1 + 1 / width) * (log * log - 2 * log + 2) - 2 / width;
    }
    double sum = 0;
    double term = log * log * log;
    for (int k = 0; k < SERIES_TERMS; k++) {
      sum += term / (k + 3);
      term *= log / (k + 1);
    }
    return sum / width;
  }
}
