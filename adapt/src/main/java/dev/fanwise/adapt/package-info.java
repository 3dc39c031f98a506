/**
 * Initialisation that looks at data: weights that are drawn already are scaled by what a batch
 * makes of them.
 *
 * <ul>
 *   <li>{@link dev.fanwise.adapt.Lsuv}: every layer's output has variance 1.
 *   <li>{@link dev.fanwise.adapt.DataDependent}: every unit's output has variance 1 and, by its
 *       bias, mean 0; with gradients all layers change at the same rate.
 * </ul>
 *
 * <p>Either needs a {@link dev.fanwise.adapt.ForwardPass}, of whatever library, and changes nothing
 * if it fails.
 */
package dev.fanwise.adapt;
