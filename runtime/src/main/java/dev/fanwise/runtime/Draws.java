package dev.fanwise.runtime;

import dev.fanwise.Distribution;
import dev.fanwise.HalfPrecision;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * A law with all its numbers: what a scheme comes to for one tensor, see {@link Scheme#on}.
 *
 * <p>Element e is a function of the key and e, as in {@link Fill}: the bits are those of a
 * generated class whose field has the annotation, if the key is {@code Keys.fold(seed,
 * Keys.id(name))}. Everything is checked before the first write.
 */
public abstract class Draws {
  private final Distribution distribution;
  private final double mean;
  private final double std;
  private final double low;
  private final double high;

  Draws(Distribution distribution, double mean, double std, double low, double high) {
    this.distribution = distribution;
    this.mean = mean;
    this.std = std;
    this.low = low;
    this.high = high;
  }

  /** Uniform between two bounds, without them; see {@link Fill#uniform}. */
  public static Draws uniform(double low, double high) {
    return uniform(Formulas.stdOfBounds(low, high), low, high);
  }

  /** As the other, where the standard deviation is known better than from the bounds. */
  static Draws uniform(double std, double low, double high) {
    return new UniformDraws(std, low, high);
  }

  /** Normal; with a standard deviation of 0 every element is the mean. */
  public static Draws normal(double mean, double std) {
    return std == 0 ? constant(mean) : new NormalDraws(mean, std);
  }

  /**
   * Normal, cut at two bounds; see {@link Fill#truncatedNormal}.
   *
   * @param mean the mean before the cut
   * @param std the standard deviation before the cut
   * @param lower the lower bound in standard deviations from the mean
   * @param upper the upper bound, likewise
   */
  public static Draws truncatedNormal(double mean, double std, double lower, double upper) {
    return new TruncatedDraws(mean, std, lower, upper);
  }

  /** One value for every element. */
  public static Draws constant(double value) {
    return new ConstantDraws(value);
  }

  /**
   * Elements that depend on where in the tensor they are.
   *
   * @param elements how many the tensor has
   */
  public static Draws of(Pattern pattern, long elements) {
    return new PatternDraws(pattern, elements);
  }

  /** The law of an element, or null where there is none that all elements have. */
  public final Distribution distribution() {
    return distribution;
  }

  /** The mean of an element. */
  public final double mean() {
    return mean;
  }

  /** The standard deviation of an element, after any cut. */
  public final double std() {
    return std;
  }

  /** The bound below every element, or −∞ for a normal. */
  public final double low() {
    return low;
  }

  /** The bound above every element, or ∞ for a normal. */
  public final double high() {
    return high;
  }

  /**
   * Whether part of the tensor can be drawn. Where elements depend on each other, as in an
   * orthogonal matrix, only the whole can be: {@code from} is 0 and {@code count} the number of
   * elements.
   */
  public boolean hasRanges() {
    return true;
  }

  /** The same law with its spread multiplied about its mean, or null if it has none to multiply. */
  abstract Draws scaled(double factor);

  /**
   * Draws elements {@code from} to {@code from + count} into {@code into[offset]} and the places
   * after it.
   *
   * @param key the parameter's key: {@code Keys.fold(seed, Keys.id(name))}
   * @throws IndexOutOfBoundsException if the range is not inside the array
   * @throws IllegalArgumentException if the type cannot hold the law's numbers, or if there are no
   *     such elements
   */
  public abstract void into(float[] into, int offset, int count, long key, long from);

  /** As {@link #into(float[], int, int, long, long)}, for doubles. */
  public abstract void into(double[] into, int offset, int count, long key, long from);

  /** As {@link #into(float[], int, int, long, long)}; {@code offset} counts from the start. */
  public abstract void into(FloatBuffer into, int offset, int count, long key, long from);

  /** As {@link #into(FloatBuffer, int, int, long, long)}, for doubles. */
  public abstract void into(DoubleBuffer into, int offset, int count, long key, long from);

  /** As {@link #into(float[], int, int, long, long)}, for 16-bit numbers, each rounded once. */
  public abstract void into(
      short[] into, int offset, int count, long key, long from, HalfPrecision precision);

  /** Ends a parameter's description with this law. */
  public abstract ParameterInfo describe(ParameterInfo.Builder parameter);
}
