package dev.fanwise.runtime;

/**
 * How a scheme fills a tensor of one shape when elements depend on where in the tensor they are:
 * the numbers that a kernel needs, worked out from the shape.
 *
 * <p>For constant shapes the numbers are worked out at compile time, from the same classes, and
 * generated code has them as literals.
 */
public abstract class Pattern {
  private final double mean;
  private final double std;
  private final double low;
  private final double high;

  Pattern(double mean, double std, double low, double high) {
    this.mean = mean;
    this.std = std;
    this.low = low;
    this.high = high;
  }

  /**
   * Fills elements {@code from} to {@code from + count}; schemes whose elements depend on each
   * other fill the whole tensor.
   *
   * @param key the parameter's key; schemes without random numbers do not look at it
   */
  public abstract void fill(Sink into, long from, long count, long key);

  /** Whether part of the tensor can be filled alone: not where elements depend on each other. */
  public boolean hasRanges() {
    return true;
  }

  /** The mean of all elements. */
  public final double mean() {
    return mean;
  }

  /** The root mean square distance of the elements from their mean. */
  public final double std() {
    return std;
  }

  /** The bound below the elements. */
  public final double low() {
    return low;
  }

  /** The bound above the elements. */
  public final double high() {
    return high;
  }

  @Override
  public String toString() {
    return "mean " + mean + ", std " + std + ", from " + low + " to " + high;
  }
}
