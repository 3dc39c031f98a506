package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.runtime.Formulas;
import dev.fanwise.runtime.Truncation;

/** From a standard deviation to a law with that standard deviation around zero. */
final class Spread {
  private Spread() {}

  /**
   * The law of a variance-scaling scheme.
   *
   * @param std the standard deviation that elements shall have
   * @param derivation how that came about; the lines for the law's own numbers follow
   */
  static Resolution of(Distribution distribution, Term std, Derivation derivation) {
    Term named = derivation.name("std", std);
    switch (distribution) {
      case UNIFORM -> {
        Term bound = derivation.name("bound", named.in("bound", Formulas.BOUND, Formulas::bound));
        derivation.line("bound", Formulas.BOUND, bound);
        return derivation.of(new Law.Uniform(named, bound.negated(), bound));
      }
      case NORMAL -> {
        return derivation.of(new Law.Normal(0, named));
      }
      case TRUNCATED_NORMAL -> {
        Term sigma = derivation.name("sigma", named.in("sigma", Formulas.SIGMA, Formulas::sigma));
        derivation.line("sigma = " + Formulas.SIGMA + sigma.result() + ", cut at 2 sigma");
        return derivation.of(new Law.TruncatedNormal(0, sigma, -Truncation.CUT, Truncation.CUT));
      }
    }
    throw new IllegalArgumentException("unknown distribution " + distribution);
  }

  /** Uniform between −bound and bound. */
  static Resolution uniform(Term bound, Derivation derivation) {
    Term named = derivation.name("bound", bound);
    Term std =
        derivation.name("std", named.in("stdOfBound", Formulas.STD_OF_BOUND, Formulas::stdOfBound));
    return derivation.of(new Law.Uniform(std, named.negated(), named));
  }
}
