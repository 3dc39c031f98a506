package dev.fanwise.processor.card;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.card.model.Parameter;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import java.util.ArrayList;
import java.util.List;

/** Fans of shapes that are not known yet, by the names of their dimensions. */
final class FanFormulas {
  /** A product of numbers and names over another. */
  private static final class Quotient {
    private long above = 1;
    private long below = 1;
    private final List<String> namesAbove = new ArrayList<>();
    private final List<String> namesBelow = new ArrayList<>();

    Quotient times(List<Dimension> factors) {
      for (Dimension factor : factors) {
        if (factor.isKnown()) {
          above *= factor.value();
        } else {
          namesAbove.add(factor.toString());
        }
      }
      return this;
    }

    Quotient over(Dimension divisor) {
      if (divisor.isKnown()) {
        below *= divisor.value();
      } else {
        namesBelow.add(divisor.toString());
      }
      return this;
    }

    String text() {
      if (above % below == 0) {
        above /= below;
        below = 1;
      }
      String product = product(above, namesAbove);
      return below == 1 && namesBelow.isEmpty()
          ? product
          : product + " / " + product(below, namesBelow);
    }

    private static String product(long number, List<String> names) {
      List<String> factors = new ArrayList<>(names);
      if (number != 1 || names.isEmpty()) {
        factors.add(Long.toString(number));
      }
      return String.join(" · ", factors);
    }
  }

  private FanFormulas() {}

  /** The formulas of a shape that has fans. */
  static Parameter.FanNumbers of(Geometry geometry) {
    Geometry of = geometry.ofFans();
    List<Dimension> shape = geometry.shape();
    int rank = geometry.rank();
    boolean isFirst = geometry.layout() == Layout.OI;
    Dimension first = shape.get(isFirst ? 0 : rank - 2);
    Dimension second = shape.get(isFirst ? 1 : rank - 1);
    List<Dimension> kernel = isFirst ? shape.subList(2, rank) : shape.subList(0, rank - 2);
    Dimension groups = of.groups();
    Dimension parts = Dimension.of(of.parts());
    Quotient in = new Quotient().times(kernel);
    Quotient out = new Quotient().times(kernel);
    if (of.connection() == Connection.DEPTHWISE) {
      out.times(List.of(second));
    } else if (of.connection() == Connection.TRANSPOSED) {
      // OI is [in, out / groups, k...], IO is [k..., out, in / groups].
      in.times(List.of(isFirst ? first : second));
      out.times(List.of(isFirst ? second : first));
      (isFirst ? in : out).over(groups);
      of.stride().forEach(step -> in.over(Dimension.of(step)));
      out.over(parts);
    } else {
      // OI is [out, in / groups, k...], IO is [k..., in / groups, out].
      in.times(List.of(isFirst ? second : first));
      out.times(List.of(isFirst ? first : second)).over(groups).over(parts);
    }
    return new Parameter.FanNumbers(Double.NaN, Double.NaN, in.text(), out.text());
  }
}
