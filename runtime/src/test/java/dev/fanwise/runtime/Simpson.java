package dev.fanwise.runtime;

import java.util.function.DoubleUnaryOperator;

/** Simpson's rule. */
final class Simpson {
  private Simpson() {}

  /** The integral of f over [low, high], with an even number of steps. */
  static double integral(DoubleUnaryOperator f, double low, double high, int steps) {
    double step = (high - low) / steps;
    double sum = f.applyAsDouble(low) + f.applyAsDouble(high);
    for (int i = 1; i < steps; i++) {
      sum += (i % 2 == 0 ? 2 : 4) * f.applyAsDouble(low + i * step);
    }
    return sum * step / 3;
  }
}
