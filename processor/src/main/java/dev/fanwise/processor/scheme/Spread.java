package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.runtime.Truncation;

/** From a standard deviation to a law with that standard deviation around zero. */
final class Spread {
  /** Where variance-scaling schemes cut a truncated normal, in its own standard deviations. */
  private static final double CUT = 2;

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
        // Grouped as PyTorch has it, √3·std, for the same bits.
        Term bound = derivation.name("bound", Term.of(3).sqrt().times(named));
        derivation.line("bound = sqrt(3) * std" + bound.result());
        return derivation.of(new Law.Uniform(named, bound.negated(), bound));
      }
      case NORMAL -> {
        return derivation.of(new Law.Normal(0, named));
      }
      case TRUNCATED_NORMAL -> {
        Term cut = Term.of(Truncation.STD_AT_TWO);
        Term sigma = derivation.name("sigma", named.over(cut));
        derivation.line(
            "sigma = std / "
                + Numbers.text(Truncation.STD_AT_TWO)
                + sigma.result()
                + ", cut at 2 sigma");
        return derivation.of(new Law.TruncatedNormal(0, sigma, -CUT, CUT));
      }
    }
    throw new IllegalArgumentException("unknown distribution " + distribution);
  }

  /** Uniform between −bound and bound. */
  static Resolution uniform(Term bound, Derivation derivation) {
    Term named = derivation.name("bound", bound);
    Term std = derivation.name("std", named.over(Term.of(3).sqrt()));
    return derivation.of(new Law.Uniform(std, named.negated(), named));
  }
}
