package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Formulas;
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
      Needs.fans(this, geometry, complaints);
    }
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Wording formula = new Wording(Formulas.LENET).with("factor", factor);
    Term bound =
        geometry.formula(formula.text(), fans -> Formulas.lenet(factor, fans), "lenet", factor);
    return Spread.uniform(
        bound,
        Derivation.ofFans(geometry, of.isEmpty() ? "" : " of " + of)
            .line("bound", formula, formula.with(geometry), bound));
  }
}
