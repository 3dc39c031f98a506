/**
 * The weight card: a page and a JSON file about the weights of a class, made from its plan with the
 * numbers and draws that the generated class will have.
 *
 * <p>No class of this package is loaded unless {@code -Afanwise.report=true} asks for it.
 */
package dev.fanwise.processor.card;
