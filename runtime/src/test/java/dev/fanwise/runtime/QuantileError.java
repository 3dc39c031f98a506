package dev.fanwise.runtime;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How far a quantile z ≥ 0 is from the one that belongs to an upper tail, measured by the tail that
 * z does have: the library's distribution function is used, not its inverse, to which the tables
 * were fitted.
 */
final class QuantileError {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** The largest |error of z| so far. */
  double worstZ;

  /** The largest |error of the distribution function| so far. */
  double worstProbability;

  void add(double z, double tail) {
    double error = Math.abs(NORMAL.survivalProbability(z) - tail);
    worstProbability = Math.max(worstProbability, error);
    worstZ = Math.max(worstZ, error / NORMAL.density(z));
  }
}
