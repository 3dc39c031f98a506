package dev.fanwise.runtime;

/** Zeros but for evenly spaced elements of one value; see {@link Taps}. */
public final class TapPattern extends Pattern {
  public final long start;
  public final long step;
  public final int taps;
  public final int groups;
  public final long groupStep;
  public final int parts;
  public final long partStep;
  public final double value;

  private TapPattern(
      long start,
      long step,
      int taps,
      int groups,
      long groupStep,
      int parts,
      long partStep,
      double value,
      double share) {
    super(
        share * value,
        Math.abs(value) * Math.sqrt(share * (1 - share)),
        share < 1 ? Math.min(0, value) : value,
        share < 1 ? Math.max(0, value) : value);
    this.start = start;
    this.step = step;
    this.taps = taps;
    this.groups = groups;
    this.groupStep = groupStep;
    this.parts = parts;
    this.partStep = partStep;
    this.value = value;
  }

  /** Output i of each group and part takes input i times a gain, at the centre tap. */
  static TapPattern centre(Channels channels, int taps, double gain) {
    long nonZero = (long) taps * channels.groups * channels.parts;
    return new TapPattern(
        channels.centre * channels.tapStep,
        channels.outStep + channels.inStep,
        taps,
        channels.groups,
        channels.groupStep,
        channels.parts,
        channels.partStep,
        gain,
        (double) nonZero / channels.elements);
  }

  /**
   * Output i takes input i, as far as there are both: {@code @IdentityInit}, {@code @DiracInit}.
   */
  public static TapPattern identity(Channels channels, double gain) {
    return centre(channels, Math.min(channels.out, channels.in), gain);
  }

  /** The elements of one gate's block have a value: {@code @ForgetGateInit}. */
  public static TapPattern block(long elements, int units, int gate, double value) {
    return new TapPattern(
        (long) gate * units, 1, units, 1, 0, 1, 0, value, (double) units / elements);
  }

  /** As {@link #identity(Channels, double)}, for a shape that is known at run time. */
  public static TapPattern identity(SymbolicShape shape, double gain) {
    return identity(shape.channels(), gain);
  }

  /** As {@link #block(long, int, int, double)}, for a shape that is known at run time. */
  public static TapPattern block(SymbolicShape shape, int gates, int gate, double value) {
    return block(shape.elements(), shape.block(gates), gate, value);
  }

  @Override
  public void fill(Sink into, long from, long count, long key) {
    Taps.fill(into, from, count, start, step, taps, groups, groupStep, parts, partStep, value);
  }
}
