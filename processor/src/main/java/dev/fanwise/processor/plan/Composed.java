package dev.fanwise.processor.plan;

import java.util.List;

/**
 * A user's own annotations on a weight, as one writes them, from the one on the field to the one of
 * ours: {@code @ConvInit}, {@code @XavierInit(gain = 2)}.
 *
 * @param scheme those that lead to the scheme; empty if that one stands on the field
 * @param scaling those that lead to the scaling, if it has one
 */
public record Composed(List<String> scheme, List<String> scaling) {
  public Composed {
    scheme = List.copyOf(scheme);
    scaling = List.copyOf(scaling);
  }
}
