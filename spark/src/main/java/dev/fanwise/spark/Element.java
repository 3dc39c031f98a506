package dev.fanwise.spark;

import dev.fanwise.HalfPrecision;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.HalfFloats;
import dev.fanwise.runtime.LazyParameter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.apache.hadoop.fs.FSDataInputStream;

/** One element of a tensor: its bits and its value. */
record Element(long bits, double value) {
  static Element drawn(LazyParameter parameter, long element) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    parameter.draw(element, 1, bytes);
    return of(bytes.getLong(0), parameter.info().dataType());
  }

  static Element read(FSDataInputStream in, long position, DataType type) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    in.readFully(position, bytes.array(), 0, type.bytes());
    return of(bytes.getLong(0), type);
  }

  private static Element of(long bits, DataType type) {
    return new Element(
        bits,
        switch (type) {
          case F64 -> Double.longBitsToDouble(bits);
          case F32 -> Float.intBitsToFloat((int) bits);
          case BF16 -> HalfFloats.toFloat((short) bits, HalfPrecision.BF16);
          case F16 -> HalfFloats.toFloat((short) bits, HalfPrecision.FP16);
        });
  }

  /** The place of an element in a tensor of this shape, row by row. */
  static long[] index(int[] shape, long element) {
    long[] index = new long[shape.length];
    long left = element;
    for (int i = shape.length - 1; i >= 0; i--) {
      index[i] = left % shape[i];
      left /= shape[i];
    }
    return index;
  }
}
