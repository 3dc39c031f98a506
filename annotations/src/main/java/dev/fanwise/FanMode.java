package dev.fanwise;

/** Which number of connections a variance is divided by. */
public enum FanMode {
  /** The connections into one output unit: keeps the variance of activations going forward. */
  FAN_IN,
  /** The connections out of one input unit: keeps the variance of gradients going backward. */
  FAN_OUT,
  /** The arithmetic mean of both. */
  FAN_AVG,
  /** The geometric mean of both. */
  FAN_GEO_AVG
}
