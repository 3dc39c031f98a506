package dev.fanwise.runtime;

/**
 * Matrices with orthonormal columns at the centre tap, zeros elsewhere; see {@link
 * Orthogonal#delta}.
 */
public final class DeltaOrthogonalPattern extends Pattern {
  public final Channels channels;
  public final double gain;

  private DeltaOrthogonalPattern(Channels channels, double gain) {
    // A matrix with orthonormal columns has as many ones in the sum of its squares as columns.
    super(
        0,
        gain
            * Math.sqrt(
                (double) channels.in * channels.groups * channels.parts / channels.elements),
        -gain,
        gain);
    this.channels = channels;
    this.gain = gain;
  }

  /** {@code @DeltaOrthogonalInit}, for at least as many outputs as inputs. */
  public static DeltaOrthogonalPattern of(Channels channels, double gain) {
    return new DeltaOrthogonalPattern(channels, gain);
  }

  /**
   * As the other, for a shape that is known at run time.
   *
   * @throws IllegalArgumentException if there are fewer outputs than inputs
   */
  public static DeltaOrthogonalPattern of(SymbolicShape shape, double gain) {
    Channels channels = shape.channels();
    if (channels.out < channels.in) {
      throw shape.refusal(
          ": "
              + channels.out
              + " outputs cannot keep the norm of "
              + channels.in
              + " inputs; @DeltaOrthogonalInit needs at least as many outputs");
    }
    return of(channels, gain);
  }

  @Override
  public boolean hasRanges() {
    return false;
  }

  @Override
  public void fill(Sink into, long from, long count, long key) {
    Orthogonal.delta(
        into,
        key,
        channels.elements,
        channels.centre * channels.tapStep,
        channels.out,
        channels.outStep,
        channels.in,
        channels.inStep,
        channels.groups,
        channels.groupStep,
        channels.parts,
        channels.partStep,
        gain);
  }
}
