package dev.fanwise.adapt;

/**
 * Sends one batch through a network and shows what each layer answered: {@code observer ->
 * forward(net, batch, observer)}.
 *
 * <p>It is called many times, on the calling thread, and must do the same each time but for the
 * weights: the same batch, nothing random such as dropout, the layers in the same order.
 */
@FunctionalInterface
public interface ForwardPass {
  /**
   * Runs the network as its weights are now.
   *
   * @param observer is to see the output of every layer
   */
  void run(Observer observer);
}
