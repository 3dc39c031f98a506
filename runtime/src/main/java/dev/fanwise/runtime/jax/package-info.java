/**
 * JAX's numbers, for people and for generated code: {@link dev.fanwise.runtime.jax.JaxKeys}, {@link
 * dev.fanwise.runtime.jax.JaxVariance}, {@link dev.fanwise.runtime.jax.JaxFill}.
 */
package dev.fanwise.runtime.jax;
