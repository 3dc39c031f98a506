package dev.fanwise.runtime;

import dev.fanwise.HalfPrecision;
import java.nio.FloatBuffer;

/**
 * Fills ranges of arrays with the random numbers of JAX 0.10.2 on CPUs, bit for bit ({@code
 * threefry2x32}, partitionable, 64-bit types switched off: its defaults).
 *
 * <p>Element e, in row-major order, is a function of the key and e alone, so a tensor may be cut
 * into ranges in any way, as for {@link Fill}. JAX's words are those of Threefry (Salmon et al.
 * 2011) with one block for each element.
 *
 * <p>Uniform numbers are the same on all of JAX's devices, around 0 even without fused operations;
 * normals are those of its CPU compiler. All arguments are checked before the first write.
 */
public final class JaxFill {
  private JaxFill() {}

  /**
   * Fills with {@code jax.random.uniform(key, shape, float32, low, high)}; between −b and b that is
   * also what {@code jax.nn.initializers} make, uniform numbers on ±1 times b.
   *
   * @param into where to write
   * @param offset the first place to write
   * @param count how many elements
   * @param key the parameter's key: {@code JaxKeys.fold(JaxKeys.of(seed), n)}
   * @param from the parameter's element that goes to {@code offset}
   * @param low the lower bound, finite
   * @param high the upper bound, finite and not below {@code low}
   * @throws IndexOutOfBoundsException if the range is not inside the array
   * @throws IllegalArgumentException if {@code from} is negative, or the bounds or their distance
   *     are not as said or too large for floats
   */
  public static void uniform(
      float[] into, int offset, int count, long key, long from, double low, double high) {
    Fill.checkRange(into.length, offset, count, from);
    ParityChecks.bounds(DataType.F32, low, high);
    new JaxUniform(low, high).fill(into, offset, count, key, from);
  }

  /**
   * As {@link #uniform(float[], int, int, long, long, double, double)}, for a buffer; {@code
   * offset} counts from its start, not from its position.
   */
  public static void uniform(
      FloatBuffer into, int offset, int count, long key, long from, double low, double high) {
    Fill.checkRange(into.capacity(), offset, count, from);
    ParityChecks.bounds(DataType.F32, low, high);
    new JaxUniform(low, high).fill(into, offset, count, key, from);
  }

  /**
   * Fills with 16-bit uniform numbers as {@code jax.nn.initializers} make them: uniform on ±1, or
   * from 0 to 1, in 7 (bfloat16) or 10 (half precision) random bits, times the bound, rounded once.
   *
   * @param low 0 or {@code -high}
   * @param high the bound, rounded to the format first
   * @throws IllegalArgumentException also if the bounds are others: where JAX rounds then is the
   *     compiler's choice
   */
  public static void uniform(
      short[] into,
      int offset,
      int count,
      long key,
      long from,
      double low,
      double high,
      HalfPrecision precision) {
    Fill.checkRange(into.length, offset, count, from);
    ParityChecks.bounds(precision == HalfPrecision.BF16 ? DataType.BF16 : DataType.F16, low, high);
    ParityChecks.jaxHalfBounds(low, high);
    JaxUniform.fill(into, offset, count, key, from, low, high, precision);
  }

  /**
   * Fills with {@code jax.random.normal(key, shape, float32) * std}, plus the mean if it is not 0,
   * each operation rounded.
   *
   * @param into where to write
   * @param offset the first place to write
   * @param count how many elements
   * @param key the parameter's key
   * @param from the parameter's element that goes to {@code offset}
   * @param mean the mean, finite
   * @param std the standard deviation, finite and not negative
   * @throws IndexOutOfBoundsException if the range is not inside the array
   * @throws IllegalArgumentException if {@code from} is negative or the numbers are not as said
   */
  public static void normal(
      float[] into, int offset, int count, long key, long from, double mean, double std) {
    Fill.checkRange(into.length, offset, count, from);
    LawChecks.FLOATS.moments(mean, std);
    new JaxNormal(mean, std, false).fill(into, offset, count, key, from);
  }

  /**
   * As {@link #normal(float[], int, int, long, long, double, double)}, for a buffer; {@code offset}
   * counts from its start, not from its position.
   */
  public static void normal(
      FloatBuffer into, int offset, int count, long key, long from, double mean, double std) {
    Fill.checkRange(into.capacity(), offset, count, from);
    LawChecks.FLOATS.moments(mean, std);
    new JaxNormal(mean, std, false).fill(into, offset, count, key, from);
  }

  /**
   * Fills with {@code jax.random.truncated_normal(key, -2, 2, shape, float32) * std}, plus the mean
   * if it is not 0, each operation rounded. A scheme's std is to be widened first, as {@link
   * JaxVariance#truncatedStd} does.
   *
   * @param into where to write
   * @param offset the first place to write
   * @param count how many elements
   * @param key the parameter's key
   * @param from the parameter's element that goes to {@code offset}
   * @param mean the mean, finite
   * @param std the standard deviation before the cut, finite and not negative
   * @param lower the lower bound in standard deviations: −2
   * @param upper the upper bound, likewise: 2
   * @throws IndexOutOfBoundsException if the range is not inside the array
   * @throws IllegalArgumentException if {@code from} is negative or the numbers are not as said
   */
  public static void truncatedNormal(
      float[] into,
      int offset,
      int count,
      long key,
      long from,
      double mean,
      double std,
      double lower,
      double upper) {
    Fill.checkRange(into.length, offset, count, from);
    LawChecks.FLOATS.moments(mean, std);
    ParityChecks.jaxCut(lower, upper);
    new JaxNormal(mean, std, true).fill(into, offset, count, key, from);
  }

  /**
   * As {@link #truncatedNormal(float[], int, int, long, long, double, double, double, double)}, for
   * a buffer; {@code offset} counts from its start, not from its position.
   */
  public static void truncatedNormal(
      FloatBuffer into,
      int offset,
      int count,
      long key,
      long from,
      double mean,
      double std,
      double lower,
      double upper) {
    Fill.checkRange(into.capacity(), offset, count, from);
    LawChecks.FLOATS.moments(mean, std);
    ParityChecks.jaxCut(lower, upper);
    new JaxNormal(mean, std, true).fill(into, offset, count, key, from);
  }
}
