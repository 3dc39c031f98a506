package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Law;
import java.util.List;

/**
 * A scheme with its numbers.
 *
 * @param law what to draw from
 * @param derivation how its numbers come about, a line each
 */
public record Resolution(Law law, List<String> derivation) {
  public Resolution {
    derivation = List.copyOf(derivation);
  }
}
