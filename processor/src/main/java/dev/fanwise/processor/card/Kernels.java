package dev.fanwise.processor.card;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.runtime.GateBiases;
import dev.fanwise.runtime.Hadamard;
import dev.fanwise.runtime.Orthogonal;
import dev.fanwise.runtime.Sink;
import dev.fanwise.runtime.Sparse;
import dev.fanwise.runtime.Taps;

/** Calls of the runtime's kernels, as generated code has them. */
final class Kernels {
  private final Arguments arguments;
  private final Sink into;
  private final long count;
  private final long key;

  private Kernels(Law.Structured law, Sink into, long count, long key) {
    this.arguments = new Arguments(law);
    this.into = into;
    this.count = count;
    this.key = key;
  }

  /** Fills the first elements of a tensor, or all of it where its law cannot be divided. */
  static void fill(Law.Structured law, Sink into, long count, long key) {
    Kernels kernels = new Kernels(law, into, count, key);
    switch (law.kernel() + "." + law.method()) {
      case "Taps.fill" -> kernels.taps();
      case "Hadamard.fill" -> kernels.hadamard();
      case "GateBiases.chrono" -> kernels.chrono();
      case "Sparse.fill" -> kernels.sparse();
      case "Orthogonal.fill" -> kernels.orthogonal();
      case "Orthogonal.delta" -> kernels.delta();
      default -> throw new IllegalArgumentException("unknown kernel " + law.kernel());
    }
  }

  /** About how many multiplications or steps a kernel takes, to know whether it is worth it. */
  static double cost(Law.Structured law, long elements) {
    Arguments arguments = new Arguments(law);
    double repeats = (double) arguments.whole("groups", 1) * arguments.whole("parts", 1);
    return switch (law.kernel() + "." + law.method()) {
      case "Hadamard.fill" ->
          repeats * arguments.whole("out") * arguments.whole("in") + Math.min(elements, 1e5);
      case "Orthogonal.fill" -> {
        double height = (double) arguments.whole("out") / arguments.whole("parts");
        double width = (double) arguments.whole("outer") * arguments.whole("inner");
        yield repeats * matrix(height, width) + elements;
      }
      case "Orthogonal.delta" ->
          repeats * matrix(arguments.whole("out"), arguments.whole("in")) + elements;
      case "Sparse.fill" -> elements;
      default -> Math.min(elements, 1e5);
    };
  }

  /** Householder's reflections, drawn and multiplied out. */
  private static double matrix(double height, double width) {
    double shorter = Math.min(height, width);
    return 2 * Math.max(height, width) * shorter * shorter;
  }

  private void taps() {
    Taps.fill(
        into,
        0,
        count,
        arguments.whole("start"),
        arguments.whole("step"),
        arguments.integer("taps"),
        (int) arguments.whole("groups", 1),
        arguments.whole("groupStep", 0),
        (int) arguments.whole("parts", 1),
        arguments.whole("partStep", 0),
        arguments.number("value"));
  }

  private void hadamard() {
    Hadamard.fill(
        into,
        0,
        count,
        arguments.whole("start"),
        arguments.integer("out"),
        arguments.whole("outStep"),
        arguments.integer("in"),
        arguments.whole("inStep"),
        arguments.integer("groups"),
        arguments.whole("groupStep"),
        arguments.integer("parts"),
        arguments.whole("partStep"),
        arguments.number("scale"));
  }

  private void chrono() {
    GateBiases.chrono(
        into,
        0,
        count,
        key,
        arguments.integer("units"),
        arguments.integer("inputGate"),
        arguments.integer("forgetGate"),
        arguments.number("maxTime"));
  }

  private void sparse() {
    Sparse.fill(
        into,
        key,
        arguments.integer("rows"),
        arguments.whole("rowStep"),
        arguments.integer("columns"),
        arguments.whole("columnStep"),
        arguments.integer("zeros"),
        arguments.number("std"));
  }

  private void orthogonal() {
    Orthogonal.fill(
        into,
        key,
        arguments.integer("outer"),
        arguments.integer("out"),
        arguments.integer("inner"),
        arguments.integer("parts"),
        arguments.number("gain"));
  }

  private void delta() {
    Orthogonal.delta(
        into,
        key,
        arguments.whole("elements"),
        arguments.whole("start"),
        arguments.integer("out"),
        arguments.whole("outStep"),
        arguments.integer("in"),
        arguments.whole("inStep"),
        arguments.integer("groups"),
        arguments.whole("groupStep"),
        arguments.integer("parts"),
        arguments.whole("partStep"),
        arguments.number("gain"));
  }
}
