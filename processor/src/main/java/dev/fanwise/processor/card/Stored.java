package dev.fanwise.processor.card;

import dev.fanwise.HalfPrecision;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.runtime.HalfFloats;

/** Numbers as fields hold them. */
final class Stored {
  private Stored() {}

  /** A number rounded to a type of elements: once to floats, and from there to 16 bits. */
  static double of(double value, ElementType type) {
    return switch (type) {
      case DOUBLE -> value;
      case FLOAT -> (float) value;
      case BF16, FP16 -> {
        HalfPrecision precision = HalfPrecision.valueOf(type.name());
        yield HalfFloats.toFloat(HalfFloats.of((float) value, precision), precision);
      }
    };
  }

  /** What a number is drawn with: a float for 16-bit numbers, too. */
  static double drawnAs(double value, ElementType type) {
    return type == ElementType.DOUBLE ? value : (float) value;
  }
}
