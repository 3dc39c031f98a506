package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.runtime.TapPattern;
import java.util.ArrayList;
import java.util.List;

/** Laws of tensors that are zero but for evenly spaced elements: the runtime's {@code Taps}. */
final class TapLaw {
  private TapLaw() {}

  /**
   * The law of a known shape.
   *
   * @param description where elements are not zero
   */
  static Resolution of(TapPattern pattern, String description) {
    List<Law.Argument> arguments = new ArrayList<>();
    arguments.add(new Law.Argument("start", pattern.start));
    arguments.add(new Law.Argument("step", pattern.step));
    arguments.add(new Law.Argument("taps", pattern.taps));
    if (pattern.groups > 1 || pattern.parts > 1) {
      arguments.addAll(
          Blocks.arguments(pattern.groups, pattern.groupStep, pattern.parts, pattern.partStep));
    }
    arguments.add(new Law.Argument("value", pattern.value));
    return new Resolution(
        new Law.Structured("Taps", "fill", false, true, arguments, pattern),
        lines(pattern.value, description));
  }

  /** The law of a symbolic shape. */
  static Resolution symbolic(
      String factory, double value, String description, Law.Argument... arguments) {
    return new Resolution(
        new Law.Symbolic("TapPattern", factory, false, true, List.of(arguments)),
        lines(value, description));
  }

  private static List<String> lines(double value, String description) {
    return List.of(Numbers.text(value) + " where " + description + ", 0 elsewhere");
  }
}
