package dev.fanwise.processor.plan;

/**
 * A dimension of a tensor, or another count of a layer: a number, or what the model says when it
 * exists.
 *
 * @param value the number, or 0
 * @param symbol where the number comes from, or null for a known one
 */
public record Dimension(int value, Symbol symbol) {
  public static Dimension of(int value) {
    return new Dimension(value, null);
  }

  public static Dimension of(Symbol symbol) {
    return new Dimension(0, symbol);
  }

  /** Whether the number is known. */
  public boolean isKnown() {
    return symbol == null;
  }

  /** The number, or the name of where it comes from. */
  @Override
  public String toString() {
    return isKnown() ? Integer.toString(value) : symbol.name();
  }
}
