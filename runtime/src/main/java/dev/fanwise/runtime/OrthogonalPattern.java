package dev.fanwise.runtime;

/** Stacked matrices over the output axis, each semi-orthogonal; see {@link Orthogonal#fill}. */
public final class OrthogonalPattern extends Pattern {
  /** How many elements of other axes stand before the output axis. */
  public final int outer;

  /** The length of the output axis. */
  public final int out;

  /** How many elements of other axes stand after it. */
  public final int inner;

  /** How many matrices there are. */
  public final int parts;

  public final double gain;

  private OrthogonalPattern(int outer, int out, int inner, int parts, double gain) {
    super(0, gain / Math.sqrt(Math.max(out / parts, outer * inner)), -gain, gain);
    this.outer = outer;
    this.out = out;
    this.inner = inner;
    this.parts = parts;
    this.gain = gain;
  }

  /** {@code @OrthogonalInit}: parts lie along the output axis within each group. */
  public static OrthogonalPattern of(Channels channels, double gain) {
    int out = channels.outAxis;
    long width = channels.elements / out;
    if (width > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "orthogonal matrices with " + width + " columns are too large");
    }
    int inner = (int) channels.outStep;
    int outer = (int) (width / inner);
    int parts = channels.parts == 1 ? 1 : out / channels.out;
    return new OrthogonalPattern(outer, out, inner, parts, gain);
  }

  /** The rows of one matrix. */
  public int height() {
    return out / parts;
  }

  /** The columns of one matrix. */
  public int width() {
    return outer * inner;
  }

  /** As {@link #of(Channels, double)}, for a shape that is known at run time. */
  public static OrthogonalPattern of(SymbolicShape shape, double gain) {
    return of(shape.channels(), gain);
  }

  @Override
  public boolean hasRanges() {
    return false;
  }

  @Override
  public void fill(Sink into, long from, long count, long key) {
    Orthogonal.fill(into, key, outer, out, inner, parts, gain);
  }
}
