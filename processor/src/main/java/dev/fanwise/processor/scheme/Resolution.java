package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Step;
import java.util.List;

/**
 * A scheme with its numbers.
 *
 * @param law what to draw from
 * @param derivation how its numbers come about, a line each
 * @param steps the numbers to be worked out at run time, if dimensions are symbolic
 */
public record Resolution(Law law, List<String> derivation, List<Step> steps) {
  public Resolution {
    derivation = List.copyOf(derivation);
    steps = List.copyOf(steps);
  }

  /** A scheme whose numbers are all known. */
  public Resolution(Law law, List<String> derivation) {
    this(law, derivation, List.of());
  }
}
