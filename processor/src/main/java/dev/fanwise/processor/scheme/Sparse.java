package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Channels;
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
    Needs.rank(2, 2, this, geometry, complaints, Problem.SPARSE_RANK);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Channels channels = geometry.channels();
    int rows = channels.outAxis;
    int columns = Math.toIntExact(geometry.elements() / rows);
    int zeros = (int) Math.ceil(sparsity * rows);
    double overall = std * Math.sqrt(1 - (double) zeros / rows);
    return new Resolution(
        new Law.Structured(
            "Sparse",
            "fill",
            true,
            false,
            List.of(
                new Law.Argument("rows", rows),
                new Law.Argument("rowStep", channels.outStep),
                new Law.Argument("columns", columns),
                new Law.Argument("columnStep", columnStep(channels)),
                new Law.Argument("zeros", zeros),
                new Law.Argument("std", std)),
            new Law.Moments(0, overall, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)),
        List.of(
            "zeros in each column = ceil(" + Numbers.text(sparsity) + " * " + rows + ") = " + zeros,
            "others normal, std " + Numbers.text(std)));
  }

  private static long columnStep(Channels channels) {
    return channels.outStep == 1 ? channels.outAxis : 1;
  }
}
