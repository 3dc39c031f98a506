package dev.fanwise.engines;

/** The elements of an engine's parameter, in the order of its memory. */
public interface Storage {
  /** A copy: a {@code float[]}, {@code double[]}, or {@code short[]} of bits, by the type. */
  Object read();

  /** Writes all elements; the array is of the kind that {@link #read} gives. */
  void write(Object array);
}
