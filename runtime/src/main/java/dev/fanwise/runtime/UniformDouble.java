package dev.fanwise.runtime;

/** The uniform law for doubles, symmetric about its centre; see {@link Fill#uniform}. */
final class UniformDouble extends DoubleLaw {
  private final double centre;
  private final double step;
  private final double lowest;
  private final double highest;

  UniformDouble(double low, double high) {
    super(Words.UNIFORM_DOUBLE);
    centre = low / 2 + high / 2;
    step = (high / 2 - low / 2) * 0x1p-52;
    lowest = Math.nextUp(low);
    highest = Math.nextAfter(high, Double.NEGATIVE_INFINITY);
  }

  /** Its type spares {@link Fill}'s verifier the loading of all laws. */
  static DoubleLaw law(double low, double high) {
    return new UniformDouble(low, high);
  }

  @Override
  double of(long word) {
    double draw = Draw.uniform(word, step);
    return centre == 0 ? draw : Bounds.clamp(centre + draw, lowest, highest);
  }

  @Override
  void singles(long state, int count, double[] into, int at) {
    double step = this.step;
    for (int i = 0; i < count; i++) {
      into[at + i] = Draw.uniform(Words.mix(state), step);
      state += Words.GAMMA;
    }
  }

  @Override
  void convert(long[] words, int count, double[] into, int at) {
    double step = this.step;
    for (int i = 0; i < count; i++) {
      into[at + i] = Draw.uniform(words[i], step);
    }
  }

  /** Around 0 the bounds are never reached. */
  @Override
  void finish(double[] into, int from, int to) {
    if (centre != 0) {
      double centre = this.centre;
      for (int k = from; k < to; k++) {
        into[k] = centre + into[k];
      }
      Bounds.clamp(into, from, to, lowest, highest);
    }
  }
}
