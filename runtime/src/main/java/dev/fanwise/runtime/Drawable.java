package dev.fanwise.runtime;

import dev.fanwise.Distribution;
import dev.fanwise.HalfPrecision;

/** Which numbers can be drawn and held in which type. */
public final class Drawable {
  /** The largest standard deviation of a normal that {@link Fill} takes for floats. */
  private static final double MOST_FLOAT_STD = 0x1p96;

  /** So many standard deviations no draw is from its mean. */
  private static final double REACH = 16;

  private Drawable() {}

  /** Whether elements with a standard deviation, none beyond a number, can be drawn. */
  public static boolean isSpread(double std, double largest, DataType type) {
    return std >= least(type) && largest <= most(type);
  }

  /** Whether a type has a number between two bounds that are not drawn themselves. */
  public static boolean isBetween(double low, double high, DataType type) {
    switch (type) {
      case F64:
        return Math.nextUp(low) < high;
      case BF16:
        return isBetween(low, high, HalfPrecision.BF16);
      case F16:
        return isBetween(low, high, HalfPrecision.FP16);
      default:
        return Bounds.floatAbove(low) <= Bounds.floatBelow(high);
    }
  }

  private static boolean isBetween(double low, double high, HalfPrecision precision) {
    return Bounds.halfAbove(low, precision) <= Bounds.halfBelow(high, precision);
  }

  /** The largest number that a normal can give, as far as a type can draw it at all. */
  public static double largestOfNormal(double mean, double std, DataType type) {
    return std <= MOST_FLOAT_STD || type == DataType.F64
        ? Math.abs(mean) + REACH * std
        : Double.POSITIVE_INFINITY;
  }

  /** The largest number that does not round to infinity, or nearly so. */
  public static double most(DataType type) {
    switch (type) {
      case F64:
        return Double.MAX_VALUE;
      case BF16:
        return 0x1.fep127;
      case F16:
        return 65504;
      default:
        return Float.MAX_VALUE;
    }
  }

  /**
   * Below this a uniform's step, 2⁻²³ or 2⁻⁵² of its bound, would be no normal number; of half
   * numbers nearly all would be 0.
   */
  private static double least(DataType type) {
    switch (type) {
      case F64:
        return Double.MIN_NORMAL * 0x1p52;
      case F16:
        return 0x1p-24;
      default:
        return Float.MIN_NORMAL * 0x1p23;
    }
  }

  /** Why the elements of a parameter cannot be drawn, or null. */
  static String faultOf(ParameterInfo parameter) {
    String scheme = "@" + parameter.scheme();
    if (!hasSpread(parameter)) {
      return scheme
          + " gives a standard deviation of "
          + parameter.std()
          + ", beyond what can be drawn as "
          + parameter.dataType();
    }
    if (!hasNumbers(parameter)) {
      return scheme
          + " has bounds of "
          + parameter.low()
          + " and "
          + parameter.high()
          + " with no "
          + parameter.dataType()
          + " between them";
    }
    return null;
  }

  /** Whether there are numbers between the bounds that are not drawn themselves. */
  private static boolean hasNumbers(ParameterInfo parameter) {
    DataType type = parameter.dataType();
    if (parameter.distribution() == Distribution.TRUNCATED_NORMAL) {
      return isBetween(parameter.low(), parameter.high(), type);
    }
    // Where draws are floats, the bounds are.
    return parameter.distribution() != Distribution.UNIFORM
        || (type == DataType.F64
            ? isBetween(parameter.low(), parameter.high(), type)
            : isBetween((float) parameter.low(), (float) parameter.high(), type));
  }

  private static boolean hasSpread(ParameterInfo parameter) {
    boolean isNormal = Double.isInfinite(parameter.high());
    double largest =
        isNormal
            ? largestOfNormal(parameter.mean(), parameter.std(), parameter.dataType())
            : Math.max(Math.abs(parameter.low()), Math.abs(parameter.high()));
    // Where nothing is drawn, as for an identity or a sparse matrix without a place left, elements
    // may be as near to each other as one likes.
    boolean isDrawn = parameter.distribution() != null || isNormal && parameter.std() != 0;
    return isSpread(isDrawn ? parameter.std() : 1, largest, parameter.dataType());
  }
}
