package dev.fanwise.processor.card;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.runtime.JaxKeys;

/** Draws of JAX's numbers. */
final class JaxDraws extends KeyedDraws {
  private final long seed;

  JaxDraws(long seed) {
    this.seed = seed;
  }

  @Override
  long key(ParameterPlan parameter) {
    return JaxKeys.fold(JaxKeys.of(seed), parameter.stream().number());
  }

  @Override
  void uniform(Tensor tensor, long key, double low, double high) {
    tensor.jaxUniform(key, low, high);
  }

  @Override
  void normal(Tensor tensor, long key, double mean, double std) {
    tensor.jaxNormal(key, mean, std);
  }

  @Override
  void truncatedNormal(Tensor tensor, long key, Law.TruncatedNormal cut) {
    tensor.jaxTruncatedNormal(key, cut.mean(), cut.std().value(), cut.lower(), cut.upper());
  }
}
