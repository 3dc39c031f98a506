package dev.fanwise.processor.card;

import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.runtime.Keys;

/** Draws of Fanwise's own stream. */
final class OwnDraws extends KeyedDraws {
  private final long seed;

  OwnDraws(long seed) {
    this.seed = seed;
  }

  @Override
  long key(ParameterPlan parameter) {
    return Keys.fold(seed, parameter.stream().id());
  }

  @Override
  void uniform(Tensor tensor, long key, double low, double high) {
    tensor.uniform(key, low, high);
  }

  @Override
  void normal(Tensor tensor, long key, double mean, double std) {
    tensor.normal(key, mean, std);
  }

  @Override
  void truncatedNormal(Tensor tensor, long key, Law.TruncatedNormal cut) {
    tensor.truncatedNormal(key, cut.mean(), cut.std().value(), cut.lower(), cut.upper());
  }
}
