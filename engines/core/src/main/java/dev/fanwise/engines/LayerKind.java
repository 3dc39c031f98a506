package dev.fanwise.engines;

/** What a layer is, as far as its weights' law depends on it. */
public enum LayerKind {
  /** A matrix between all inputs and all outputs. */
  DENSE,
  /** A convolution: plain, grouped or depthwise, of any number of dimensions. */
  CONVOLUTION,
  /** A transposed convolution. */
  TRANSPOSED_CONVOLUTION,
  /** A table that is looked up. */
  EMBEDDING,
  /** An LSTM, a GRU or a plain recurrent layer. */
  RECURRENT,
  /** Batch, layer or group normalisation. */
  NORMALIZATION,
  /** The projections to queries, keys and values. */
  ATTENTION,
  /** The projection that is behind the heads of an attention. */
  ATTENTION_OUTPUT,
  /** An activation function with parameters of its own, such as PReLU. */
  ACTIVATION,
  /** Any other, whose geometry is not known. */
  OTHER
}
