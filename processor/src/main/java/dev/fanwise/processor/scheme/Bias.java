package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import java.util.List;
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
    double fanIn = weights.fans().fanIn();
    double bound = 1 / Math.sqrt(fanIn);
    return new Resolution(
        new Law.Uniform(bound / Math.sqrt(3), -bound, bound),
        List.of(
            "fan_in " + Numbers.text(fanIn) + " of " + of,
            "bound = 1 / sqrt(fan_in) = 1 / sqrt("
                + Numbers.text(fanIn)
                + ") = "
                + Numbers.text(bound)));
  }
}
