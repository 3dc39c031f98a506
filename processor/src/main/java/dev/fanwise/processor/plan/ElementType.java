package dev.fanwise.processor.plan;

import dev.fanwise.runtime.DataType;

/** The numbers that weights are stored as. */
public enum ElementType {
  FLOAT("float", DataType.F32),
  DOUBLE("double", DataType.F64),
  BF16("short", DataType.BF16),
  FP16("short", DataType.F16);

  private final String keyword;
  private final DataType dataType;

  ElementType(String keyword, DataType dataType) {
    this.keyword = keyword;
    this.dataType = dataType;
  }

  /** The type as the runtime and files of weights call it. */
  public DataType dataType() {
    return dataType;
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
