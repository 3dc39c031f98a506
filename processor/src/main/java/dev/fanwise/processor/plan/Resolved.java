package dev.fanwise.processor.plan;

import java.util.List;

/**
 * What the scheme of a weight comes to.
 *
 * @param scheme the simple name of the scheme's annotation
 * @param fans its fans, or null where it has none
 * @param law what its elements are drawn from
 * @param derivation how the law's numbers come about, a line each
 * @param intent what the scheme says of the layer
 * @param steps the law's numbers that are worked out at run time
 * @param fanSource the tensor whose fans the steps need, or null
 */
public record Resolved(
    String scheme,
    ParameterPlan.FanNumbers fans,
    Law law,
    List<String> derivation,
    Intent intent,
    List<Step> steps,
    FanSource fanSource) {
  public Resolved {
    derivation = List.copyOf(derivation);
    steps = List.copyOf(steps);
  }
}
