package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.runtime.Formulas;

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
    Needs.fans(this, geometry, complaints);
  }

  @Override
  public Resolution resolve(Geometry geometry) {
    Wording formula = new Wording(first ? Formulas.FIRST_SIREN : Formulas.SIREN);
    Wording numbers = formula.with("omega0", omega0);
    Term bound =
        first
            ? geometry.formula(numbers.text(), Formulas::firstSiren, "firstSiren")
            : geometry.formula(
                numbers.text(), fans -> Formulas.siren(omega0, fans), "siren", omega0);
    Derivation derivation =
        Derivation.ofFans(geometry, "").line("bound", formula, numbers.with(geometry), bound);
    if (!bound.isKnown() && !first) {
      derivation.line("omega0 = " + Numbers.text(omega0));
    }
    return Spread.uniform(bound, derivation);
  }
}
