package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import java.util.Optional;

/**
 * {@code @LenetInit}: ±factor / fan_in.
 *
 * <p>LeCun et al. (1998), appendix A.
 */
public record Lenet(double factor, String of) implements Scheme {
  static Lenet read(Arguments arguments) {
    return new Lenet(arguments.number("factor"), arguments.text("of"));
  }

  @Override
  public String annotation() {
    return "LenetInit";
  }

  @Override
  public Optional<String> otherField() {
    return of.isEmpty() ? Optional.empty() : Optional.of(of);
  }

  @Override
  public void check(Complaints complaints) {
    Needs.positive("factor", factor, complaints, Problem.SCALE);
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    if (of.isEmpty()) {
      Needs.fans(this, geometry, complaints, Problem.LECUN_RANK);
    }
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Term fanIn = geometry.fanIn();
    Term bound = Term.of(factor).over(fanIn);
    return Spread.uniform(
        bound,
        Derivation.ofFans(geometry, of.isEmpty() ? "" : " of " + of)
            .line(
                "bound = " + Numbers.text(factor) + " / fan_in",
                Numbers.text(factor) + " / " + fanIn.text(),
                bound));
  }
}
