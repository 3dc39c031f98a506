package dev.fanwise.engines;

/** What a parameter does in its layer. */
public enum ParameterKind {
  /** What inputs are multiplied with; also a table of embeddings. */
  WEIGHT,
  /** What a recurrent layer's own last state is multiplied with. */
  RECURRENT_WEIGHT,
  /** What is added to outputs. */
  BIAS,
  /** The factor of a normalisation: gamma. */
  SCALE,
  /** What a normalisation adds: beta. */
  SHIFT,
  /** A running mean or variance, which training writes and no rule draws. */
  RUNNING_STATISTIC,
  /** The slope of an activation function, such as PReLU's. */
  SLOPE,
  /** Any other. */
  OTHER;

  /**
   * Whether it is multiplied with inputs or states: {@link #WEIGHT} or {@link #RECURRENT_WEIGHT}.
   */
  public boolean isWeight() {
    return this == WEIGHT || this == RECURRENT_WEIGHT;
  }
}
