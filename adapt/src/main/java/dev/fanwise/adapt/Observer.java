package dev.fanwise.adapt;

/**
 * What a {@link ForwardPass} shows the outputs of its layers to: after each layer, before the
 * layer's activation function. The numbers are read at once and not kept.
 */
public interface Observer {
  /**
   * The outputs of a dense layer, or of a convolution with channels last.
   *
   * @param parameter the path of the layer's weights in the model, such as {@code blocks.3.kernel}
   * @param activations holds the outputs {@code [examples, units]}, or {@code [examples, ...,
   *     units]}, row-major
   * @param offset where they begin
   * @param count how many there are: examples · units, or examples · positions · units
   * @param units the layer's outputs for one example, or its channels
   */
  default void layer(String parameter, float[] activations, int offset, int count, int units) {
    layer(parameter, activations, offset, count, units, 1);
  }

  /** As {@link #layer(String, float[], int, int, int)}. */
  default void layer(String parameter, double[] activations, int offset, int count, int units) {
    layer(parameter, activations, offset, count, units, 1);
  }

  /**
   * The outputs of a convolution with channels first.
   *
   * @param parameter the path of the layer's weights in the model
   * @param activations holds the outputs {@code [examples, units, positions]}, row-major
   * @param offset where they begin
   * @param count how many there are: examples · units · positions
   * @param units the layer's channels
   * @param positions the numbers of one channel of one example: height · width
   */
  void layer(
      String parameter, float[] activations, int offset, int count, int units, int positions);

  /** As {@link #layer(String, float[], int, int, int, int)}. */
  void layer(
      String parameter, double[] activations, int offset, int count, int units, int positions);

  /**
   * Says that the next part of the batch comes, for a pass that runs a large batch in several: all
   * layers follow once more, in the same order. What counts is the batch as a whole.
   */
  default void nextPart() {}

  /**
   * Whether the layers that are still to come in this part of the batch will not be looked at. A
   * pass may then leave them out, which halves the time of a fit, or may ignore this.
   */
  default boolean isDone() {
    return false;
  }
}
