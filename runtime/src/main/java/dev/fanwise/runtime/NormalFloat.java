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

  /** Its type spares {@link Fill}'s verifier the loading of all laws. */
  static FloatLaw law(double mean, double std) {
    return new NormalFloat(mean, std);
  }

  @Override
  float raw(int word) {
    return FloatQuantile.distance(word);
  }

  @Override
  void pairs(long state, int count, float[] into, int at) {
    for (int i = 0; i < count; i++) {
      long word = Words.mix(state);
      into[at + i] = FloatQuantile.distance((int) (word >>> 32));
      into[at + Words.LONGS + i] = FloatQuantile.distance((int) word);
      state += Words.GAMMA;
    }
  }

  @Override
  void highs(long state, int count, float[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = FloatQuantile.distance((int) (Words.mix(state) >>> 32));
      state += Words.GAMMA;
    }
  }

  @Override
  void convert(long[] words, int shift, int from, int to, float[] into, int offset) {
    for (int i = from; i < to; i++) {
      into[offset + i] = FloatQuantile.distance((int) (words[i] >>> shift));
    }
  }

  @Override
  void finish(float[] into, int from, int to) {
    FloatQuantile.convert(into, from, to, mean, std);
  }
}
