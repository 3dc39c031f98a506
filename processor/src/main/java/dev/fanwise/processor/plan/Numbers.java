package dev.fanwise.processor.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Numbers as the shortest decimals that read back the same.
 *
 * <p>Not {@code Double.toString}: its digits changed in JDK 19 (JDK-4511638), and generated sources
 * must not depend on the JDK that runs the compiler.
 */
public final class Numbers {
  private Numbers() {}

  /** A number for people: {@code 784}, {@code 0.0438529}, {@code 1e-7}. */
  public static String text(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    return number == 0 ? zero(1 / number) : text(shortest(number));
  }

  /** As {@link #text(double)}, for a float's own shortest decimal. */
  public static String text(float number) {
    if (Float.isNaN(number) || Float.isInfinite(number)) {
      return Float.toString(number);
    }
    return number == 0 ? zero(1 / number) : text(shortest(number));
  }

  /** A stream's id: {@code 0x00ab...}, all its 16 digits. */
  public static String hex(long number) {
    // Not by a format, whose first use has a cold JVM load the data of a locale.
    return hex(number, 16);
  }

  /** The bits of a 16-bit number: {@code 0x3f80}. */
  public static String hex(short bits) {
    return hex(bits & 0xFFFF, 4);
  }

  private static String hex(long number, int digits) {
    String hex = Long.toHexString(number);
    return "0x" + "0".repeat(digits - hex.length()) + hex;
  }

  /** A zero by its sign, which decimals do not have. */
  private static String zero(double inverse) {
    return inverse < 0 ? "-0" : "0";
  }

  private static String text(BigDecimal shortest) {
    BigDecimal stripped = shortest.stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (exponent >= -5 && exponent <= 9) {
      return stripped.toPlainString();
    }
    String digits = stripped.unscaledValue().abs().toString();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return (stripped.signum() < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
  }

  private static BigDecimal shortest(double number) {
    BigDecimal known = new BigDecimal(Double.toString(number));
    return shortest(new BigDecimal(number), known, near -> near.doubleValue() == number);
  }

  private static BigDecimal shortest(float number) {
    BigDecimal known = new BigDecimal(Float.toString(number));
    return shortest(new BigDecimal(number), known, near -> near.floatValue() == number);
  }

  /**
   * The shortest decimal that reads back as the number: from one that does, a digit less at a time
   * for as long as there is one, since a decimal of n digits is one of n + 1 digits, too.
   */
  private static BigDecimal shortest(
      BigDecimal exact, BigDecimal known, Predicate<BigDecimal> readsBack) {
    BigDecimal best = known;
    for (int digits = known.precision(); digits > 0; digits--) {
      Optional<BigDecimal> rounded = rounded(exact, digits, readsBack);
      if (rounded.isEmpty()) {
        return best;
      }
      best = rounded.get();
    }
    return best;
  }

  private static Optional<BigDecimal> rounded(
      BigDecimal exact, int digits, Predicate<BigDecimal> readsBack) {
    // Above a power of two there is more room than below, so the nearest is not always the one.
    return Stream.of(RoundingMode.HALF_EVEN, RoundingMode.UP)
        .map(mode -> exact.round(new MathContext(digits, mode)))
        .filter(readsBack)
        .findFirst();
  }
}
