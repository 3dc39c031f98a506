/**
 * Makes of a plan what a card is made of: parameters with their numbers, and draws by the very
 * kernels and keys of the generated class.
 *
 * <p>No class of this package is loaded unless {@code -Afanwise.report=true} asks for it, and none
 * of {@code dev.fanwise.card} but the rules for doubtful shapes.
 */
package dev.fanwise.processor.card;
