package dev.fanwise.runtime;

/** How one element of a parameter is stored; the names are those of the safetensors format. */
public enum DataType {
  /** A {@code float}. */
  F32(4),
  /** A {@code double}. */
  F64(8),
  /** The upper half of a {@code float} in a {@code short}. */
  BF16(2),
  /** An IEEE 754 half-precision number in a {@code short}. */
  F16(2);

  private final int bytes;

  DataType(int bytes) {
    this.bytes = bytes;
  }

  /** The bytes that one element takes. */
  public int bytes() {
    return bytes;
  }
}
