package dev.fanwise.runtime;

import dev.fanwise.Distribution;

/** The uniform law; see {@link Fill#uniform}. */
final class UniformDraws extends ElementDraws {
  UniformDraws(double std, double low, double high) {
    super(Distribution.UNIFORM, low / 2 + high / 2, std, low, high);
  }

  @Override
  FloatLaw floats() {
    float low = (float) low();
    float high = (float) high();
    LawChecks.FLOATS.bounds(low, high);
    return new UniformFloat(low, high);
  }

  @Override
  DoubleLaw doubles() {
    LawChecks.DOUBLES.bounds(low(), high());
    return new UniformDouble(low(), high());
  }

  @Override
  Draws scaled(double factor) {
    // About zero the bound is multiplied itself, as where dimensions are symbolic; both are the
    // same
    // number.
    double half = (high() / 2 - low() / 2) * factor;
    return new UniformDraws(std() * factor, mean() - half, mean() + half);
  }

  @Override
  public ParameterInfo describe(ParameterInfo.Builder parameter) {
    return parameter.uniform(std(), low(), high());
  }
}
