package dev.fanwise.runtime;

/**
 * Biases of input and forget gates for dependencies of up to some length; see {@link
 * GateBiases#chrono}.
 */
public final class ChronoPattern extends Pattern {
  /** Enough where the logarithm is at most 1: the next is below 1/20!. */
  private static final int SERIES_TERMS = 20;

  /** The size of a gate's block. */
  public final int units;

  public final int inputGate;
  public final int forgetGate;
  public final double maxTime;

  private ChronoPattern(
      int gates, int units, int inputGate, int forgetGate, double maxTime, double bound) {
    // Forget and input gates have opposite signs, so the mean over all elements is 0.
    super(0, Math.sqrt(2.0 / gates * meanSquare(maxTime)), -bound, bound);
    this.units = units;
    this.inputGate = inputGate;
    this.forgetGate = forgetGate;
    this.maxTime = maxTime;
  }

  /** {@code @ChronoInit}. */
  public static ChronoPattern of(
      int gates, int units, int inputGate, int forgetGate, double maxTime) {
    return new ChronoPattern(
        gates, units, inputGate, forgetGate, maxTime, StrictMath.log(maxTime - 1));
  }

  /**
   * E[ln² U] on (1, b): the integral of t²eᵗ from 0 to ln b, over b − 1. That is (b·(ln²b − 2·ln b
   * + 2) − 2) / (b − 1), whose terms cancel where b is near 1 and overflow where it is huge.
   */
  private static double meanSquare(double maxTime) {
    double width = maxTime - 2;
    double log = StrictMath.log1p(width);
    if (log > 1) {
      return (1 + 1 / width) * (log * log - 2 * log + 2) - 2 / width;
    }
    double sum = 0;
    double term = log * log * log;
    for (int k = 0; k < SERIES_TERMS; k++) {
      sum += term / (k + 3);
      term *= log / (k + 1);
    }
    return sum / width;
  }

  /** As the other, for a shape that is known at run time. */
  public static ChronoPattern of(
      SymbolicShape shape, int gates, int inputGate, int forgetGate, double maxTime) {
    return of(gates, shape.block(gates), inputGate, forgetGate, maxTime);
  }

  @Override
  public void fill(Sink into, long from, long count, long key) {
    GateBiases.chrono(into, from, count, key, units, inputGate, forgetGate, maxTime);
  }
}
