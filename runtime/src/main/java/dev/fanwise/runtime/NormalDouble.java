package dev.fanwise.runtime;

/** The normal law for doubles; see {@link Fill#normal}. */
final class NormalDouble extends DoubleLaw {
  private final double mean;
  private final double std;

  NormalDouble(double mean, double std) {
    super(Words.NORMAL_DOUBLE);
    this.mean = mean;
    this.std = std;
  }

  @Override
  double of(long word) {
    return Draw.normal(word, mean, std);
  }

  @Override
  void convert(long[] words, int from, int to, double[] into, int offset) {
    for (int i = from; i < to; i++) {
      into[offset + i] = DoubleQuantile.signedTail(words[i]);
    }
    DoubleQuantile.convert(into, offset + from, offset + to, mean, std);
  }
}
