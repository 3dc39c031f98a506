package dev.fanwise.adapt;

/**
 * Works out the gradients of a loss in a network's weights, as they are now: {@code gradients ->
 * backward(net, batch, gradients)}. It must do the same each time but for the weights.
 */
@FunctionalInterface
public interface BackwardPass {
  /**
   * Runs the network and its backward pass.
   *
   * @param gradients is to see the gradient in the weights of every layer
   */
  void run(Gradients gradients);
}
