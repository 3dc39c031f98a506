package dev.fanwise.dl4j;

import dev.fanwise.engines.Drawing;
import dev.fanwise.engines.Storage;
import dev.fanwise.runtime.DataType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The elements of ND4J's arrays, in the order of their memory. */
final class Memory implements Storage {
  private final INDArray array;
  private final DataType type;

  Memory(INDArray array, DataType type) {
    this.array = array;
    this.type = type;
  }

  /**
   * Lets somebody write all elements: into ND4J's own memory on a CPU, else into an array that is
   * assigned afterwards.
   */
  void fill(Consumer<ByteBuffer> writer) {
    ByteBuffer own = shared(array, type);
    if (own != null) {
      writer.accept(own);
      return;
    }
    INDArray copy = Nd4j.createUninitialized(array.dataType(), array.shape(), array.ordering());
    writer.accept(bytes(copy, type));
    array.assign(copy);
  }

  /** ND4J's own memory, or null where it cannot be had in one piece. */
  static ByteBuffer shared(INDArray array, DataType type) {
    boolean isCpu = Nd4j.getBackend().getEnvironment().isCPU();
    return isCpu && isInOnePiece(array) ? bytes(array, type) : null;
  }

  /** The memory of a whole array; the address is that of its first element, also of a view. */
  private static ByteBuffer bytes(INDArray array, DataType type) {
    long size = array.length() * type.bytes();
    Pointer first = array.data().addressPointer();
    return new BytePointer(first)
        .position(0)
        .limit(size)
        .asByteBuffer()
        .order(ByteOrder.nativeOrder());
  }

  /** Whether elements follow each other in the array's own order. */
  private static boolean isInOnePiece(INDArray array) {
    long step = 1;
    int rank = array.rank();
    for (int i = 0; i < rank; i++) {
      int axis = array.ordering() == 'f' ? i : rank - 1 - i;
      if (array.size(axis) > 1 && array.stride(axis) != step) {
        return false;
      }
      step *= array.size(axis);
    }
    return true;
  }

  @Override
  public Object read() {
    INDArray whole = shared(array, type) == null ? array.dup(array.ordering()) : array;
    ByteBuffer bytes = bytes(whole, type);
    Object copy = Drawing.newArray(type, Math.toIntExact(array.length()));
    switch (type) {
      case F32:
        bytes.asFloatBuffer().get((float[]) copy);
        break;
      case F64:
        bytes.asDoubleBuffer().get((double[]) copy);
        break;
      default:
        bytes.asShortBuffer().get((short[]) copy);
    }
    return copy;
  }

  @Override
  public void write(Object from) {
    fill(
        bytes -> {
          switch (type) {
            case F32:
              bytes.asFloatBuffer().put((float[]) from);
              break;
            case F64:
              bytes.asDoubleBuffer().put((double[]) from);
              break;
            default:
              bytes.asShortBuffer().put((short[]) from);
          }
        });
  }
}
