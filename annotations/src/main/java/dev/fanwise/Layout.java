package dev.fanwise;

/** Where a weight tensor keeps its output and input channels. */
public enum Layout {
  /** {@code [out, in / groups, k...]}: PyTorch and DJL. */
  OI,
  /** {@code [k..., in / groups, out]}: Keras, TensorFlow and Flax. */
  IO
}
