package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.TapPattern;

/**
 * {@code @ForgetGateInit}: one block of the biases is 1, the others 0.
 *
 * <p>Jozefowicz et al. (ICML 2015), section 3.1.
 */
public record ForgetGate(double value, int gates, int forgetGate) implements Scheme {
  static ForgetGate read(Arguments arguments) {
    return new ForgetGate(
        arguments.number("value"), arguments.integer("gates"), arguments.integer("forgetGate"));
  }

  @Override
  public String annotation() {
    return "ForgetGateInit";
  }

  @Override
  public void check(Complaints complaints) {
    Gates.check(gates, 1, complaints);
    Gates.checkGate("forgetGate", forgetGate, gates, complaints);
    if (!Double.isFinite(value)) {
      complaints.add(
          "value",
          Problem.CONSTANT_VALUE,
          "value",
          Numbers.text(value),
          complaints.field(),
          "number");
    }
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Gates.checkTensor(this, gates, geometry, complaints);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    if (!geometry.isKnown()) {
      return TapLaw.symbolic(
          "block",
          value,
          "gate " + forgetGate + " of " + gates,
          new Law.Argument("gates", gates),
          new Law.Argument("forgetGate", forgetGate),
          new Law.Argument("value", value));
    }
    int units = Gates.units(gates, geometry);
    TapPattern pattern = TapPattern.block(geometry.elements(), units, forgetGate, value);
    return TapLaw.of(pattern, "elements " + pattern.start + " to " + (pattern.start + units - 1));
  }
}
