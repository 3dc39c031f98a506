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

  /** Its type spares {@link Fill}'s verifier the loading of all laws. */
  static DoubleLaw law(double mean, double std, double lower, double upper) {
    return new TruncatedDouble(mean, std, lower, upper);
  }

  @Override
  double of(long word) {
    double tail = quantile.signedTail(fraction(word));
    return Bounds.clamp(DoubleQuantile.ofSignedTail(tail) * std + mean, lowest, highest);
  }

  @Override
  void singles(long state, int count, double[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = fraction(Words.mix(state));
      state += Words.GAMMA;
    }
  }

  @Override
  void convert(long[] words, int count, double[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = fraction(words[i]);
    }
  }

  @Override
  void finish(double[] into, int from, int to) {
    quantile.signedTails(into, from, to);
    DoubleQuantile.convert(into, from, to, mean, std);
    Bounds.clamp(into, from, to, lowest, highest);
  }

  /** A word as a fraction in (−1, 1). */
  private static double fraction(long word) {
    return ((word >> 11) | 1) * 0x1p-52;
  }
}
