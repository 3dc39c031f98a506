package dev.fanwise.runtime;

/** The truncated normal law for doubles; see {@link Fill#truncatedNormal}. */
final class TruncatedDouble extends DoubleLaw {
  private final double mean;
  private final double std;
  private final double lowest;
  private final double highest;
  private final TruncatedQuantile quantile;

  TruncatedDouble(double mean, double std, double lower, double upper) {
    this.mean = mean;
    this.std = std;
    lowest = Math.nextUp(mean + lower * std);
    highest = Math.nextAfter(mean + upper * std, Double.NEGATIVE_INFINITY);
    quantile = new TruncatedQuantile(lower, upper);
  }

  @Override
  double of(long word) {
    double draw = mean + std * quantile.of(((word >> 11) | 1) * 0x1p-52);
    return Math.min(Math.max(draw, lowest), highest);
  }

  @Override
  void convert(int[] high, int[] low, int from, int to, double[] into, int offset) {
    for (int i = from; i < to; i++) {
      into[offset + i] = of(Tile.join(high[i], low[i]));
    }
  }
}
