package dev.fanwise.peers;

/** What is drawn, the same as in the benchmarks of Fanwise alone. */
public enum Law {
  UNIFORM,
  NORMAL,
  /** Cut at two standard deviations. */
  TRUNCATED;

  /** A uniform weight lies between minus and plus this. */
  static final float BOUND = 0.07f;

  /** The standard deviation of a normal weight, and of a truncated one before the cut. */
  static final float STD = 0.04f;
}
