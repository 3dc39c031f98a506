package dev.fanwise.processor.card;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.ParameterPlan;

/** Draws parameters as generated classes of a random stream do: one class a stream. */
interface StreamDraws {
  /** The draws of a stream; a new one does not compile without its class. */
  static StreamDraws of(RandomEngine engine, long seed) {
    return switch (engine) {
      case FANWISE -> new OwnDraws(seed);
      case TORCH -> new TorchDraws(seed);
      case JAX -> new JaxDraws(seed);
    };
  }

  /**
   * Fills a tensor with the first elements of a parameter.
   *
   * @param count how many; all of them where numbers follow each other
   */
  void fill(ParameterPlan parameter, Tensor tensor, long count);

  /** A law that is not known, of which nothing is drawn. */
  static void unknown() {
    throw new IllegalStateException("its numbers are known at run time only");
  }
}
