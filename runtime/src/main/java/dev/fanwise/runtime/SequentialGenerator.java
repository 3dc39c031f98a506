package dev.fanwise.runtime;

/**
 * A source of random numbers in which each draw depends on how many came before, so that its state
 * must be kept to draw a tensor again.
 *
 * @param <G> the generator itself
 */
public interface SequentialGenerator<G extends SequentialGenerator<G>> {
  /**
   * What the next draws come from; later draws do not change it.
   *
   * @param <G> the generator
   */
  interface State<G> {
    /** A new generator that goes on from here. */
    G generator();
  }

  /** The state, as it is now. */
  State<G> state();
}
