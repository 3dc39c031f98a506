package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.runtime.Channels;
import java.util.ArrayList;
import java.util.List;

/** Laws of tensors that are zero but for evenly spaced elements: the runtime's {@code Taps}. */
final class TapLaw {
  private TapLaw() {}

  /**
   * Output i of each group and part takes input i, at the centre tap of the kernel.
   *
   * @param taps how many outputs do
   */
  static Resolution of(
      Geometry geometry, Channels channels, int taps, double value, String description) {
    List<Law.Argument> arguments = new ArrayList<>();
    arguments.add(new Law.Argument("start", channels.centre * channels.tapStep));
    arguments.add(new Law.Argument("step", channels.outStep + channels.inStep));
    arguments.add(new Law.Argument("taps", taps));
    if (channels.groups > 1 || channels.parts > 1) {
      arguments.addAll(Blocks.arguments(channels));
    }
    arguments.add(new Law.Argument("value", value));
    return of(
        geometry, arguments, (long) taps * channels.groups * channels.parts, value, description);
  }

  /** One block of elements, side by side. */
  static Resolution block(Geometry geometry, long start, int length, double value) {
    return of(
        geometry,
        List.of(
            new Law.Argument("start", start),
            new Law.Argument("step", 1),
            new Law.Argument("taps", length),
            new Law.Argument("value", value)),
        length,
        value,
        "elements " + start + " to " + (start + length - 1));
  }

  private static Resolution of(
      Geometry geometry,
      List<Law.Argument> arguments,
      long nonZero,
      double value,
      String description) {
    return new Resolution(
        new Law.Structured(
            "Taps", "fill", false, true, arguments, moments(geometry, nonZero, value)),
        List.of(Numbers.text(value) + " where " + description + ", 0 elsewhere"));
  }

  private static Law.Moments moments(Geometry geometry, long nonZero, double value) {
    double share = (double) nonZero / geometry.elements();
    return new Law.Moments(
        share * value,
        Math.abs(value) * Math.sqrt(share * (1 - share)),
        share < 1 ? Math.min(0, value) : value,
        share < 1 ? Math.max(0, value) : value);
  }
}
