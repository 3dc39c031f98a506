package dev.fanwise.tensorflow;

import dev.fanwise.engines.Drawing;
import dev.fanwise.runtime.DataType;
import java.util.function.Consumer;
import org.tensorflow.RawTensor;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TType;

/** Tensors of TensorFlow's, with the bits that are written: none goes through its conversions. */
final class Tensors {
  private Tensors() {}

  /** A tensor whose memory is filled by a writer. */
  static Tensor of(DataType type, int[] shape, Consumer<RawTensor> writer) {
    Shape dimensions = Shape.of(longs(shape));
    switch (type) {
      case F32:
        return TFloat32.tensorOf(dimensions, tensor -> writer.accept(tensor.asRawTensor()));
      case F64:
        return TFloat64.tensorOf(dimensions, tensor -> writer.accept(tensor.asRawTensor()));
      case F16:
        return TFloat16.tensorOf(dimensions, tensor -> writer.accept(tensor.asRawTensor()));
      default:
        return TBfloat16.tensorOf(dimensions, tensor -> writer.accept(tensor.asRawTensor()));
    }
  }

  private static long[] longs(int[] shape) {
    long[] longs = new long[shape.length];
    for (int i = 0; i < shape.length; i++) {
      longs[i] = shape[i];
    }
    return longs;
  }

  /** A tensor with a parameter's elements, which are drawn in pieces. */
  static Tensor drawn(Drawing drawing) {
    return of(
        drawing.parameter().dataType(),
        drawing.parameter().shape(),
        tensor -> drawing.inChunks((array, count, from) -> write(tensor, array, count, from)));
  }

  /** Writes elements from a place on. */
  static void write(RawTensor tensor, Object array, int count, long from) {
    ByteDataBuffer bytes = tensor.data();
    if (array instanceof float[]) {
      bytes.asFloats().offset(from).write((float[]) array, 0, count);
    } else if (array instanceof double[]) {
      bytes.asDoubles().offset(from).write((double[]) array, 0, count);
    } else {
      bytes.asShorts().offset(from).write((short[]) array, 0, count);
    }
  }

  /** All elements. */
  static Object read(RawTensor tensor, DataType type) {
    ByteDataBuffer bytes = tensor.data();
    int elements = Math.toIntExact(tensor.shape().size());
    Object array = Drawing.newArray(type, elements);
    if (array instanceof float[]) {
      bytes.asFloats().read((float[]) array, 0, elements);
    } else if (array instanceof double[]) {
      bytes.asDoubles().read((double[]) array, 0, elements);
    } else {
      bytes.asShorts().read((short[]) array, 0, elements);
    }
    return array;
  }

  /** Fanwise's name of a type. */
  static DataType typeOf(String name, Class<? extends TType> type) {
    if (type == TFloat32.class) {
      return DataType.F32;
    } else if (type == TFloat64.class) {
      return DataType.F64;
    } else if (type == TFloat16.class) {
      return DataType.F16;
    } else if (type == TBfloat16.class) {
      return DataType.BF16;
    }
    throw new IllegalArgumentException(
        name
            + " is of type "
            + type.getSimpleName()
            + "; Fanwise draws TFloat32, TFloat64, TFloat16 and TBfloat16");
  }
}
