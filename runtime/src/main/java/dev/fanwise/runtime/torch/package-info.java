/**
 * PyTorch's numbers, for people and for generated code: {@link
 * dev.fanwise.runtime.torch.TorchGenerator}. A generator is a state by its nature, and the only one
 * in the runtime that decides bits.
 */
package dev.fanwise.runtime.torch;
