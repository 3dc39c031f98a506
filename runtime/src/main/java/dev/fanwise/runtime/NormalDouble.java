package dev.fanwise.runtime;

/** The normal law for doubles; see {@link Fill#normal}. */
final class NormalDouble extends DoubleLaw {
  private final double mean;
  private final double std;

  NormalDouble(double mean, double std) {
    this.mean = mean;
    this.std = std;
  }

  @Override
  double of(long word) {
    return Draw.normal(word, mean, std);
  }
}
