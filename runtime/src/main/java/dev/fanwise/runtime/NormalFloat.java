package dev.fanwise.runtime;

/** The normal law for floats; see {@link Fill#normal}. */
final class NormalFloat extends FloatLaw {
  private final float mean;
  private final float std;

  NormalFloat(double mean, double std) {
    this.mean = (float) mean;
    this.std = (float) std;
  }

  @Override
  float of(int word) {
    return FloatQuantile.of(word, mean, std);
  }

  @Override
  void convert(int[] words, int from, int to, float[] into, int offset) {
    for (int i = from; i < to; i++) {
      into[offset + i] = FloatQuantile.of(words[i], mean, std);
    }
  }
}
