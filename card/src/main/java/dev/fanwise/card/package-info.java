/**
 * The card of a model: its layers and their laws, its weights as they are, and what in it may be a
 * mistake; as a page, as JSON, and for a terminal.
 *
 * <p>{@link dev.fanwise.card.ModelCard} is the way in.
 */
package dev.fanwise.card;
