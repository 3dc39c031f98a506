package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Step;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.scheme.Complaints;
import dev.fanwise.runtime.Drawable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether numbers of a type can hold what a law draws. */
final class LawRules {
  /** More than any tensor has. */
  private static final double MOST_FANS = 0x1p200;

  private LawRules() {}

  static void check(
      Law law, List<Step> steps, ElementType type, String annotation, Complaints complaints) {
    if (!law.isKnown()) {
      if (checkNumbers(law, type, complaints)) {
        checkFactor(law, steps, type, annotation, complaints);
      }
      return; // Generated code checks the rest when all numbers are known.
    }
    if (law instanceof Law.Constant constant) {
      checkConstant("value", constant.value(), type, complaints);
    } else if (law instanceof Law.Structured structured) {
      checkStructured(structured, type, annotation, complaints);
    } else if (checkNumbers(law, type, complaints)) {
      boolean isSpread =
          checkSpread(std(law).value(), largest(law, type), type, annotation, complaints);
      // Bounds of no extent have nothing between them, which is not a second fault.
      if (isSpread && law instanceof Law.Uniform uniform) {
        checkDistance(uniform, type, complaints);
      } else if (isSpread && law instanceof Law.TruncatedNormal cut) {
        checkDistance(cut, type, complaints);
      }
    }
  }

  /** Whether there are fans at all with which something could be drawn. */
  private static void checkFactor(
      Law law, List<Step> steps, ElementType type, String annotation, Complaints complaints) {
    if (law instanceof Law.Symbolic) {
      return;
    }
    double most = std(law).at(1, steps);
    double least = std(law).at(MOST_FANS, steps);
    if (most == 0 || Double.isInfinite(least) || Double.isNaN(most)) {
      checkSpread(most, most, type, annotation, complaints);
    }
  }

  /** Whether the type holds the numbers that the user gave. */
  private static boolean checkNumbers(Law law, ElementType type, Complaints complaints) {
    Map<String, Double> given = new LinkedHashMap<>();
    if (law instanceof Law.Normal normal) {
      given.put("mean", normal.mean());
    } else if (law instanceof Law.TruncatedNormal cut) {
      given.put("mean", cut.mean());
    } else if (law instanceof Law.Uniform uniform && uniform.isKnown()) {
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
    boolean isGiven = false;
    for (String member : List.of("value", "gain")) {
      if (complaints.isGiven(member)) {
        checkConstant(member, largest, type, complaints);
        isGiven = true;
      }
    }
    if (law.isKeyed()) {
      checkSpread(moments.std(), isGiven ? 0 : largest, type, annotation, complaints);
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

  /** Whether numbers of the type have the spread. */
  private static boolean checkSpread(
      double std, double largest, ElementType type, String annotation, Complaints complaints) {
    boolean isSpread = Drawable.isSpread(std, largest, type.dataType());
    if (!isSpread) {
      complaints.add(
          null,
          Problem.SPREAD,
          annotation,
          complaints.field(),
          Numbers.text(std),
          type.description());
    }
    return isSpread;
  }

  /** Bounds are not drawn themselves, so there must be a number between them. */
  private static void checkDistance(Law.Uniform law, ElementType type, Complaints complaints) {
    boolean isDouble = type == ElementType.DOUBLE;
    double low = law.low().value();
    double high = law.high().value();
    // Where draws are floats, the bounds are.
    nothingBetween(isDouble ? low : (float) low, isDouble ? high : (float) high, type)
        .ifPresent(
            numbers ->
                complaints.add(
                    complaints.isGiven("low") ? "low" : "high",
                    Problem.BOUNDS_NEAR,
                    "low = " + Numbers.text(low),
                    "high = " + Numbers.text(high),
                    complaints.field(),
                    numbers));
  }

  private static void checkDistance(
      Law.TruncatedNormal law, ElementType type, Complaints complaints) {
    double low = law.mean() + law.lower() * law.std().value();
    double high = law.mean() + law.upper() * law.std().value();
    nothingBetween(low, high, type)
        .ifPresent(
            numbers ->
                complaints.add(
                    complaints.isGiven("std") ? "std" : null,
                    Problem.BOUNDS_NEAR,
                    "mean + lower * std = " + Numbers.text(low),
                    "mean + upper * std = " + Numbers.text(high),
                    complaints.field(),
                    numbers));
  }

  /** What kind of numbers, if any, are missing between bounds; floats if not even those are. */
  private static Optional<String> nothingBetween(double low, double high, ElementType type) {
    ElementType drawn = type == ElementType.DOUBLE ? type : ElementType.FLOAT;
    return Stream.of(drawn, type)
        .filter(one -> !Drawable.isBetween(low, high, one.dataType()))
        .map(ElementType::description)
        .findFirst();
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

  private static Term std(Law law) {
    if (law instanceof Law.Uniform uniform) {
      return uniform.std();
    }
    return law instanceof Law.Normal normal ? normal.std() : ((Law.TruncatedNormal) law).std();
  }

  private static double largest(Law law, ElementType type) {
    if (law instanceof Law.Uniform uniform) {
      return Math.max(Math.abs(uniform.low().value()), Math.abs(uniform.high().value()));
    }
    double mean =
        law instanceof Law.Normal normal ? normal.mean() : ((Law.TruncatedNormal) law).mean();
    return Drawable.largestOfNormal(mean, std(law).value(), type.dataType());
  }
}
