package dev.fanwise.dl4j;

import dev.fanwise.engines.EngineParameter;
import dev.fanwise.runtime.DataType;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A parameter with the layer that it belongs to. */
final class NetParameter {
  /** The name in the network, such as {@code 0_W}. */
  final String name;

  /** The name in the layer. */
  final String key;

  /** The layer's settings, or null of a vertex that has none. */
  final Layer layer;

  final INDArray array;
  final boolean frozen;

  NetParameter(String name, String key, Layer layer, INDArray array, boolean frozen) {
    this.name = name;
    this.key = key;
    this.layer = layer;
    this.array = array;
    this.frozen = frozen;
  }

  /** The dimensions in the order of memory: those of an array of order 'f' the other way round. */
  int[] memoryShape() {
    long[] shape = array.shape();
    int[] dimensions = new int[shape.length];
    for (int i = 0; i < shape.length; i++) {
      long dimension = array.ordering() == 'f' ? shape[shape.length - 1 - i] : shape[i];
      dimensions[i] = Math.toIntExact(dimension);
    }
    return dimensions;
  }

  /** The length, of what is a vector with further dimensions of 1. */
  int[] length() {
    return new int[] {Math.toIntExact(array.length())};
  }

  /**
   * What it is.
   *
   * @param weights the layer's weights, for a bias; null if there are none
   * @throws IllegalArgumentException if the type is none that Fanwise draws
   */
  EngineParameter read(NetParameter weights) {
    if (array.length() * type().bytes() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          name + " has " + array.length() + " elements, whose bytes no buffer of a JVM holds");
    }
    return Layers.describe(this, weights, type());
  }

  /** The type as Fanwise has it. */
  DataType type() {
    switch (array.dataType()) {
      case FLOAT:
        return DataType.F32;
      case DOUBLE:
        return DataType.F64;
      case HALF:
        return DataType.F16;
      default:
        throw new IllegalArgumentException(
            name + " is of type " + array.dataType() + "; Fanwise draws FLOAT, DOUBLE and HALF");
    }
  }
}
