package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.ChronoPattern;
import java.util.List;

/**
 * {@code @ChronoInit}: forget gates ln(U(1, maxTime − 1)), input gates the negative, others 0.
 *
 * <p>Tallec and Ollivier (ICLR 2018), equation 16.
 */
public record Chrono(double maxTime, int gates, int inputGate, int forgetGate) implements Scheme {
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
    boolean isGate = gates >= 2 && inputGate >= 0 && inputGate < gates;
    if (isGate && inputGate == forgetGate) {
      String member = complaints.isGiven("forgetGate") ? "forgetGate" : "inputGate";
      complaints.add(member, Problem.GATES_EQUAL, complaints.field(), forgetGate);
    }
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Gates.checkTensor(this, gates, geometry, complaints);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    if (!geometry.isKnown()) {
      return new Resolution(
          new Law.Symbolic(
              "ChronoPattern",
              "of",
              true,
              true,
              List.of(
                  new Law.Argument("gates", gates),
                  new Law.Argument("inputGate", inputGate),
                  new Law.Argument("forgetGate", forgetGate),
                  new Law.Argument("maxTime", maxTime))),
          lines(""));
    }
    int units = Gates.units(gates, geometry);
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
            ChronoPattern.of(gates, units, inputGate, forgetGate, maxTime)),
        lines(", " + units + " units"));
  }

  private List<String> lines(String units) {
    return List.of(
        "forget gate (block "
            + forgetGate
            + " of "
            + gates
            + units
            + "): ln(U(1, "
            + Numbers.text(maxTime - 1)
            + "))",
        "input gate (block " + inputGate + "): the negative of the forget gate's",
        "other gates: 0");
  }
}
