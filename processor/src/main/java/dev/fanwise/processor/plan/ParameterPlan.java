package dev.fanwise.processor.plan;

import java.util.List;

/**
 * One weight field, resolved: all that the writer needs to know of it.
 *
 * @param name the field's name
 * @param fillMethod the name of the method that fills it
 * @param elementType the type of its elements
 * @param storage what kind of field holds it
 * @param isFinal whether the field is final, so that a missing array cannot be supplied
 * @param shape the dimensions, outermost first
 * @param streamName the name that its bits come from
 * @param streamId the number that its key is folded with
 * @param scheme the simple name of its scheme's annotation
 * @param fans its fans, or null where it has none
 * @param law what its elements are drawn from
 * @param derivation how the law's numbers come about, a line each
 * @param composedScheme the annotations from a user's own on the field to the scheme's, as one
 *     writes them: {@code @ConvInit}, {@code @XavierInit(gain = 2)}; empty if that one stands there
 * @param composedScaling the same for the scaling, if it has one
 */
public record ParameterPlan(
    String name,
    String fillMethod,
    ElementType elementType,
    Storage storage,
    boolean isFinal,
    List<Integer> shape,
    String streamName,
    long streamId,
    String scheme,
    FanNumbers fans,
    Law law,
    List<String> derivation,
    List<String> composedScheme,
    List<String> composedScaling) {

  /** fan_in and fan_out. */
  public record FanNumbers(double fanIn, double fanOut) {}

  public ParameterPlan {
    shape = List.copyOf(shape);
    derivation = List.copyOf(derivation);
    composedScheme = List.copyOf(composedScheme);
    composedScaling = List.copyOf(composedScaling);
  }

  /** Whether its bits come from another name than the field's. */
  public boolean hasStreamName() {
    return !streamName.equals(name);
  }

  /** The number of elements. */
  public long elements() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }
}
