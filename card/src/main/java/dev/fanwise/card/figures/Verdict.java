package dev.fanwise.card.figures;

/**
 * A layer's standard deviation beside the one that it is measured against.
 *
 * @param kind what to make of it
 * @param activation the activation that the layer's scheme is for, or null
 * @param gain the gain that its standard deviation amounts to, or NaN if it has none
 * @param ideal the standard deviation that it is measured against
 * @param ratio the standard deviation over that
 * @param isByRole whether it is measured against layers of the same role
 * @param ground what it is measured against, as a sentence, or null
 */
public record Verdict(
    Kind kind,
    String activation,
    double gain,
    double ideal,
    double ratio,
    boolean isByRole,
    String ground) {
  /** What to make of a ratio. */
  public enum Kind {
    /** As the others have it. */
    ON_LINE,
    /** Off the line, with nothing that explains it. */
    ODD,
    /** Off the line, but an output, after which no activation follows. */
    OUTPUT,
    /** Nothing says where the line is. */
    UNKNOWN
  }
}
