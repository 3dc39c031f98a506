package dev.fanwise;

/**
 * The activation function that follows a layer; it decides the gain of a scheme.
 *
 * <p>The first six have PyTorch's gains ({@code torch.nn.init.calculate_gain}). The others have the
 * exact gain 1/√E[f(z)²] for a standard normal z, which keeps the second moment of the signal as He
 * et al. (2015) do for rectifiers.
 */
public enum Nonlinearity {
  /** The identity: gain 1. */
  LINEAR,
  /** 1/(1 + e⁻ˣ): gain 1, as in PyTorch. */
  SIGMOID,
  /** tanh: gain 5/3, as in PyTorch. */
  TANH,
  /** max(0, x): gain √2. */
  RELU,
  /** max(0, x) + a·min(0, x): gain √(2/(1 + a²)). */
  LEAKY_RELU,
  /** Scaled exponential linear unit: gain 3/4, as in PyTorch. */
  SELU,
  /** Exponential linear unit with α = 1: gain 1.2451983007. */
  ELU,
  /** x·Φ(x): gain 1.5335304412. */
  GELU,
  /** x·sigmoid(x), also called swish: gain 1.6765324703. */
  SILU,
  /** x·tanh(ln(1 + eˣ)): gain 1.4868475813. */
  MISH,
  /** x·min(max(x + 3, 0), 6)/6: gain 1.7366572128. */
  HARD_SWISH,
  /** ln(1 + eˣ): gain 1.0418668355. */
  SOFTPLUS
}
