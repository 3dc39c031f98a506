package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Formulas;
import java.util.Optional;

/**
 * {@code @BiasInit}: uniform on ±factor/√fan_in of other weights, by default as in {@code
 * reset_parameters} of PyTorch's {@code Linear} and {@code Conv2d}.
 */
public record Bias(String of, double factor) implements Scheme {
  static Bias read(Arguments arguments) {
    return new Bias(arguments.text("of"), arguments.number("factor"));
  }

  @Override
  public String annotation() {
    return "BiasInit";
  }

  @Override
  public Optional<String> otherField() {
    return Optional.of(of);
  }

  @Override
  public void check(Complaints complaints) {
    Needs.positive("factor", factor, complaints, Problem.SCALE);
  }

  @Override
  public Resolution resolve(Geometry weights) {
    Wording formula = new Wording(Formulas.BIAS).with("factor", factor);
    Term bound =
        weights.formula(formula.text(), fans -> Formulas.bias(factor, fans), "bias", factor);
    String fanIn = weights.isKnown() ? "fan_in " + Numbers.text(weights.fans().fanIn()) : "fan_in";
    return Spread.uniform(
        bound,
        new Derivation()
            .line(fanIn + " of " + of)
            .line("bound", formula, formula.with(weights), bound));
  }
}
