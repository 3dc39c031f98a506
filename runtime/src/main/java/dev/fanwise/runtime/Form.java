package dev.fanwise.runtime;

import dev.fanwise.Distribution;

/** The forms that schemes have: what a formula or a pattern makes of a tensor. */
final class Form {
  /** A law's standard deviation, or bound, from a tensor. */
  interface Formula {
    double of(Tensor tensor);
  }

  private Form() {}

  /** A law about zero with the standard deviation that a formula gives. */
  static Scheme spread(String annotation, Distribution distribution, Formula formula) {
    return new Scheme(annotation) {
      @Override
      Draws draws(Tensor tensor) {
        double std = formula.of(tensor);
        switch (distribution) {
          case UNIFORM:
            double bound = Formulas.bound(std);
            return Draws.uniform(std, -bound, bound);
          case NORMAL:
            return Draws.normal(0, std);
          case TRUNCATED_NORMAL:
            return Draws.truncatedNormal(0, Formulas.sigma(std), -Truncation.CUT, Truncation.CUT);
        }
        throw new IllegalArgumentException("unknown distribution " + distribution);
      }
    };
  }

  /** Uniform between minus and plus the bound that a formula gives. */
  static Scheme bounded(String annotation, Formula formula) {
    return new Scheme(annotation) {
      @Override
      Draws draws(Tensor tensor) {
        double bound = formula.of(tensor);
        return Draws.uniform(Formulas.stdOfBound(bound), -bound, bound);
      }
    };
  }

  /** The same law for every tensor. */
  static Scheme fixed(String annotation, Draws draws) {
    return new Scheme(annotation) {
      @Override
      Draws draws(Tensor tensor) {
        return draws;
      }
    };
  }

  /** What a pattern writes. */
  interface Placement {
    Pattern on(Tensor tensor);
  }

  static Scheme placed(String annotation, Placement placement) {
    return new Scheme(annotation) {
      @Override
      Draws draws(Tensor tensor) {
        return Draws.of(placement.on(tensor), tensor.elements());
      }
    };
  }
}
