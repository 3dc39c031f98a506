package dev.fanwise.processor.validate;

import dev.fanwise.Layout;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.read.Mirrors;
import dev.fanwise.processor.read.ShapeUse;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.read.WeightType;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import java.math.BigInteger;
import java.util.List;

/** What holds for a {@code @Shape}, in itself and on its field. */
final class ShapeRules {
  /** The longest array that JVMs make: some keep a few words of the last two billion back. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private ShapeRules() {}

  /** Whether the dimensions are such that a scheme can be resolved. */
  static boolean isSound(ShapeUse shape) {
    List<Integer> dimensions = shape.dimensions();
    return !dimensions.isEmpty()
        && dimensions.stream().allMatch(dimension -> dimension >= 1)
        && (dimensions.size() < 2 || dividesGroups(shape));
  }

  static void check(WeightField field, ShapeUse shape, Report report) {
    List<Integer> dimensions = shape.dimensions();
    if (dimensions.isEmpty()) {
      report.add(site(field, shape, "value"), Problem.SHAPE_EMPTY, field.name());
      return;
    }
    boolean positive = true;
    for (int i = 0; i < dimensions.size(); i++) {
      if (dimensions.get(i) < 1) {
        positive = false;
        report.add(
            Site.of(field.element(), shape.annotation(), shape.entries().get(i)),
            Problem.SHAPE_DIMENSION,
            field.name(),
            dimensions.get(i),
            dimensions);
      }
    }
    if (positive) {
      checkSize(field, shape, report);
    }
    checkRank(field, shape, report);
    checkGroups(field, shape, positive, report);
  }

  private static void checkSize(WeightField field, ShapeUse shape, Report report) {
    List<Integer> dimensions = shape.dimensions();
    BigInteger elements =
        dimensions.stream().map(BigInteger::valueOf).reduce(BigInteger.ONE, BigInteger::multiply);
    // Every row of nested arrays is an array of its own; only their number of elements adds up.
    boolean nested = field.type().isNested() && field.type().brackets() == dimensions.size();
    boolean fits =
        nested
            ? elements.bitLength() < Long.SIZE
                && dimensions.stream().allMatch(dimension -> dimension <= LONGEST_ARRAY)
            : elements.compareTo(BigInteger.valueOf(LONGEST_ARRAY)) <= 0;
    if (!fits) {
      report.add(
          site(field, shape, "value"),
          Problem.SHAPE_TOO_LARGE,
          field.name(),
          elements,
          LONGEST_ARRAY,
          nested
              ? ""
              : ", or a nested array such as " + array(field, Math.max(2, dimensions.size())));
    }
  }

  private static void checkRank(WeightField field, ShapeUse shape, Report report) {
    int brackets = field.type().brackets();
    int rank = shape.dimensions().size();
    if (field.type().elementType() != null && field.type().isNested() && brackets != rank) {
      report.add(
          site(field, shape, "value"),
          Problem.NESTED_RANK,
          field.name(),
          field.type().text(),
          shape.dimensions(),
          count(rank),
          rank == 1 ? array(field, 1) : array(field, rank) + " or as flat " + array(field, 1),
          count(brackets));
    }
  }

  private static void checkGroups(
      WeightField field, ShapeUse shape, boolean positive, Report report) {
    int groups = shape.groups();
    Site site = site(field, shape, "groups");
    if (groups < 1) {
      report.add(site, Problem.GROUPS, groups, field.name());
    } else if (groups > 1 && shape.dimensions().size() < 2) {
      report.add(site, Problem.GROUPS_RANK, groups, field.name(), shape.dimensions());
    } else if (positive && shape.dimensions().size() >= 2 && !dividesGroups(shape)) {
      int out = outputs(shape);
      report.add(site, Problem.GROUPS_DIVIDE, groups, field.name(), out, shape.dimensions(), out);
    }
  }

  private static boolean dividesGroups(ShapeUse shape) {
    return shape.groups() >= 1 && outputs(shape) % shape.groups() == 0;
  }

  private static int outputs(ShapeUse shape) {
    List<Integer> dimensions = shape.dimensions();
    return dimensions.get(shape.layout() == Layout.OI ? 0 : dimensions.size() - 1);
  }

  /** An array type that the field could have. */
  private static String array(WeightField field, int brackets) {
    ElementType type = field.type().elementType();
    return WeightType.arrayText(type == null ? ElementType.FLOAT : type, brackets);
  }

  private static String count(int dimensions) {
    return dimensions == 1 ? "1 dimension" : dimensions + " dimensions";
  }

  private static Site site(WeightField field, ShapeUse shape, String member) {
    return Site.of(field.element(), shape.annotation(), Mirrors.given(shape.annotation(), member));
  }
}
