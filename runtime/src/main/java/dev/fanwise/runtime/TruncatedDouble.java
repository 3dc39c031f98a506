package dev.fanwise.runtime;

/** The truncated normal law for doubles; see {@link Fill#truncatedNormal}. */
final class TruncatedDouble extends DoubleLaw {
  private final double mean;
  private final double std;
  private final double lowest;
  private final double highest;
  private final TruncatedQuantile quantile;

  TruncatedDouble(double mean, double std, double lower, double upper) {
    super(Words.TRUNCATED_DOUBLE);
    this.mean = mean;
    this.std = std;
    lowest = Math.nextUp(mean + lower * std);
    highest = Math.nextAfter(mean + upper * std, Double.NEGATIVE_INFINITY);
    quantile = new TruncatedQuantile(lower, upper);
  }

  @Override
  double of(long word) {
    double tail = quantile.signedTail(fraction(word));
    return Bounds.clamp(DoubleQuantile.ofSignedTail(tail) * std + mean, lowest, highest);
  }

  @Override
  void convert(long[] words, int from, int to, double[] into, int offset) {
    for (int i = from; i < to; i++) {
      into[offset + i] = fraction(words[i]);
    }
    quantile.signedTails(into, offset + from, offset + to);
    DoubleQuantile.convert(into, offset + from, offset + to, mean, std);
    Bounds.clamp(into, offset + from, offset + to, lowest, highest);
  }

  /** A word as a fraction in (−1, 1). */
  private static double fraction(long word) {
    return ((word >> 11) | 1) * 0x1p-52;
  }
}
