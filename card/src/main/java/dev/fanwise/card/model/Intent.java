package dev.fanwise.card.model;

import dev.fanwise.Nonlinearity;
import dev.fanwise.runtime.Gains;

/**
 * What a layer's standard deviation is for: gain · factor / √n.
 *
 * @param nonlinearity the activation that its scheme is for, or null if it says none
 * @param slope the negative slope, if that is {@code LEAKY_RELU}
 * @param basis how its standard deviation comes about
 * @param n the number that the scheme counts by: a fan, a mean of the fans, a side of a matrix
 * @param factor what the standard deviation is deliberately multiplied by
 */
public record Intent(
    Nonlinearity nonlinearity, double slope, Basis basis, double n, double factor) {
  /** How a standard deviation comes about. */
  public enum Basis {
    /** It is gain · factor / √n. */
    COUNTED,
    /** It is a number that the user wrote, whatever the shape. */
    WRITTEN,
    /** It may come of n, but nothing says so for certain. */
    GUESSED,
    /** By a rule of its own, which a gain does not describe. */
    OWN
  }

  /** The gain of the activation, or NaN. */
  public double gain() {
    return nonlinearity == null ? Double.NaN : Gains.of(nonlinearity, slope);
  }
}
