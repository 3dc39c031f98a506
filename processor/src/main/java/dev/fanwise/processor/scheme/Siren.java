package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;

/**
 * {@code @SirenInit}: ±1 / fan_in in the first layer, ±√(6 / fan_in) / ω₀ in the others.
 *
 * <p>Sitzmann et al. (NeurIPS 2020), section 3.2.
 */
public record Siren(double omega0, boolean first) implements Scheme {
  static Siren read(Arguments arguments) {
    return new Siren(arguments.number("omega0"), arguments.flag("first"));
  }

  @Override
  public String annotation() {
    return "SirenInit";
  }

  @Override
  public void check(Complaints complaints) {
    Needs.positive("omega0", omega0, complaints, Problem.OMEGA);
  }

  @Override
  public void checkTensor(Geometry geometry, Complaints complaints) {
    Needs.fans(this, geometry, complaints, Problem.SIREN_RANK);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Term fanIn = geometry.fanIn();
    Term bound =
        first ? Term.of(1).over(fanIn) : Term.of(6).over(fanIn).sqrt().over(Term.of(omega0));
    String formula = first ? "bound = 1 / fan_in" : "bound = sqrt(6 / fan_in) / omega0";
    String numbers =
        first ? "1 / " + fanIn.text() : "sqrt(6 / " + fanIn.text() + ") / " + Numbers.text(omega0);
    Derivation derivation = Derivation.ofFans(geometry, "").line(formula, numbers, bound);
    if (!bound.isKnown() && !first) {
      derivation.line("omega0 = " + Numbers.text(omega0));
    }
    return Spread.uniform(bound, derivation);
  }
}
