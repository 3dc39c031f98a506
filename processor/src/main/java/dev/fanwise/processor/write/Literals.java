package dev.fanwise.processor.write;

import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Numbers;
import java.util.List;

/** Java literals; JavaPoet's own turn {@code 0.1f} into {@code 0.1}. */
final class Literals {
  private Literals() {}

  /** A count or an index: {@code 784}, {@code 200_704}, {@code 4_000_000_000L}. */
  static String integer(long number) {
    StringBuilder digits = new StringBuilder(Long.toString(number));
    if (Math.abs(number) >= 10_000) {
      int first = number < 0 ? 1 : 0;
      for (int at = digits.length() - 3; at > first; at -= 3) {
        digits.insert(at, '_');
      }
    }
    return number == (int) number ? digits.toString() : digits + "L";
  }

  /** A stream's id. */
  static String hex(long number) {
    return Numbers.hex(number) + "L";
  }

  /** A number, rounded once to what the elements are drawn as: floats for 16-bit numbers. */
  static String of(double number, ElementType type) {
    return type == ElementType.DOUBLE ? of(number) : Numbers.text((float) number) + "f";
  }

  /** An argument of a kernel: an integer or a double. */
  static String of(Number number) {
    return number instanceof Double ? of(number.doubleValue()) : integer(number.longValue());
  }

  /** A double. */
  static String of(double number) {
    if (number == Double.POSITIVE_INFINITY) {
      return "Double.POSITIVE_INFINITY";
    }
    if (number == Double.NEGATIVE_INFINITY) {
      return "Double.NEGATIVE_INFINITY";
    }
    String text = Numbers.text(number);
    return text.contains(".") || text.contains("e") ? text : text + ".0";
  }

  /** Dimensions as arguments: {@code 256, 784}. */
  static String arguments(List<Integer> shape) {
    return String.join(", ", shape.stream().map(Literals::integer).toList());
  }

  /** Known dimensions as arguments. */
  static String dimensions(List<Dimension> shape) {
    return arguments(shape.stream().map(Dimension::value).toList());
  }
}
