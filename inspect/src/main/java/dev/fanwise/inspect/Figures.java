package dev.fanwise.inspect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in a terminal, the same in every locale. */
final class Figures {
  private Figures() {}

  /** A number in four digits, or a dash. */
  static String brief(double number) {
    if (Double.isNaN(number)) {
      return "-";
    }
    BigDecimal rounded = new BigDecimal(number).round(new MathContext(4)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return number == 0 || exponent >= -5 && exponent <= 9
        ? rounded.toPlainString()
        : rounded.toString().replace("E+", "e").replace("E", "e");
  }

  static String ratio(double ratio) {
    return Double.isNaN(ratio) ? "-" : String.format(Locale.ROOT, "%.2f", ratio);
  }

  static String count(double number) {
    return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%,d", (long) number);
  }
}
