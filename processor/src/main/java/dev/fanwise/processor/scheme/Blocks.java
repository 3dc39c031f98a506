package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.runtime.Channels;
import java.util.List;

/** Arguments that kernels share. */
final class Blocks {
  private Blocks() {}

  /** How a kernel repeats what it does for one part of one group. */
  static List<Law.Argument> arguments(Channels channels) {
    return arguments(channels.groups, channels.groupStep, channels.parts, channels.partStep);
  }

  static List<Law.Argument> arguments(int groups, long groupStep, int parts, long partStep) {
    return List.of(
        new Law.Argument("groups", groups),
        new Law.Argument("groupStep", groupStep),
        new Law.Argument("parts", parts),
        new Law.Argument("partStep", partStep));
  }

  /** A matrix within a tensor: its first element, and its rows and columns. */
  static List<Law.Argument> matrix(Channels channels) {
    return List.of(
        new Law.Argument("start", channels.centre * channels.tapStep),
        new Law.Argument("out", channels.out),
        new Law.Argument("outStep", channels.outStep),
        new Law.Argument("in", channels.in),
        new Law.Argument("inStep", channels.inStep));
  }
}
