package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Term;
import java.util.Optional;

/**
 * {@code @BiasInit}: uniform on ±1/√fan_in of other weights, as in {@code reset_parameters} of
 * PyTorch's {@code Linear} and {@code Conv2d}.
 */
public record Bias(String of) implements Scheme {
  static Bias read(Arguments arguments) {
    return new Bias(arguments.text("of"));
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
  public Resolution resolve(Geometry weights) {
    Term fanIn = weights.fanIn();
    Term bound = Term.of(1).over(fanIn.sqrt());
    String first = fanIn.isKnown() ? "fan_in " + fanIn.text() + " of " + of : "fan_in of " + of;
    return Spread.uniform(
        bound,
        new Derivation()
            .line(first)
            .line("bound = 1 / sqrt(fan_in)", "1 / sqrt(" + fanIn.text() + ")", bound));
  }
}
