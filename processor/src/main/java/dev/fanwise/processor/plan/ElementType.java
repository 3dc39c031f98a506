package dev.fanwise.processor.plan;

/** The primitive type that weights are stored in. */
public enum ElementType {
  FLOAT("float"),
  DOUBLE("double");

  private final String keyword;

  ElementType(String keyword) {
    this.keyword = keyword;
  }

  /** The Java keyword. */
  public String keyword() {
    return keyword;
  }

  /** A number as this type holds it. */
  public double round(double number) {
    return this == FLOAT ? (float) number : number;
  }
}
