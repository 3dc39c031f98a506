package dev.fanwise.card.model;

/**
 * What speaks against the reading of a shape.
 *
 * @param kind what may be read wrongly
 * @param text what it is, in a sentence
 * @param advice what to do
 */
public record Doubt(Kind kind, String text, String advice) {
  /** What may be read wrongly. */
  public enum Kind {
    /** The order of the dimensions. */
    LAYOUT,
    /** Whether channels are divided by the groups. */
    GROUPS,
    /** How long a bias is. */
    BIAS_LENGTH
  }
}
