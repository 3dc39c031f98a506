package dev.fanwise;

/** Which way the weights of a layer connect its inputs to its outputs. */
public enum Connection {
  /** A dense layer or a convolution, told apart by the rank of the weights. */
  FORWARD,
  /**
   * A transposed convolution: {@code [in, out / groups, k...]} in {@link Layout#OI} (PyTorch),
   * {@code [k..., out, in / groups]} in {@link Layout#IO} (Keras).
   */
  TRANSPOSED,
  /**
   * A depthwise convolution {@code [k..., in, multiplier]}, in {@link Layout#IO} only (Keras). In
   * {@link Layout#OI} a depthwise convolution is {@link #FORWARD} with as many groups as inputs.
   */
  DEPTHWISE
}
