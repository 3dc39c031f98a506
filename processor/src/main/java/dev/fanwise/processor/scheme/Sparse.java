package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Intent;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.SparsePattern;
import java.util.List;

/**
 * {@code @SparseInit}: normal, with ceil(sparsity · outputs) zeros for each input.
 *
 * <p>Martens (ICML 2010), section 5.
 */
public record Sparse(double sparsity, double std) implements Scheme {
  static Sparse read(Arguments arguments) {
    return new Sparse(arguments.number("sparsity"), arguments.number("std"));
  }

  @Override
  public String annotation() {
    return "SparseInit";
  }

  @Override
  public void check(Complaints complaints) {
    if (!(sparsity >= 0 && sparsity <= 1)) {
      complaints.add("sparsity", Problem.SPARSITY, Numbers.text(sparsity), complaints.field());
    }
    Needs.positive("std", std, complaints, Problem.STD_ZERO);
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.matrix(this, geometry, complaints);
  }

  @Override
  public Intent intent() {
    return Intent.of(Intent.Basis.FAN_IN);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    String others = "others normal, std " + Numbers.text(std);
    if (!geometry.isKnown()) {
      return new Resolution(
          new Law.Symbolic(
              "SparsePattern",
              "of",
              true,
              false,
              List.of(new Law.Argument("sparsity", sparsity), new Law.Argument("std", std))),
          List.of("zeros in each column = ceil(" + Numbers.text(sparsity) + " * outputs)", others));
    }
    // PyTorch looks at the dimensions alone, as for the fans.
    SparsePattern pattern = SparsePattern.of(geometry.ofFans().channels(), sparsity, std);
    return new Resolution(
        new Law.Structured(
            "Sparse",
            "fill",
            true,
            false,
            List.of(
                new Law.Argument("rows", pattern.rows),
                new Law.Argument("rowStep", pattern.rowStep),
                new Law.Argument("columns", pattern.columns),
                new Law.Argument("columnStep", pattern.columnStep),
                new Law.Argument("zeros", pattern.zeros),
                new Law.Argument("std", std)),
            pattern),
        List.of(
            "zeros in each column = ceil("
                + Numbers.text(sparsity)
                + " * "
                + pattern.rows
                + ") = "
                + pattern.zeros,
            others));
  }
}
