package dev.fanwise.runtime;

/** What the numbers of a law must be like for draws of a type to keep what the law promises. */
final class LawChecks {
  /** For floats, and for 16-bit numbers, which are drawn as floats. */
  static final LawChecks FLOATS = new LawChecks("floats", Float.MAX_VALUE, 0x1p96, 0x1p-102);

  static final LawChecks DOUBLES =
      new LawChecks("doubles", Double.MAX_VALUE, Double.MAX_VALUE / 16, 0x1p-969);

  private final String type;

  /** The largest bound or mean. */
  private final double most;

  /** The largest standard deviation: draws of floats are formed as 2³¹·std first. */
  private final double mostStd;

  /** The smallest distance of bounds: half of it times 2⁻²³ or 2⁻⁵² must be a normal number. */
  private final double leastWidth;

  private LawChecks(String type, double most, double mostStd, double leastWidth) {
    this.type = type;
    this.most = most;
    this.mostStd = mostStd;
    this.leastWidth = leastWidth;
  }

  void bounds(double low, double high) {
    if (!(isFinite(low) && isFinite(high) && low < high)) {
      throw new IllegalArgumentException("bounds must be finite and low < high");
    }
    if (!(Math.abs(low) <= most && Math.abs(high) <= most)) {
      throw new IllegalArgumentException("bounds of " + type + " must be within " + most);
    }
    if (high / 2 - low / 2 < leastWidth / 2) {
      throw new IllegalArgumentException(
          "bounds of " + type + " must be at least 2^" + Math.getExponent(leastWidth) + " apart");
    }
    requireNumbersBetween(low, high);
  }

  private void requireNumbersBetween(double low, double high) {
    // Around 0 there always are some, at the distances that laws have.
    DataType stored = this == FLOATS ? DataType.F32 : DataType.F64;
    if ((low > 0 || high < 0) && !Drawable.isBetween(low, high, stored)) {
      throw new IllegalArgumentException(
          "there are no " + type + " between " + low + " and " + high);
    }
  }

  void moments(double mean, double std) {
    if (!(isFinite(mean) && isFinite(std) && std >= 0)) {
      throw new IllegalArgumentException("mean and std must be finite, std >= 0");
    }
    limits(mean, std);
  }

  void cut(double mean, double std, double lower, double upper) {
    if (!(isFinite(mean) && isFinite(std) && std > 0)) {
      throw new IllegalArgumentException("mean and std must be finite, std > 0");
    }
    limits(mean, std);
    if (!(Cut.at(lower, upper).mass >= TruncatedQuantile.LEAST_MASS)) {
      throw new IllegalArgumentException(
          "less than 1e-10 of a normal lies from " + lower + " to " + upper + " std");
    }
    requireNumbersBetween(mean + lower * std, mean + upper * std);
  }

  private void limits(double mean, double std) {
    if (!(std <= mostStd && Math.abs(mean) <= most - 16 * std)) {
      throw new IllegalArgumentException(
          "mean " + mean + " and std " + std + " are too large for " + type);
    }
  }

  /** {@code Double.isFinite} came to Android with API level 24. */
  private static boolean isFinite(double x) {
    return Math.abs(x) <= Double.MAX_VALUE;
  }
}
