package dev.fanwise.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import dev.fanwise.engines.EngineParameter;

/** A parameter with the block that it belongs to. */
final class BlockParameter {
  /** The name in the whole model. */
  final String name;

  /** The name in the block. */
  final String key;

  final Parameter parameter;
  final Block block;

  /** The block that holds the block, or null. */
  final Block parent;

  BlockParameter(String name, String key, Parameter parameter, Block block, Block parent) {
    this.name = name;
    this.key = key;
    this.parameter = parameter;
    this.block = block;
    this.parent = parent;
  }

  /** What it is, by the array that it has. */
  EngineParameter read() {
    NDArray array = parameter.getArray();
    return read(array.getShape(), array.getDataType());
  }

  /**
   * What it is.
   *
   * @throws IllegalArgumentException if the type is none that Fanwise draws, or the shape is larger
   *     than an array
   */
  EngineParameter read(Shape shape, DataType type) {
    int[] dimensions = dimensions(name, shape);
    dev.fanwise.runtime.DataType dataType = Types.of(name, type);
    if (shape.size() * dataType.bytes() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          name + " has shape " + shape + ", whose bytes no buffer of a JVM holds");
    }
    EngineParameter.Builder builder =
        EngineParameter.of(name, dimensions)
            .dataType(dataType)
            .frozen(!parameter.requiresGradient());
    return Layers.describe(this, dimensions, builder).build();
  }

  static int[] dimensions(String name, Shape shape) {
    int[] dimensions = new int[shape.dimension()];
    long elements = 1;
    for (int i = 0; i < dimensions.length; i++) {
      elements *= Math.max(1, shape.get(i));
      if (shape.get(i) < 1 || elements > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            name + " has shape " + shape + ", which no buffer of a JVM holds");
      }
      dimensions[i] = (int) shape.get(i);
    }
    return dimensions;
  }
}
