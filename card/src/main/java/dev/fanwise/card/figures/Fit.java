package dev.fanwise.card.figures;

/**
 * Whether elements are as their law says.
 *
 * @param verdict what came out
 * @param distance Kolmogorov and Smirnov's distance, or NaN where that is not what was looked at
 * @param critical the distance from which on they are not as the law says, likewise
 */
public record Fit(Verdict verdict, double distance, double critical) {
  /** What comes out. */
  public enum Verdict {
    /** Nothing to compare. */
    UNTESTED("not tested"),
    /** Nothing speaks against it. */
    AS_DRAWN("as drawn"),
    /** Other than the law says: by training or loading, say. */
    CHANGED("changed"),
    /** All 0, where the law says otherwise. */
    UNDRAWN("not drawn");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    /** In two words. */
    public String text() {
      return text;
    }
  }

  /** The level of the test: the chance that weights as drawn are called changed. */
  public static final double LEVEL = 1e-6;

  static final Fit UNTESTED = of(Verdict.UNTESTED);

  static Fit of(Verdict verdict) {
    return new Fit(verdict, Double.NaN, Double.NaN);
  }
}
