package dev.fanwise.processor.engines;

import dev.fanwise.RandomEngine;
import dev.fanwise.runtime.JaxKeys;
import dev.fanwise.runtime.TorchGenerator;

/** Draws a model's parameters one after the other, by the runtime called by hand. */
final class Hand {
  private final TorchGenerator generator;
  private final long seed;
  private int number;

  Hand(RandomEngine engine, long seed) {
    this.generator = engine == RandomEngine.TORCH ? TorchGenerator.seeded(seed) : null;
    this.seed = seed;
  }

  /** The elements of the next parameter, row-major. */
  double[] next(EngineField field) {
    return generator != null
        ? field.law().torch(generator, field.kind(), field.elements())
        : field.law().jax(JaxKeys.fold(JaxKeys.of(seed), number++), field.kind(), field.elements());
  }
}
