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
    double mass = Truncation.mass(lower, upper);
    halfMass = (long) (mass * 0x1p31);
    double masses = StandardNormal.centralMass(lower) + StandardNormal.centralMass(upper);
    middle = (long) (masses * 0x1p62);
    narrow = halfMass < LEAST_HALF_MASS ? new TruncatedQuantile(lower, upper) : null;
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
    float draw =
        narrow == null ? FloatQuantile.of(inside(word, middle, halfMass), mean, std) : narrow(word);
    return Bounds.clamp(draw, lowest, highest);
  }

  @Override
  void convert(long[] words, int shift, int from, int to, float[] into, int offset) {
    if (narrow == null) {
      long middle = this.middle;
      long halfMass = this.halfMass;
      for (int i = from; i < to; i++) {
        int word = inside((int) (words[i] >>> shift), middle, halfMass);
        into[offset + i] = FloatQuantile.distance(word);
      }
      FloatQuantile.convert(into, offset + from, offset + to, mean, std);
    } else {
      for (int i = from; i < to; i++) {
        into[offset + i] = narrow((int) (words[i] >>> shift));
      }
    }
    Bounds.clamp(into, offset + from, offset + to, lowest, highest);
  }

  /**
   * u ↦ middle + u·halfMass: what is symmetric stays so, since {@link FloatQuantile} sets the
   * lowest bit again.
   */
  private static int inside(int word, long middle, long halfMass) {
    return (int) ((middle + (word | 1) * halfMass) >> 31);
  }

  private float narrow(int word) {
    return (float) (mean + std * narrow.of((word | 1) * 0x1p-31));
  }
}
