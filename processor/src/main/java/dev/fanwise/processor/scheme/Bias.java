package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
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
    Term fanIn = weights.fanIn();
    Term bound = Term.of(factor).over(fanIn.sqrt());
    String first = fanIn.isKnown() ? "fan_in " + fanIn.text() + " of " + of : "fan_in of " + of;
    return Spread.uniform(
        bound,
        new Derivation()
            .line(first)
            .line(
                "bound = " + Numbers.text(factor) + " / sqrt(fan_in)",
                Numbers.text(factor) + " / sqrt(" + fanIn.text() + ")",
                bound));
  }
}
