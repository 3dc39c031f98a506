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

  /** Its type spares {@link Fill}'s verifier the loading of all laws. */
  static DoubleLaw law(double mean, double std) {
    return new NormalDouble(mean, std);
  }

  @Override
  double of(long word) {
    return Draw.normal(word, mean, std);
  }

  @Override
  void singles(long state, int count, double[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = DoubleQuantile.signedTail(Words.mix(state));
      state += Words.GAMMA;
    }
  }

  @Override
  void convert(long[] words, int count, double[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = DoubleQuantile.signedTail(words[i]);
    }
  }

  @Override
  void finish(double[] into, int from, int to) {
    DoubleQuantile.convert(into, from, to, mean, std);
  }
}
