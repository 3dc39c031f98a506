/**
 * What the numbers of PyTorch and of JAX have in common: {@link dev.fanwise.runtime.parity.Fused}
 * operations, floats taken apart ({@link dev.fanwise.runtime.parity.FloatParts}), what arguments
 * must be like ({@link dev.fanwise.runtime.parity.ParityChecks}), and {@link
 * dev.fanwise.runtime.parity.NewerAndroid}. The module does not export it.
 */
package dev.fanwise.runtime.parity;
