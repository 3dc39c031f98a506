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

  private static BigDecimal shortest(double number) {
    BigDecimal exact = new BigDecimal(number);
    for (int digits = 1; ; digits++) {
      // Above a power of two there is more room than below, so the nearest is not always the one.
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.UP}) {
        BigDecimal rounded = exact.round(new MathContext(digits, mode));
        if (rounded.doubleValue() == number) {
          return rounded;
        }
      }
    }
  }

  /** A stream's id: {@code 0x00ab...}, all its 16 digits. */
  public static String hex(long number) {
    String hex = Long.toHexString(number);
    return "0x" + "0".repeat(16 - hex.length()) + hex;
  }
}
