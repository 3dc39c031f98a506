package dev.fanwise;

/** The law that a scheme draws from; its variance is set by the scheme. */
public enum Distribution {
  /** Uniform between two bounds, here ±std·√3. */
  UNIFORM,
  /** Normal. */
  NORMAL,
  /**
   * Normal, cut at ±2σ and widened so that the standard deviation after the cut is the scheme's.
   */
  TRUNCATED_NORMAL
}
