package dev.fanwise.card.figures;

import dev.fanwise.HalfPrecision;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.HalfFloats;

/** Numbers as fields hold them. */
final class Stored {
  private Stored() {}

  /** A number rounded to a type of elements: once to floats, and from there to 16 bits. */
  static double of(double value, DataType type) {
    return switch (type) {
      case F64 -> value;
      case F32 -> (float) value;
      case BF16 -> of((float) value, HalfPrecision.BF16);
      case F16 -> of((float) value, HalfPrecision.FP16);
    };
  }

  private static double of(float value, HalfPrecision precision) {
    return HalfFloats.toFloat(HalfFloats.of(value, precision), precision);
  }
}
