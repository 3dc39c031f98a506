package dev.fanwise.card.figures;

/**
 * A value that many elements have.
 *
 * @param value the value, as the field holds it
 * @param share the share of the elements that have it, by the law
 */
public record Atom(double value, double share) {}
