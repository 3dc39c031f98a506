package dev.fanwise.runtime;

/**
 * A hidden layer whose units' weights have one length and random directions: Nguyen and Widrow
 * (IJCNN 1990).
 */
public final class NguyenWidrowPattern extends Pattern {
  public final Channels channels;

  /** The length of each unit's weights. */
  public final double length;

  private NguyenWidrowPattern(Channels channels, double length) {
    // The squares of a unit's N weights sum up to β², and no weight is preferred.
    super(0, length / Math.sqrt(channels.in), -length, length);
    this.channels = channels;
    this.length = length;
  }

  /** {@code @NguyenWidrowInit}. */
  public static NguyenWidrowPattern of(Channels channels) {
    return new NguyenWidrowPattern(channels, Formulas.nguyenWidrow(channels.in, channels.out));
  }

  /** As the other, for a shape that is known at run time. */
  public static NguyenWidrowPattern of(SymbolicShape shape) {
    return of(shape.channels());
  }

  @Override
  public boolean hasRanges() {
    return false;
  }

  @Override
  public void fill(Sink into, long from, long count, long key) {
    Channels c = channels;
    fill(
        into,
        key,
        c.out,
        c.outStep,
        c.in,
        c.inStep,
        c.groups,
        c.groupStep,
        c.parts,
        c.partStep,
        length);
  }

  /**
   * Fills a whole matrix; where its elements lie is as in {@link Channels}.
   *
   * @param key the parameter's key: element e is uniform on (−1, 1), the double of word e, times
   *     what its unit's length asks for
   * @param length that of each unit's weights
   */
  public static void fill(
      Sink into,
      long key,
      int out,
      long outStep,
      int in,
      long inStep,
      int groups,
      long groupStep,
      int parts,
      long partStep,
      double length) {
    for (int group = 0; group < groups; group++) {
      for (int part = 0; part < parts; part++) {
        long start = group * groupStep + part * partStep;
        for (int unit = 0; unit < out; unit++) {
          fillUnit(into, key, start + unit * outStep, in, inStep, length);
        }
      }
    }
  }

  private static void fillUnit(
      Sink into, long key, long start, int in, long inStep, double length) {
    double squares = 0;
    for (int i = 0; i < in; i++) {
      double draw = direction(key, start + i * inStep);
      squares += draw * draw;
    }
    double factor = length / Math.sqrt(squares);
    for (int i = 0; i < in; i++) {
      long element = start + i * inStep;
      // Rounding may take a unit's only weight a little beyond its length.
      into.set(element, Bounds.clamp(direction(key, element) * factor, -length, length));
    }
  }

  private static double direction(long key, long element) {
    return Draw.uniform(Words.longAt(key, element), 0x1p-52);
  }
}
