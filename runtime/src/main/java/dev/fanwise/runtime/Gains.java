package dev.fanwise.runtime;

import dev.fanwise.Nonlinearity;

/**
 * The factor by which an activation function asks for wider weights.
 *
 * <p>For {@code LINEAR} to {@code SELU} these are the values of PyTorch's {@code
 * torch.nn.init.calculate_gain}, rounding included; for the others 1/√E[f(z)²] with a standard
 * normal z, to ten decimals, which is He et al.'s condition (ICCV 2015, section 2.2) for any f.
 */
public final class Gains {
  /** The slope of LEAKY_RELU where a scheme has no member for it: PyTorch's default. */
  public static final double DEFAULT_SLOPE = 0.01;

  private Gains() {}

  /**
   * The gain of an activation function.
   *
   * @param nonlinearity the activation function
   * @param a the negative slope of {@code LEAKY_RELU}; the others do not look at it
   */
  public static double of(Nonlinearity nonlinearity, double a) {
    switch (nonlinearity) {
      case LINEAR:
      case SIGMOID:
        return 1;
      case TANH:
        return 5.0 / 3;
      case RELU:
        return Math.sqrt(2);
      case LEAKY_RELU:
        return Math.sqrt(2 / (1 + a * a));
      case SELU:
        return 3.0 / 4;
      case ELU:
        return 1.2451983007;
      case GELU:
        return 1.5335304412;
      case SILU:
        return 1.6765324703;
      case MISH:
        return 1.4868475813;
      case HARD_SWISH:
        return 1.7366572128;
      case SOFTPLUS:
        return 1.0418668355;
    }
    throw new IllegalArgumentException("unknown nonlinearity " + nonlinearity);
  }
}
