package dev.fanwise.adapt;

/**
 * What a {@link BackwardPass} shows its gradients to.
 *
 * <p>A layer may be shown once for a whole batch or once for each example or part of it: the
 * squares are averaged over all calls.
 */
public interface Gradients {
  /**
   * The gradient of the loss in a layer's weights.
   *
   * @param parameter the weights' path in the model, such as {@code blocks.3.kernel}
   * @param gradient holds one number for each element of the weights, in any order
   * @param offset where they begin
   * @param count how many there are
   */
  void weights(String parameter, float[] gradient, int offset, int count);

  /** As {@link #weights(String, float[], int, int)}. */
  void weights(String parameter, double[] gradient, int offset, int count);
}
