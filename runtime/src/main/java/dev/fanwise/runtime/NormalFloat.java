package dev.fanwise.runtime;

/** The normal law for floats; see {@link Fill#normal}. */
final class NormalFloat extends FloatLaw {
  private final float mean;
  private final float std;

  NormalFloat(double mean, double std) {
    super(Words.NORMAL_FLOAT);
    this.mean = (float) mean;
    this.std = (float) std;
  }

  @Override
  float of(int word) {
    return FloatQuantile.of(word, mean, std);
  }

  @Override
  void convert(long[] words, int shift, int from, int to, float[] into, int offset) {
    for (int i = from; i < to; i++) {
      into[offset + i] = FloatQuantile.distance((int) (words[i] >>> shift));
    }
    FloatQuantile.convert(into, offset + from, offset + to, mean, std);
  }
}
