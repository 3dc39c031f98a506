package dev.fanwise.processor.scheme;

import dev.fanwise.Distribution;
import dev.fanwise.FanMode;

/** A scheme as JAX knows it: {@code variance_scaling(scale, mode, distribution)}. */
public record Variance(double scale, FanMode mode, Distribution distribution) {
  /** With the normals of JAX's named initialisers, which are all truncated. */
  static Variance named(double scale, FanMode mode, Distribution distribution) {
    boolean isUniform = distribution == Distribution.UNIFORM;
    return new Variance(
        scale, mode, isUniform ? Distribution.UNIFORM : Distribution.TRUNCATED_NORMAL);
  }
}
