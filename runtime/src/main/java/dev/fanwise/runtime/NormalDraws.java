package dev.fanwise.runtime;

import dev.fanwise.Distribution;

/** The normal law; see {@link Fill#normal}. */
final class NormalDraws extends ElementDraws {
  NormalDraws(double mean, double std) {
    super(Distribution.NORMAL, mean, std, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  @Override
  FloatLaw floats() {
    float mean = (float) mean();
    float std = (float) std();
    LawChecks.FLOATS.moments(mean, std);
    return new NormalFloat(mean, std);
  }

  @Override
  DoubleLaw doubles() {
    LawChecks.DOUBLES.moments(mean(), std());
    return new NormalDouble(mean(), std());
  }

  @Override
  Draws scaled(double factor) {
    return new NormalDraws(mean(), std() * factor);
  }

  @Override
  public ParameterInfo describe(ParameterInfo.Builder parameter) {
    return parameter.normal(mean(), std());
  }
}
