package dev.fanwise.runtime;

/** A normal matrix with zeros in each column; see {@link Sparse}. */
public final class SparsePattern extends Pattern {
  public final int rows;
  public final long rowStep;
  public final int columns;
  public final long columnStep;

  /** The zeros in each column. */
  public final int zeros;

  /** The standard deviation of the other entries. */
  public final double entryStd;

  private SparsePattern(Channels channels, int columns, int zeros, double std) {
    super(
        0,
        std * Math.sqrt(1 - (double) zeros / channels.outAxis),
        Double.NEGATIVE_INFINITY,
        Double.POSITIVE_INFINITY);
    this.rows = channels.outAxis;
    this.rowStep = channels.outStep;
    this.columns = columns;
    this.columnStep = channels.outStep == 1 ? channels.outAxis : 1;
    this.zeros = zeros;
    this.entryStd = std;
  }

  /** {@code @SparseInit}: ceil(sparsity · outputs) zeros for each input. */
  public static SparsePattern of(Channels channels, double sparsity, double std) {
    int columns = (int) (channels.elements / channels.outAxis);
    return new SparsePattern(channels, columns, (int) Math.ceil(sparsity * channels.outAxis), std);
  }

  /** As {@link #of(Channels, double, double)}, for a shape that is known at run time. */
  public static SparsePattern of(SymbolicShape shape, double sparsity, double std) {
    return of(shape.channels(), sparsity, std);
  }

  @Override
  public boolean hasRanges() {
    return false;
  }

  @Override
  public void fill(Sink into, long from, long count, long key) {
    Sparse.fill(into, key, rows, rowStep, columns, columnStep, zeros, entryStd);
  }
}
