package dev.fanwise.runtime;

/** The uniform law for floats, symmetric about its centre; see {@link Fill#uniform}. */
final class UniformFloat extends FloatLaw {
  private final double low;
  private final double high;
  private final float centre;
  private final float step;
  private final float lowest;
  private final float highest;

  UniformFloat(double low, double high) {
    super(Words.UNIFORM_FLOAT);
    this.low = low;
    this.high = high;
    centre = (float) (low / 2 + high / 2);
    step = (float) (high / 2 - low / 2) * 0x1p-23f;
    // Around 0 the bounds are never reached; and a cold JVM takes half a millisecond to load a
    // class.
    lowest = centre == 0 ? -Float.MAX_VALUE : Bounds.floatAbove(low);
    highest = centre == 0 ? Float.MAX_VALUE : Bounds.floatBelow(high);
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
  float of(int word) {
    float draw = Draw.uniform(word, step);
    return centre == 0 ? draw : Bounds.clamp(centre + draw, lowest, highest);
  }

  @Override
  void convert(long[] words, int shift, int from, int to, float[] into, int offset) {
    float step = this.step;
    for (int i = from; i < to; i++) {
      into[offset + i] = (((int) (words[i] >>> shift) >> 8) | 1) * step;
    }
    if (centre != 0) {
      float centre = this.centre;
      for (int k = offset + from; k < offset + to; k++) {
        into[k] = centre + into[k];
      }
      Bounds.clamp(into, offset + from, offset + to, lowest, highest);
    }
  }
}
