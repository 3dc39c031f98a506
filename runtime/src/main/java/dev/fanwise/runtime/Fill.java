package dev.fanwise.runtime;

import dev.fanwise.HalfPrecision;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/**
 * Fills ranges of arrays with draws from a parameter's stream.
 *
 * <p>Every method draws elements {@code from} to {@code from + count} of the parameter into {@code
 * into[offset]} and the places after it. Element e is a function of the key and e alone: however a
 * tensor is cut into ranges, and whatever thread fills which, the bits are the same. They are also
 * the same on every JVM, since only integer arithmetic, conversions and + − × decide them.
 *
 * <p>All arguments are checked before the first write.
 */
public final class Fill {
  private Fill() {}

  /**
   * Fills with the uniform law between two bounds, without the bounds themselves. Draws are
   * symmetric about the middle; where that is 0, none is 0.
   *
   * @param into where to write
   * @param offset the first place to write
   * @param count how many elements
   * @param key the parameter's key: {@code Keys.fold(seed, Keys.id(name))}
   * @param from the parameter's element that goes to {@code offset}
   * @param low the lower bound, finite
   * @param high the upper bound, finite and above {@code low}
   * @throws IndexOutOfBoundsException if the range is not inside the array
   * @throws IllegalArgumentException if {@code from} is negative, or the bounds are not as said,
   *     too large for the type, or too near to each other
   */
  public static void uniform(
      float[] into, int offset, int count, long key, long from, double low, double high) {
    checkRange(into.length, offset, count, from);
    if (!areUsual(low, high)) {
      LawChecks.FLOATS.bounds(low, high);
    }
    UniformFloat.law(low, high).fill(into, offset, count, key, from);
  }

  /** As {@link #uniform(float[], int, int, long, long, double, double)}, for doubles. */
  public static void uniform(
      double[] into, int offset, int count, long key, long from, double low, double high) {
    checkRange(into.length, offset, count, from);
    if (!areUsual(low, high)) {
      LawChecks.DOUBLES.bounds(low, high);
    }
    UniformDouble.law(low, high).fill(into, offset, count, key, from);
  }

  /**
   * As {@link #uniform(float[], int, int, long, long, double, double)}, for a buffer; {@code
   * offset} counts from its start, not from its position.
   */
  public static void uniform(
      FloatBuffer into, int offset, int count, long key, long from, double low, double high) {
    checkRange(into.capacity(), offset, count, from);
    if (!areUsual(low, high)) {
      LawChecks.FLOATS.bounds(low, high);
    }
    FloatBuffers.fill(UniformFloat.law(low, high), into, offset, count, key, from);
  }

  /**
   * As {@link #uniform(float[], int, int, long, long, double, double)}, for a buffer of doubles.
   */
  public static void uniform(
      DoubleBuffer into, int offset, int count, long key, long from, double low, double high) {
    checkRange(into.capacity(), offset, count, from);
    if (!areUsual(low, high)) {
      LawChecks.DOUBLES.bounds(low, high);
    }
    DoubleBuffers.fill(UniformDouble.law(low, high), into, offset, count, key, from);
  }

  /**
   * As {@link #uniform(float[], int, int, long, long, double, double)}, for 16-bit numbers: floats,
   * each rounded once, to the nearest number between the bounds.
   *
   * @throws IllegalArgumentException also if the format has no number between the bounds
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
    checkRange(into.length, offset, count, from);
    if (!areUsual(low, high)) {
      LawChecks.FLOATS.bounds(low, high);
    }
    Halves.fill(UniformFloat.law(low, high), into, offset, count, key, from, precision);
  }

  /**
   * Fills with the normal law, by inversion.
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
    checkRange(into.length, offset, count, from);
    if (!areUsualMoments(mean, std)) {
      LawChecks.FLOATS.moments(mean, std);
    }
    NormalFloat.law(mean, std).fill(into, offset, count, key, from);
  }

  /** As {@link #normal(float[], int, int, long, long, double, double)}, for doubles. */
  public static void normal(
      double[] into, int offset, int count, long key, long from, double mean, double std) {
    checkRange(into.length, offset, count, from);
    if (!areUsualMoments(mean, std)) {
      LawChecks.DOUBLES.moments(mean, std);
    }
    NormalDouble.law(mean, std).fill(into, offset, count, key, from);
  }

  /**
   * As {@link #normal(float[], int, int, long, long, double, double)}, for a buffer; {@code offset}
   * counts from its start, not from its position.
   */
  public static void normal(
      FloatBuffer into, int offset, int count, long key, long from, double mean, double std) {
    checkRange(into.capacity(), offset, count, from);
    if (!areUsualMoments(mean, std)) {
      LawChecks.FLOATS.moments(mean, std);
    }
    FloatBuffers.fill(NormalFloat.law(mean, std), into, offset, count, key, from);
  }

  /** As {@link #normal(float[], int, int, long, long, double, double)}, for a buffer of doubles. */
  public static void normal(
      DoubleBuffer into, int offset, int count, long key, long from, double mean, double std) {
    checkRange(into.capacity(), offset, count, from);
    if (!areUsualMoments(mean, std)) {
      LawChecks.DOUBLES.moments(mean, std);
    }
    DoubleBuffers.fill(NormalDouble.law(mean, std), into, offset, count, key, from);
  }

  /**
   * As {@link #normal(float[], int, int, long, long, double, double)}, for 16-bit numbers: floats,
   * each rounded once, to nearest even.
   */
  public static void normal(
      short[] into,
      int offset,
      int count,
      long key,
      long from,
      double mean,
      double std,
      HalfPrecision precision) {
    checkRange(into.length, offset, count, from);
    if (!areUsualMoments(mean, std)) {
      LawChecks.FLOATS.moments(mean, std);
    }
    Halves.fill(NormalFloat.law(mean, std), into, offset, count, key, from, precision);
  }

  /**
   * Fills with a normal law cut at two bounds, by inversion.
   *
   * <p>Floats have 2³² words for the whole normal, so cuts that keep more than 2⁻⁷ of it are drawn
   * from the words that fall inside and reach 6.2 standard deviations at most, as normals do;
   * narrower cuts spread all words over what is kept.
   *
   * @param into where to write
   * @param offset the first place to write
   * @param count how many elements
   * @param key the parameter's key
   * @param from the parameter's element that goes to {@code offset}
   * @param mean the mean before the cut, finite
   * @param std the standard deviation before the cut, finite and positive
   * @param lower the lower bound in standard deviations from the mean
   * @param upper the upper bound, likewise; what lies between them must keep at least 1e-10 of the
   *     law
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
    checkRange(into.length, offset, count, from);
    LawChecks.FLOATS.cut(mean, std, lower, upper);
    TruncatedFloat.law(mean, std, lower, upper).fill(into, offset, count, key, from);
  }

  /**
   * As {@link #truncatedNormal(float[], int, int, long, long, double, double, double, double)}, for
   * doubles.
   */
  public static void truncatedNormal(
      double[] into,
      int offset,
      int count,
      long key,
      long from,
      double mean,
      double std,
      double lower,
      double upper) {
    checkRange(into.length, offset, count, from);
    LawChecks.DOUBLES.cut(mean, std, lower, upper);
    TruncatedDouble.law(mean, std, lower, upper).fill(into, offset, count, key, from);
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
    checkRange(into.capacity(), offset, count, from);
    LawChecks.FLOATS.cut(mean, std, lower, upper);
    FloatBuffers.fill(TruncatedFloat.law(mean, std, lower, upper), into, offset, count, key, from);
  }

  /**
   * As {@link #truncatedNormal(float[], int, int, long, long, double, double, double, double)}, for
   * a buffer of doubles.
   */
  public static void truncatedNormal(
      DoubleBuffer into,
      int offset,
      int count,
      long key,
      long from,
      double mean,
      double std,
      double lower,
      double upper) {
    checkRange(into.capacity(), offset, count, from);
    LawChecks.DOUBLES.cut(mean, std, lower, upper);
    DoubleBuffers.fill(
        TruncatedDouble.law(mean, std, lower, upper), into, offset, count, key, from);
  }

  /**
   * As {@link #truncatedNormal(float[], int, int, long, long, double, double, double, double)}, for
   * 16-bit numbers: floats, each rounded once, to the nearest number between the bounds.
   *
   * @throws IllegalArgumentException also if the format has no number between the bounds
   */
  public static void truncatedNormal(
      short[] into,
      int offset,
      int count,
      long key,
      long from,
      double mean,
      double std,
      double lower,
      double upper,
      HalfPrecision precision) {
    checkRange(into.length, offset, count, from);
    LawChecks.FLOATS.cut(mean, std, lower, upper);
    Halves.fill(
        TruncatedFloat.law(mean, std, lower, upper), into, offset, count, key, from, precision);
  }

  /** Fills part of a buffer with one value; {@code offset} counts from its start. */
  public static void constant(FloatBuffer into, int offset, int count, double value) {
    checkRange(into.capacity(), offset, count, 0);
    FloatBuffer writer = Buffers.from(into, offset);
    for (int i = 0; i < count; i++) {
      writer.put((float) value);
    }
  }

  /** As {@link #constant(FloatBuffer, int, int, double)}, for a buffer of doubles. */
  public static void constant(DoubleBuffer into, int offset, int count, double value) {
    checkRange(into.capacity(), offset, count, 0);
    DoubleBuffer writer = Buffers.from(into, offset);
    for (int i = 0; i < count; i++) {
      writer.put(value);
    }
  }

  /**
   * Whether bounds need no closer look: around 0 and of a common size. Most are, and a cold JVM is
   * spared the class that looks.
   */
  private static boolean areUsual(double low, double high) {
    return low == -high && high > 1e-20 && high < 1e20;
  }

  /** Whether moments need no closer look, as {@link #areUsual}. */
  private static boolean areUsualMoments(double mean, double std) {
    return mean == 0 && std > 1e-20 && std < 1e20;
  }

  static void checkRange(int length, int offset, int count, long from) {
    if (offset < 0 || count < 0 || offset > length - count) {
      throw new IndexOutOfBoundsException(
          "offset " + offset + " and count " + count + " do not fit an array of length " + length);
    }
    if (from < 0 || from > Long.MAX_VALUE - count) {
      throw new IllegalArgumentException("from must be an element's index, not " + from);
    }
  }
}
