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
    FloatQuantile.convert(words, from, to, into, offset, mean, std);
  }
}
