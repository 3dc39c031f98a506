package dev.fanwise.runtime;

/** The truncated normal law for floats; see {@link Fill#truncatedNormal}. */
final class TruncatedFloat extends FloatLaw {
  /** Below this many of 2³² words per half interval, whole words are too coarse a grid. */
  private static final double LEAST_HALF_MASS = 0x1p24;

  private final double low;
  private final double high;
  private final float mean;
  private final float std;
  private final float lowest;
  private final float highest;

  /** Half the kept interval and the distance of its middle from the median, in 2⁻³² and 2⁻⁶³. */
  private final long halfMass;

  private final long middle;

  /** For narrow intervals, else null. */
  private final TruncatedQuantile narrow;

  TruncatedFloat(double mean, double std, double lower, double upper) {
    super(Words.TRUNCATED_FLOAT);
    low = mean + lower * std;
    high = mean + upper * std;
    this.mean = (float) mean;
    this.std = (float) std;
    lowest = Bounds.floatAbove(low);
    highest = Bounds.floatBelow(high);
    Cut cut = Cut.at(lower, upper);
    halfMass = (long) (cut.mass * 0x1p31);
    middle = (long) (cut.centre * 0x1p62);
    narrow = halfMass < LEAST_HALF_MASS ? new TruncatedQuantile(lower, upper) : null;
  }

  /** Its type spares {@link Fill}'s verifier the loading of all laws. */
  static FloatLaw law(double mean, double std, double lower, double upper) {
    return new TruncatedFloat(mean, std, lower, upper);
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
    return narrow == null ? distance(word, middle, halfMass) : narrow(word);
  }

  @Override
  void pairs(long state, int count, float[] into, int at) {
    if (narrow != null) {
      for (int i = 0; i < count; i++) {
        long word = Words.mix(state + i * Words.GAMMA);
        into[at + i] = narrow((int) (word >>> 32));
        into[at + Words.LONGS + i] = narrow((int) word);
      }
      return;
    }
    long middle = this.middle;
    long halfMass = this.halfMass;
    for (int i = 0; i < count; i++) {
      long word = Words.mix(state);
      into[at + i] = distance((int) (word >>> 32), middle, halfMass);
      into[at + Words.LONGS + i] = distance((int) word, middle, halfMass);
      state += Words.GAMMA;
    }
  }

  @Override
  void highs(long state, int count, float[] into, int at) {
    for (int i = 0; i < count; i++) {
      into[at + i] = raw((int) (Words.mix(state) >>> 32));
      state += Words.GAMMA;
    }
  }

  @Override
  void convert(long[] words, int shift, int from, int to, float[] into, int offset) {
    if (narrow != null) {
      for (int i = from; i < to; i++) {
        into[offset + i] = narrow((int) (words[i] >>> shift));
      }
      return;
    }
    long middle = this.middle;
    long halfMass = this.halfMass;
    for (int i = from; i < to; i++) {
      into[offset + i] = distance((int) (words[i] >>> shift), middle, halfMass);
    }
  }

  @Override
  void finish(float[] into, int from, int to) {
    if (narrow == null) {
      FloatQuantile.convert(into, from, to, mean, std);
    }
    Bounds.clamp(into, from, to, lowest, highest);
  }

  /**
   * The distance of a word inside the kept interval: u ↦ middle + u·halfMass. What is symmetric
   * stays so, since {@link FloatQuantile} sets the lowest bit again.
   */
  private static float distance(int word, long middle, long halfMass) {
    return FloatQuantile.distance((int) ((middle + (word | 1) * halfMass) >> 31));
  }

  private float narrow(int word) {
    return (float) (mean + std * narrow.of((word | 1) * 0x1p-31));
  }
}
