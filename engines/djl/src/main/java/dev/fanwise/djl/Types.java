package dev.fanwise.djl;

import ai.djl.ndarray.types.DataType;

/** DJL's types. Not all: the native side of its engines may end the process for those left out. */
final class Types {
  private Types() {}

  static dev.fanwise.runtime.DataType of(String name, DataType type) {
    switch (type) {
      case FLOAT16:
        return dev.fanwise.runtime.DataType.F16;
      case FLOAT32:
        return dev.fanwise.runtime.DataType.F32;
      case FLOAT64:
        return dev.fanwise.runtime.DataType.F64;
      default:
        throw new IllegalArgumentException(
            name + " is of type " + type + "; Fanwise draws FLOAT32, FLOAT64 and FLOAT16");
    }
  }
}
