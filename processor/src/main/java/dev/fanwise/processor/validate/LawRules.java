package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.scheme.Complaints;

/** Whether numbers of a type can hold what a law draws. */
final class LawRules {
  /** The largest standard deviation of a normal that {@code Fill} takes for floats. */
  private static final double MOST_FLOAT_STD = 0x1p96;

  private LawRules() {}

  static void check(Law law, ElementType type, String annotation, Complaints complaints) {
    if (law instanceof Law.Constant constant) {
      checkConstant(constant.value(), "value", type, complaints);
    } else if (law instanceof Law.Structured structured) {
      double largest =
          Math.max(Math.abs(structured.moments().low()), Math.abs(structured.moments().high()));
      if (Double.isFinite(largest)) {
        checkConstant(largest, null, type, complaints);
      }
    } else {
      double std = std(law);
      if (!(std >= least(type)) || !(largest(law, type) <= most(type))) {
        complaints.add(
            null,
            Problem.SPREAD,
            annotation,
            complaints.field(),
            Numbers.text(std),
            type.description());
      }
    }
  }

  private static void checkConstant(
      double value, String member, ElementType type, Complaints complaints) {
    if (!(Math.abs(value) <= most(type))) {
      complaints.add(
          member,
          Problem.CONSTANT_VALUE,
          Numbers.text(value),
          complaints.field(),
          type.description());
    }
  }

  /** The largest number that does not round to infinity, or nearly so. */
  private static double most(ElementType type) {
    return switch (type) {
      case FLOAT -> Float.MAX_VALUE;
      case DOUBLE -> Double.MAX_VALUE;
      case BF16 -> 0x1.fep127;
      case FP16 -> 65504;
    };
  }

  /** Below this a uniform's step, 2⁻²³ or 2⁻⁵² of its bound, would be no normal number. */
  private static double least(ElementType type) {
    return type == ElementType.DOUBLE ? Double.MIN_NORMAL * 0x1p52 : Float.MIN_NORMAL * 0x1p23;
  }

  private static double std(Law law) {
    if (law instanceof Law.Uniform uniform) {
      return uniform.std();
    }
    return law instanceof Law.Normal normal ? normal.std() : ((Law.TruncatedNormal) law).std();
  }

  private static double largest(Law law, ElementType type) {
    if (law instanceof Law.Uniform uniform) {
      return Math.max(Math.abs(uniform.low()), Math.abs(uniform.high()));
    }
    double mean =
        law instanceof Law.Normal normal ? normal.mean() : ((Law.TruncatedNormal) law).mean();
    double std = std(law);
    return std <= MOST_FLOAT_STD || type == ElementType.DOUBLE
        ? Math.abs(mean) + 16 * std
        : Double.POSITIVE_INFINITY;
  }
}
