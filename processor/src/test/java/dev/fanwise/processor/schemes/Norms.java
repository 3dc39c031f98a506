package dev.fanwise.processor.schemes;

import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Sizes of signals. */
final class Norms {
  private Norms() {}

  /** The sum of the squares of all numbers. */
  static double squares(double[][] signal) {
    return squares(signal, 0, signal.length);
  }

  /** The sum of the squares of some channels. */
  static double squares(double[][] signal, int from, int to) {
    return Stream.of(signal)
        .skip(from)
        .limit(to - from)
        .flatMapToDouble(DoubleStream::of)
        .map(x -> x * x)
        .sum();
  }
}
