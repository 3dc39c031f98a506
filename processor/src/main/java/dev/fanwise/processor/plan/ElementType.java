package dev.fanwise.processor.plan;

/** The numbers that weights are stored as. */
public enum ElementType {
  FLOAT("float"),
  DOUBLE("double"),
  BF16("short"),
  FP16("short");

  private final String keyword;

  ElementType(String keyword) {
    this.keyword = keyword;
  }

  /** The Java keyword of the primitive type. */
  public String keyword() {
    return keyword;
  }

  /** Whether elements are 16-bit numbers, which are drawn as floats and rounded once. */
  public boolean isHalf() {
    return this == BF16 || this == FP16;
  }

  /** What people call the type. */
  public String description() {
    return isHalf() ? name() + " number" : keyword;
  }
}
