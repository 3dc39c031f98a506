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

  @Override
  double of(long word) {
    double draw = Draw.uniform(word, step);
    return centre == 0 ? draw : Bounds.clamp(centre + draw, lowest, highest);
  }

  @Override
  void convert(long[] words, int from, int to, double[] into, int offset) {
    double step = this.step;
    for (int i = from; i < to; i++) {
      into[offset + i] = Draw.uniform(words[i], step);
    }
    if (centre != 0) {
      double centre = this.centre;
      for (int k = offset + from; k < offset + to; k++) {
        into[k] = centre + into[k];
      }
      Bounds.clamp(into, offset + from, offset + to, lowest, highest);
    }
  }
}
