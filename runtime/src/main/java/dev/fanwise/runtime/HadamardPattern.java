package dev.fanwise.runtime;

/** Part of a Hadamard matrix at the centre tap; see {@link Hadamard}. */
public final class HadamardPattern extends Pattern {
  public final Channels channels;

  /** m: the matrix has 2^m rows and columns. */
  public final int power;

  /** What its entries are multiplied with. */
  public final double scale;

  private HadamardPattern(Channels channels, int power, double scale, double share, double mean) {
    super(mean * share, std(scale, share, mean), -scale, scale);
    this.channels = channels;
    this.power = power;
    this.scale = scale;
  }

  /**
   * {@code @ZerOInit}: the identity, or the Hadamard transform where there are more outputs than
   * inputs.
   *
   * <p>Zhao et al. (TMLR 2022), algorithm 1, with the scale of the authors' code, 2^(−m/2).
   */
  public static Pattern zero(Channels channels) {
    return channels.out <= channels.in
        ? TapPattern.centre(channels, channels.out, 1)
        : of(channels);
  }

  private static HadamardPattern of(Channels channels) {
    int power = Integer.SIZE - Integer.numberOfLeadingZeros(channels.out - 1);
    // 2^(−m/2): a power of two, times 1/√2 where m is odd.
    double scale = Math.scalb(power % 2 == 0 ? 1 : Math.sqrt(0.5), -(power / 2));
    double share =
        (double) channels.out * channels.in * channels.groups * channels.parts / channels.elements;
    return new HadamardPattern(channels, power, scale, share, mean(channels, power, scale));
  }

  /**
   * Of entries ±scale with a mean, and zeros where no entry is. Not the root of a difference of
   * squares, which for entries of one sign may round to a number below 0.
   */
  private static double std(double scale, double share, double mean) {
    return Math.sqrt(share * ((scale - mean) * (scale + mean) + (1 - share) * mean * mean));
  }

  /**
   * The mean of the entries that are used: columns other than 0 do not cancel where rows are cut.
   */
  private static double mean(Channels channels, int power, double scale) {
    long sum = 0;
    for (int j = 0; j < channels.in; j++) {
      sum += columnSum(channels.out, j, power);
    }
    return scale * (sum / ((double) channels.out * channels.in));
  }

  /**
   * The sum of (−1)^popcount(i &amp; j) over i below n: halves of equal length cancel or double.
   */
  private static long columnSum(int n, int j, int power) {
    long sum = 0;
    int sign = 1;
    for (int bit = power; bit >= 0; bit--) {
      if ((n >>> bit & 1) != 0) {
        boolean cancels = (j & ((1 << bit) - 1)) != 0;
        sum += cancels ? 0 : (long) sign << bit;
        if ((j >>> bit & 1) != 0) {
          sign = -sign;
        }
      }
    }
    return sum;
  }

  /** As {@link #zero(Channels)}, for a shape that is known at run time. */
  public static Pattern zero(SymbolicShape shape) {
    return zero(shape.channels());
  }

  @Override
  public void fill(Sink into, long from, long count, long key) {
    Hadamard.fill(
        into,
        from,
        count,
        channels.centre * channels.tapStep,
        channels.out,
        channels.outStep,
        channels.in,
        channels.inStep,
        channels.groups,
        channels.groupStep,
        channels.parts,
        channels.partStep,
        scale);
  }
}
