package dev.fanwise.processor.validate;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Step;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.scheme.Complaints;
import dev.fanwise.runtime.Drawable;
import dev.fanwise.runtime.Fans;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether numbers of a type can hold what a law draws. */
final class LawRules {
  private static final Fans FEWEST_FANS = fans(1, 1);

  /** Both are 2^200, more than any tensor has. */
  private static final Fans MOST_FANS =
      fans(1 << 30, 1 << 30, 1 << 30, 1 << 30, 1 << 30, 1 << 30, 1 << 30, 1 << 20);

  private LawRules() {}

  private static Fans fans(int... shape) {
    return Fans.of(shape, Layout.OI, Connection.FORWARD, 1, new int[0], 1);
  }

  static void check(
      Law law, List<Step> steps, ElementType type, String annotation, Complaints complaints) {
    if (!law.isKnown()) {
      if (checkNumbers(law, type, complaints)) {
        checkFactor(law, steps, type, annotation, complaints);
      }
      return; // Generated code checks the rest when all numbers are known.
    }
    law.accept(
        new Law.Cases<Boolean>(
            constant -> checkConstant("value", constant.value(), type, complaints),
            // Bounds of no extent have nothing between them, which is not a second fault.
            uniform ->
                checkDrawn(law, type, annotation, complaints)
                    && checkDistance(uniform, type, complaints),
            normal -> checkDrawn(law, type, annotation, complaints),
            cut ->
                checkDrawn(law, type, annotation, complaints)
                    && checkDistance(cut, type, complaints),
            structured -> checkStructured(structured, type, annotation, complaints),
            symbolic -> true));
  }

  private static boolean checkDrawn(
      Law law, ElementType type, String annotation, Complaints complaints) {
    return checkNumbers(law, type, complaints)
        && checkSpread(
            std(law).orElseThrow().value(), largest(law, type), type, annotation, complaints);
  }

  /** Whether there are fans at all with which something could be drawn. */
  private static void checkFactor(
      Law law, List<Step> steps, ElementType type, String annotation, Complaints complaints) {
    Optional<Term> std = std(law);
    if (std.isEmpty()) {
      return;
    }
    double most = std.get().at(FEWEST_FANS, steps);
    double least = std.get().at(MOST_FANS, steps);
    if (most == 0 || Double.isInfinite(least) || Double.isNaN(most)) {
      checkSpread(most, most, type, annotation, complaints);
    }
  }

  /** Whether the type holds the numbers that the user gave. */
  private static boolean checkNumbers(Law law, ElementType type, Complaints complaints) {
    Map<String, Double> given =
        law.accept(
            new Law.Cases<Map<String, Double>>(
                constant -> Map.of(),
                uniform -> uniform.isKnown() ? bounds(uniform) : Map.of(),
                normal -> Map.of("mean", normal.mean()),
                cut -> Map.of("mean", cut.mean()),
                structured -> Map.of(),
                symbolic -> Map.of()));
    for (Map.Entry<String, Double> one : given.entrySet()) {
      if (complaints.isGiven(one.getKey())
          && !checkConstant(one.getKey(), one.getValue(), type, complaints)) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, Double> bounds(Law.Uniform uniform) {
    Map<String, Double> bounds = new LinkedHashMap<>();
    bounds.put("low", uniform.low().value());
    bounds.put("high", uniform.high().value());
    return bounds;
  }

  private static boolean checkStructured(
      Law.Structured law, ElementType type, String annotation, Complaints complaints) {
    Law.Moments moments = law.moments();
    double low = moments.low();
    double high = moments.high();
    if (Double.isInfinite(high)) {
      double std = normalStd(law);
      return checkSpread(
          std, largest(new Law.Normal(0, Term.of(std)), type), type, annotation, complaints);
    }
    double largest = Math.abs(low) > Math.abs(high) ? low : high;
    boolean isGiven = false;
    for (String member : List.of("value", "gain")) {
      if (complaints.isGiven(member)) {
        checkConstant(member, largest, type, complaints);
        isGiven = true;
      }
    }
    return !law.isKeyed()
        || checkSpread(moments.std(), isGiven ? 0 : largest, type, annotation, complaints);
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
  private static boolean checkDistance(Law.Uniform law, ElementType type, Complaints complaints) {
    boolean isDouble = type == ElementType.DOUBLE;
    double low = law.low().value();
    double high = law.high().value();
    // Where draws are floats, the bounds are.
    Optional<String> missing =
        nothingBetween(isDouble ? low : (float) low, isDouble ? high : (float) high, type);
    missing.ifPresent(
        numbers ->
            complaints.add(
                complaints.isGiven("low") ? "low" : "high",
                Problem.BOUNDS_NEAR,
                "low = " + Numbers.text(low),
                "high = " + Numbers.text(high),
                complaints.field(),
                numbers));
    return missing.isEmpty();
  }

  private static boolean checkDistance(
      Law.TruncatedNormal law, ElementType type, Complaints complaints) {
    double low = law.mean() + law.lower() * law.std().value();
    double high = law.mean() + law.upper() * law.std().value();
    Optional<String> missing = nothingBetween(low, high, type);
    missing.ifPresent(
        numbers ->
            complaints.add(
                complaints.isGiven("std") ? "std" : null,
                Problem.BOUNDS_NEAR,
                "mean + lower * std = " + Numbers.text(low),
                "mean + upper * std = " + Numbers.text(high),
                complaints.field(),
                numbers));
    return missing.isEmpty();
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

  /** The standard deviation that elements are drawn with one by one, if they are. */
  private static Optional<Term> std(Law law) {
    return law.accept(
        new Law.Cases<Optional<Term>>(
            constant -> Optional.empty(),
            uniform -> Optional.of(uniform.std()),
            normal -> Optional.of(normal.std()),
            cut -> Optional.of(cut.std()),
            structured -> Optional.empty(),
            symbolic -> Optional.empty()));
  }

  /** The largest element that is drawn, but for a chance that nobody lives to see. */
  private static double largest(Law law, ElementType type) {
    return law.accept(
        new Law.Cases<>(
            constant -> Math.abs(constant.value()),
            uniform -> Math.max(Math.abs(uniform.low().value()), Math.abs(uniform.high().value())),
            normal -> largest(normal.mean(), normal.std(), type),
            cut -> largest(cut.mean(), cut.std(), type),
            structured -> structured.moments().high(),
            symbolic -> Double.NaN));
  }

  private static double largest(double mean, Term std, ElementType type) {
    return Drawable.largestOfNormal(mean, std.value(), type.dataType());
  }
}
