package dev.fanwise.runtime;

/** The uniform law for floats, symmetric about its centre; see {@link Fill#uniform}. */
final class UniformFloat extends FloatLaw {
  private final double low;
  private final double high;
  private final float centre;
  private final float step;

  UniformFloat(double low, double high) {
    super(Words.UNIFORM_FLOAT);
    this.low = low;
    this.high = high;
    centre = (float) (low / 2 + high / 2);
    step = (float) (high / 2 - low / 2) * 0x1p-23f;
  }

  /** Its type spares {@link Fill}'s verifier the loading of all laws. */
  static FloatLaw law(double low, double high) {
    return new UniformFloat(low, high);
  }

  @Override
  double low() {
    return low;
  }

  @Override
  double high() {
    return high;
  }

  @Override
  float raw(int word) {
    return about0(word, step);
  }

  /** As {@link Draw#uniform}: a cold JVM takes half a millisecond to load a class. */
  private static float about0(int word, float step) {
    return ((word >> 8) | 1) * step;
  }

  @Override
  void pairs(long state, int count, float[] into, int at) {
    float step = this.step;
    for (int i = 0; i < count; i++) {
      long word = Words.mix(state);
      into[at + i] = about0((int) (word >>> 32), step);
      into[at + Words.LONGS + i] = about0((int) word, step);
      state += Words.GAMMA;
    }
  }

  @Override
  void highs(long state, int count, float[] into, int at) {
    float step = this.step;
    for (int i = 0; i < count; i++) {
      into[at + i] = about0((int) (Words.mix(state) >>> 32), step);
      state += Words.GAMMA;
    }
  }

  @Override
  void convert(long[] words, int shift, int from, int to, float[] into, int offset) {
    float step = this.step;
    for (int i = from; i < to; i++) {
      into[offset + i] = about0((int) (words[i] >>> shift), step);
    }
  }

  /** Around 0 the bounds are never reached. */
  @Override
  void finish(float[] into, int from, int to) {
    if (centre != 0) {
      float centre = this.centre;
      for (int k = from; k < to; k++) {
        into[k] = centre + into[k];
      }
      Bounds.clamp(into, from, to, Bounds.floatAbove(low), Bounds.floatBelow(high));
    }
  }
}
