package dev.fanwise.card.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as the shortest decimals that read back the same. Not {@code Double.toString}: its digits
 * changed in JDK 19 (JDK-4511638), and cards have the same bytes on every JDK.
 */
public final class Decimals {
  private Decimals() {}

  /** A finite number for people and programs: {@code 784}, {@code 0.0438529}, {@code 1e-7}. */
  public static String text(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0" : "0";
    }
    BigDecimal stripped = shortest(number).stripTrailingZeros();
    int exponent = stripped.precision() - stripped.scale() - 1;
    if (exponent >= -5 && exponent <= 9) {
      return stripped.toPlainString();
    }
    String digits = stripped.unscaledValue().abs().toString();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return (number < 0 ? "-" : "") + digits.charAt(0) + fraction + "e" + exponent;
  }

  /**
   * From a decimal that reads back the same, a digit less at a time for as long as there is one: a
   * decimal of n digits is one of n + 1 digits, too.
   */
  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    BigDecimal best = new BigDecimal(Double.toString(number));
    for (int digits = best.precision() - 1; digits > 0; digits--) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() != number) {
        // Above a power of two there is more room than below, so the nearest is not always the one.
        rounded = exact.round(new MathContext(digits, RoundingMode.UP));
        if (rounded.doubleValue() != number) {
          return best;
        }
      }
      best = rounded;
    }
    return best;
  }

  /** A stream's id: {@code 0x00ab...}, all its 16 digits. */
  public static String hex(long number) {
    String hex = Long.toHexString(number);
    return "0x" + "0".repeat(16 - hex.length()) + hex;
  }
}
