package dev.fanwise.processor.plan;

/** What kind of field holds a tensor. */
public enum Storage {
  /** One array, row by row. */
  FLAT,
  /** Arrays of arrays, a level for each dimension. */
  NESTED,
  /** A {@code FloatBuffer} or {@code DoubleBuffer}, row by row. */
  BUFFER
}
