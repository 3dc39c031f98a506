package dev.fanwise.card.figures;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers for readers, the same in every locale. */
public final class Figures {
  private static final int DIGITS = 4;
  private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private Figures() {}

  /** A number in four digits. */
  public static String brief(double number) {
    return digits(number, DIGITS);
  }

  public static String digits(double number, int digits) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.isNaN(number) ? "NaN" : number > 0 ? "∞" : "−∞";
    }
    BigDecimal exact = new BigDecimal(number);
    double rounded = exact.round(new MathContext(digits)).doubleValue();
    if (Double.isInfinite(rounded)) {
      rounded = exact.round(new MathContext(digits, RoundingMode.DOWN)).doubleValue();
    }
    String text = Decimals.text(rounded);
    return text.replace('-', '−');
  }

  /** A ratio for people who compare: 0.50, 1.41, 12.6. */
  public static String ratio(double ratio) {
    if (ratio >= 100 || ratio < 0.01) {
      return digits(ratio, 2);
    }
    return String.format(Locale.ROOT, ratio >= 10 ? "%.1f" : "%.2f", ratio);
  }

  /** A share of a whole. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  /** A count, its digits in groups of three. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A size in memory. */
  public static String bytes(long bytes) {
    double size = bytes;
    int unit = 0;
    while (size >= 1024 && unit < UNITS.length - 1) {
      size /= 1024;
      unit++;
    }
    return (unit == 0 ? Long.toString(bytes) : String.format(Locale.ROOT, "%.1f", size))
        + " "
        + UNITS[unit];
  }
}
