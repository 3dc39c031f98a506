package dev.fanwise.djl;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import dev.fanwise.engines.Storage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** The elements of DJL's arrays. */
final class Memory implements Storage {
  private final NDArray array;
  private final dev.fanwise.runtime.DataType type;
  private final int elements;

  Memory(NDArray array, dev.fanwise.runtime.DataType type) {
    this.array = array;
    this.type = type;
    this.elements = Math.toIntExact(array.size());
  }

  /**
   * Lets somebody write all elements: into the engine's own memory where it can be had, else into a
   * buffer that is handed to the engine afterwards.
   *
   * @param writer is given the bytes of all elements, in the order of the machine
   */
  void fill(Consumer<ByteBuffer> writer) {
    ByteBuffer own = shared(array);
    if (own != null) {
      writer.accept(own);
      return;
    }
    ByteBuffer buffer =
        ByteBuffer.allocateDirect(Math.multiplyExact(elements, type.bytes()))
            .order(ByteOrder.nativeOrder());
    writer.accept(buffer);
    buffer.rewind();
    array.set(buffer);
  }

  /** The engine's own memory, or null where it cannot be had. */
  static ByteBuffer shared(NDArray array) {
    if (!array.getDevice().equals(Device.cpu())) {
      return null;
    }
    ByteBuffer buffer = array.toByteBuffer(true);
    ByteBuffer again = array.toByteBuffer(true);
    return buffer.isDirect() && isSame(buffer, again)
        ? buffer.order(ByteOrder.nativeOrder())
        : null;
  }

  /** Of an array that is not contiguous, an engine gives a copy, each time another one. */
  private static boolean isSame(ByteBuffer buffer, ByteBuffer again) {
    if (buffer.capacity() == 0) {
      return false;
    }
    byte first = buffer.get(0);
    buffer.put(0, (byte) ~first);
    boolean isSame = again.get(0) == (byte) ~first;
    buffer.put(0, first);
    return isSame;
  }

  @Override
  public Object read() {
    ByteBuffer bytes = array.toByteBuffer(true).order(ByteOrder.nativeOrder());
    Object copy = dev.fanwise.engines.Drawing.newArray(type, elements);
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
