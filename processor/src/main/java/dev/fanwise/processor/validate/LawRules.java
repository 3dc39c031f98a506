package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.scheme.Complaints;
import dev.fanwise.runtime.Drawable;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether numbers of a type can hold what a law draws. */
final class LawRules {
  private LawRules() {}

  static void check(Law law, ElementType type, String annotation, Complaints complaints) {
    if (!law.isKnown()) {
      return; // Generated code checks it when the dimensions are known.
    }
    if (law instanceof Law.Constant constant) {
      checkConstant("value", constant.value(), type, complaints);
    } else if (law instanceof Law.Structured structured) {
      checkStructured(structured, type, annotation, complaints);
    } else if (checkNumbers(law, type, complaints)) {
      checkSpread(std(law), largest(law, type), type, annotation, complaints);
      if (law instanceof Law.Uniform uniform) {
        checkDistance(uniform, type, complaints);
      }
    }
  }

  /** Whether the type holds the numbers that the user gave. */
  private static boolean checkNumbers(Law law, ElementType type, Complaints complaints) {
    Map<String, Double> given = new LinkedHashMap<>();
    if (law instanceof Law.Normal normal) {
      given.put("mean", normal.mean());
    } else if (law instanceof Law.TruncatedNormal cut) {
      given.put("mean", cut.mean());
    } else if (law instanceof Law.Uniform uniform) {
      given.put("low", uniform.low().value());
      given.put("high", uniform.high().value());
    }
    for (Map.Entry<String, Double> one : given.entrySet()) {
      if (complaints.isGiven(one.getKey())
          && !checkConstant(one.getKey(), one.getValue(), type, complaints)) {
        return false;
      }
    }
    return true;
  }

  private static void checkStructured(
      Law.Structured law, ElementType type, String annotation, Complaints complaints) {
    Law.Moments moments = law.moments();
    double low = moments.low();
    double high = moments.high();
    if (Double.isInfinite(high)) {
      double std = normalStd(law);
      checkSpread(
          std, largest(new Law.Normal(0, Term.of(std)), type), type, annotation, complaints);
      return;
    }
    double largest = Math.abs(low) > Math.abs(high) ? low : high;
    checkConstant(complaints.isGiven("value") ? "value" : "gain", largest, type, complaints);
    if (law.isKeyed()) {
      checkSpread(moments.std(), 0, type, annotation, complaints);
    }
  }

  /** The standard deviation of the normals among the elements: those of all are narrower. */
  private static double normalStd(Law.Structured law) {
    return law.arguments().stream()
        .filter(argument -> argument.name().equals("std"))
        .mapToDouble(argument -> argument.value().doubleValue())
        .findFirst()
        .orElseThrow();
  }

  private static void checkSpread(
      double std, double largest, ElementType type, String annotation, Complaints complaints) {
    if (!Drawable.isSpread(std, largest, type.dataType())) {
      complaints.add(
          null,
          Problem.SPREAD,
          annotation,
          complaints.field(),
          Numbers.text(std),
          type.description());
    }
  }

  /** Bounds are not drawn themselves, so there must be a number between them. */
  private static void checkDistance(Law.Uniform law, ElementType type, Complaints complaints) {
    boolean isDouble = type == ElementType.DOUBLE;
    double low = law.low().value();
    double high = law.high().value();
    boolean nothingBetween =
        isDouble ? Math.nextUp(low) >= high : Math.nextUp((float) low) >= (float) high;
    if (nothingBetween) {
      complaints.add(
          complaints.isGiven("low") ? "low" : "high",
          Problem.BOUNDS_NEAR,
          Numbers.text(low),
          Numbers.text(high),
          complaints.field(),
          isDouble ? "double" : "float");
    }
  }

  /** Whether the type holds a number. */
  private static boolean checkConstant(
      String member, double value, ElementType type, Complaints complaints) {
    boolean fits = Math.abs(value) <= Drawable.most(type.dataType());
    if (!fits) {
      complaints.add(
          member,
          Problem.CONSTANT_VALUE,
          member,
          Numbers.text(value),
          complaints.field(),
          type.description());
    }
    return fits;
  }

  private static double std(Law law) {
    if (law instanceof Law.Uniform uniform) {
      return uniform.std().value();
    }
    return law instanceof Law.Normal normal
        ? normal.std().value()
        : ((Law.TruncatedNormal) law).std().value();
  }

  private static double largest(Law law, ElementType type) {
    if (law instanceof Law.Uniform uniform) {
      return Math.max(Math.abs(uniform.low().value()), Math.abs(uniform.high().value()));
    }
    double mean =
        law instanceof Law.Normal normal ? normal.mean() : ((Law.TruncatedNormal) law).mean();
    return Drawable.largestOfNormal(mean, std(law), type.dataType());
  }
}
