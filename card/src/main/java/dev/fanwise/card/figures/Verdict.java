package dev.fanwise.card.figures;

/**
 * A layer's standard deviation beside the one that keeps the variance of the signal.
 *
 * @param kind what to make of it
 * @param activation the activation that the layer's scheme is for, or null
 * @param gain the gain that its standard deviation amounts to
 * @param ideal the standard deviation that the model's gain would make
 * @param ratio the standard deviation over that
 */
public record Verdict(Kind kind, String activation, double gain, double ideal, double ratio) {
  /** What to make of a ratio. */
  public enum Kind {
    /** As the model's gain has it. */
    ON_LINE,
    /** Off the line, with nothing that explains it. */
    ODD,
    /** Off the line, but the last layer, with the gain of an output without activation. */
    OUTPUT,
    /** Nothing says where the line is. */
    UNKNOWN
  }

  static Verdict of(Layer layer, Reference reference, boolean isLast) {
    double ideal = layer.stdOf(reference.gainFor(layer));
    double ratio = layer.std() / ideal;
    return new Verdict(
        kind(layer, reference, ratio, isLast),
        layer.activation(),
        layer.actualGain(),
        ideal,
        ratio);
  }

  private static Kind kind(Layer layer, Reference reference, double ratio, boolean isLast) {
    if (Reference.isNear(ratio)) {
      return Kind.ON_LINE;
    }
    boolean isJudged =
        reference.kind() == Reference.Kind.MAJORITY
            || reference.kind() == Reference.Kind.COMMON
            || reference.kind() == Reference.Kind.OWN && layer.activation() != null;
    if (!isJudged) {
      return Kind.UNKNOWN;
    }
    return isLast && Reference.isNear(layer.actualGain()) ? Kind.OUTPUT : Kind.ODD;
  }
}
