package dev.fanwise.checkpoint;

import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.ParameterInfo;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;

/** What a file's header says of one tensor: its name, type and shape, which give its size. */
class TensorEntry {
  /**
   * The order of tensors in a file: large elements first, so that each tensor is aligned to its
   * elements, then by type and name, as the format's own library has it.
   */
  static final Comparator<TensorEntry> FILE_ORDER =
      new Comparator<TensorEntry>() {
        private final Utf8Order names = new Utf8Order();

        @Override
        public int compare(TensorEntry a, TensorEntry b) {
          if (a.dataType != b.dataType) {
            int wider = b.dataType.bytes() - a.dataType.bytes();
            return wider != 0 ? wider : a.dataType.compareTo(b.dataType);
          }
          return names.compare(a.name, b.name);
        }
      };

  private final String name;
  private final int[] shape;
  private final DataType dataType;
  private final long elements;

  TensorEntry(ParameterInfo info) {
    this.name = info.name();
    this.shape = info.shape();
    this.dataType = info.dataType();
    this.elements = countElements();
  }

  /**
   * Checks a parameter's name, and adds it to those that are taken.
   *
   * @throws IllegalArgumentException if a file cannot have it, or not twice
   */
  static void checkName(String name, Set<String> taken) {
    if (name == null || name.isEmpty()) {
      throw new IllegalArgumentException("a parameter has no name: " + name);
    }
    if (name.equals(SafetensorsHeader.METADATA)) {
      throw new IllegalArgumentException(
          name + " is the name of a parameter, but a safetensors file keeps its metadata there");
    }
    if (!taken.add(name)) {
      throw new IllegalArgumentException(
          name + " is the name of two parameters, but each tensor of a file needs its own");
    }
  }

  final String name() {
    return name;
  }

  final int[] shape() {
    return shape;
  }

  final DataType dataType() {
    return dataType;
  }

  final long elements() {
    return elements;
  }

  /** The bytes that its elements take in a file. */
  final long bytes() {
    return elements * dataType.bytes();
  }

  /** By division: an overflow must not pass for a small tensor. */
  private long countElements() {
    long count = 1;
    for (int dimension : shape) {
      if (dimension < 0) {
        throw new IllegalArgumentException(
            name + " has shape " + shapeText() + " with a negative dimension");
      }
      if (dimension > 0 && count > Long.MAX_VALUE / 8 / dimension) {
        throw new IllegalArgumentException(
            name + " has shape " + shapeText() + " with too many elements");
      }
      count *= dimension;
    }
    return count;
  }

  final String shapeText() {
    return Arrays.toString(shape);
  }
}
