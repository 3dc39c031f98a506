package dev.fanwise.processor.plan;

import dev.fanwise.Nonlinearity;

/**
 * What a scheme says of the layer that its weights belong to: what a reader needs to judge their
 * standard deviation by.
 *
 * @param nonlinearity the activation that the scheme is for, or null if it says none
 * @param slope the negative slope, if that is {@code LEAKY_RELU}
 * @param basis the number n of which the scheme makes std = gain / sqrt(n)
 * @param factor what the standard deviation is deliberately multiplied by
 */
public record Intent(Nonlinearity nonlinearity, double slope, Basis basis, double factor) {
  /** What a standard deviation is counted by. */
  public enum Basis {
    FAN_IN,
    FAN_OUT,
    FAN_AVG,
    FAN_GEO_AVG,
    /** The longer side of a matrix with orthonormal rows or columns. */
    LONGER_SIDE,
    /** A rule of its own, which a gain does not describe. */
    OWN
  }

  /** A scheme that says nothing of activations. */
  public static Intent of(Basis basis) {
    return new Intent(null, 0, basis, 1);
  }

  /** The same, with the standard deviation multiplied. */
  public Intent times(double more) {
    return new Intent(nonlinearity, slope, basis, factor * more);
  }
}
