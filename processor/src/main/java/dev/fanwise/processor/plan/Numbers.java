package dev.fanwise.processor.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Predicate;

/**
 * Numbers as the shortest decimals that read back the same.
 *
 * <p>Not {@code Double.toString}: its digits changed in JDK 19 (JDK-4511638), and generated sources
 * must not depend on the JDK that runs the compiler.
 */
public final class Numbers {
  private static final int DOUBLE_DIGITS = 17;
  private static final int FLOAT_DIGITS = 9;

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
    return shortest(new BigDecimal(number), DOUBLE_DIGITS, near -> near.doubleValue() == number);
  }

  private static BigDecimal shortest(float number) {
    return shortest(new BigDecimal(number), FLOAT_DIGITS, near -> near.floatValue() == number);
  }

  /**
   * The shortest decimal that reads back as the number.
   *
   * @param enough how many digits always do
   */
  private static BigDecimal shortest(
      BigDecimal exact, int enough, Predicate<BigDecimal> readsBack) {
    for (int digits = 1; digits < enough; digits++) {
      // Above a power of two there is more room than below, so the nearest is not always the one.
      for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.UP)) {
        BigDecimal rounded = exact.round(new MathContext(digits, mode));
        if (readsBack.test(rounded)) {
          return rounded;
        }
      }
    }
    return exact.round(new MathContext(enough, RoundingMode.HALF_EVEN));
  }
}
