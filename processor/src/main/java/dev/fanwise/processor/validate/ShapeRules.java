package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.read.Mirrors;
import dev.fanwise.processor.read.ShapeUse;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.read.WeightType;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import java.math.BigInteger;
import java.util.List;
import javax.lang.model.element.AnnotationValue;

/** What holds for the dimensions of a {@code @Shape}, in themselves and on their field. */
final class ShapeRules {
  private ShapeRules() {}

  /**
   * What is to be said of a shape.
   *
   * @param problems what is wrong
   * @param isSound whether a scheme can be resolved for it all the same
   */
  record Judgement(Report problems, boolean isSound) {}

  static Judgement judge(WeightField field, ShapeUse shape) {
    Report problems = new Report();
    checkOneForm(field, shape, problems);
    Report ofSize = new Report();
    if (checkDimensions(field, shape, ofSize)) {
      checkSize(field, shape, ofSize);
    }
    problems.addAll(ofSize);
    if (!shape.dimensions().isEmpty()) {
      checkRank(field, shape, problems);
    }
    Report ofConnection = new Report();
    ConnectionRules.check(field, shape, ofConnection);
    problems.addAll(ofConnection);
    boolean isSound =
        ofSize.isClean()
            && ofConnection.isClean()
            && shape.entries().stream().allMatch(use -> use.fault() == null)
            && shape.groupsOf().stream().allMatch(use -> use.fault() == null);
    return new Judgement(problems, isSound);
  }

  private static void checkOneForm(WeightField field, ShapeUse shape, Report report) {
    AnnotationValue value = Mirrors.given(shape.annotation(), "value");
    AnnotationValue dims = Mirrors.given(shape.annotation(), "dims");
    if (value != null && dims != null && !shape.dimensions().isEmpty()) {
      report.add(
          Site.of(field.element(), shape.annotation(), dims), Problem.SHAPE_TWICE, field.name());
    }
    if (Mirrors.given(shape.annotation(), "groups") != null
        && Mirrors.given(shape.annotation(), "groupsOf") != null) {
      report.add(
          site(field, shape, "groupsOf"),
          Problem.MEMBER_TWICE,
          "Shape",
          field.name(),
          "groups",
          "groupsOf",
          "groups",
          "groupsOf");
    }
  }

  /** Whether there are dimensions, and all are positive. */
  private static boolean checkDimensions(WeightField field, ShapeUse shape, Report report) {
    List<Dimension> dimensions = shape.dimensions();
    if (dimensions.isEmpty()) {
      report.add(site(field, shape, shape.member()), Problem.SHAPE_EMPTY, field.name());
      return false;
    }
    boolean positive = true;
    for (int i = 0; i < dimensions.size(); i++) {
      if (dimensions.get(i).isKnown() && dimensions.get(i).value() < 1) {
        positive = false;
        report.add(
            Site.of(field.element(), shape.annotation(), shape.entries().get(i).entry()),
            Problem.SHAPE_DIMENSION,
            field.name(),
            dimensions.get(i),
            dimensions);
      }
    }
    return positive;
  }

  private static void checkSize(WeightField field, ShapeUse shape, Report report) {
    List<Dimension> dimensions = shape.dimensions();
    BigInteger elements = elements(dimensions);
    boolean nested = field.type().isNested() && field.type().brackets() == dimensions.size();
    boolean fits = nested ? fitsNested(dimensions) : fitsFlat(field, shape);
    // For those of a type that no weights have, nested shorts, FieldRules has the advice.
    if (!fits && !field.type().isNestedShort()) {
      boolean isLazy = field.isLazy() && !nested;
      report.add(
          site(field, shape, shape.member()),
          Problem.SHAPE_TOO_LARGE,
          field.name(),
          elements,
          isLazy ? "a long counts" : "a Java array holds",
          isLazy ? Geometry.MOST_ELEMENTS : Geometry.LONGEST_ARRAY,
          nested || isLazy ? "" : advice(field, dimensions));
    }
  }

  /** Every row of nested arrays is an array of its own; only their number of elements adds up. */
  private static boolean fitsNested(List<Dimension> dimensions) {
    return elements(dimensions).bitLength() < Long.SIZE
        && dimensions.stream()
            .allMatch(
                dimension -> !dimension.isKnown() || dimension.value() <= Geometry.LONGEST_ARRAY);
  }

  /** What else than smaller dimensions there is for a shape that no array holds in a row. */
  private static String advice(WeightField field, List<Dimension> dimensions) {
    if (elements(dimensions).compareTo(BigInteger.valueOf(Geometry.MOST_ELEMENTS)) > 0) {
      return "";
    }
    String lazy = "@Lazy, which needs no array";
    if (dimensions.size() < 2 || !fitsNested(dimensions)) {
      return ", or " + lazy;
    }
    return ", a nested array such as "
        + array(field, dimensions.size())
        + (field.type().isShort() ? " without @Precision" : "")
        + ", or "
        + lazy;
  }

  private static boolean fitsFlat(WeightField field, ShapeUse shape) {
    return field.isLazy()
        ? elements(shape.dimensions()).compareTo(BigInteger.valueOf(Geometry.MOST_ELEMENTS)) <= 0
        : fitsFlat(shape);
  }

  /** Whether an array can hold a tensor in a row, as far as its dimensions are known. */
  static boolean fitsFlat(ShapeUse shape) {
    return elements(shape.dimensions()).compareTo(BigInteger.valueOf(Geometry.LONGEST_ARRAY)) <= 0;
  }

  /** The number of elements; what is not known yet is at least 1. */
  private static BigInteger elements(List<Dimension> dimensions) {
    return dimensions.stream()
        .filter(Dimension::isKnown)
        .map(dimension -> BigInteger.valueOf(dimension.value()))
        .reduce(BigInteger.ONE, BigInteger::multiply);
  }

  private static void checkRank(WeightField field, ShapeUse shape, Report report) {
    int brackets = field.type().brackets();
    int rank = shape.dimensions().size();
    if (field.type().elementType() != null && field.type().isNested() && brackets != rank) {
      report.add(
          site(field, shape, shape.member()),
          Problem.NESTED_RANK,
          field.name(),
          field.type().text(),
          shape.dimensions(),
          count(rank),
          rank == 1 ? array(field, 1) : array(field, rank) + " or as flat " + array(field, 1),
          count(brackets));
    }
  }

  /**
   * An array type that the field could have: there are nested arrays of floats and doubles only.
   */
  private static String array(WeightField field, int brackets) {
    boolean isDouble = field.type().elementType() == ElementType.DOUBLE;
    return WeightType.arrayText(isDouble ? ElementType.DOUBLE : ElementType.FLOAT, brackets);
  }

  private static String count(int dimensions) {
    return dimensions == 1 ? "1 dimension" : dimensions + " dimensions";
  }

  static Site site(WeightField field, ShapeUse shape, String member) {
    return Site.of(field.element(), shape.annotation(), Mirrors.given(shape.annotation(), member));
  }
}
