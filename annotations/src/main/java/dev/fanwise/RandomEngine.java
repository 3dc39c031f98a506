package dev.fanwise;

/** Where the random numbers of a model come from. */
public enum RandomEngine {
  /** Fanwise's own stream: every parameter and element has its own bits, in any order. */
  FANWISE,
  /**
   * The numbers of PyTorch 2.13 on a CPU, as if {@code torch.manual_seed(seed)} were followed by
   * the {@code torch.nn.init} call of each parameter, in the order of the fields.
   */
  TORCH,
  /**
   * The numbers of JAX 0.10: parameter number n draws with {@code fold_in(PRNGKey(seed), n)}, as
   * with Flax NNX's {@code Rngs(seed)}.
   */
  JAX
}
