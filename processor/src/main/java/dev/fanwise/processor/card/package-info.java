/**
 * Makes of a plan what a card is made of: parameters with their numbers, and draws by the very
 * kernels and keys of the generated class.
 *
 * <p>No class of this package, nor of {@code dev.fanwise.card}, is loaded unless {@code
 * -Afanwise.report=true} asks for it.
 */
package dev.fanwise.processor.card;
