package dev.fanwise.adapt;

import dev.fanwise.HalfPrecision;
import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.HalfFloats;
import java.nio.Buffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** One array or buffer of numbers that a parameter's elements, or a row of them, lie in. */
abstract class Leaf {
  abstract int length();

  abstract double get(int index);

  /** Writes a number, rounded to the type of the elements. */
  abstract void set(int index, double value);

  /** The numbers as they are now, elsewhere. */
  abstract Leaf copy();

  /** Writes a {@link #copy} back, bit for bit. */
  abstract void restore(Leaf copy);

  /** The leaf of an array or buffer, or null if elements of this type do not lie in such. */
  static Leaf of(Object storage, DataType type) {
    if (storage instanceof float[] && type == DataType.F32) {
      return new Floats((float[]) storage);
    }
    if (storage instanceof double[] && type == DataType.F64) {
      return new Doubles((double[]) storage);
    }
    if (storage instanceof short[] && type.bytes() == Short.BYTES) {
      return new Halves(
          (short[]) storage, type == DataType.BF16 ? HalfPrecision.BF16 : HalfPrecision.FP16);
    }
    if (storage instanceof FloatBuffer && type == DataType.F32) {
      return new FloatsInBuffer((FloatBuffer) storage);
    }
    if (storage instanceof DoubleBuffer && type == DataType.F64) {
      return new DoublesInBuffer((DoubleBuffer) storage);
    }
    return null;
  }

  private static final class Floats extends Leaf {
    private final float[] array;

    Floats(float[] array) {
      this.array = array;
    }

    @Override
    int length() {
      return array.length;
    }

    @Override
    double get(int index) {
      return array[index];
    }

    @Override
    void set(int index, double value) {
      array[index] = (float) value;
    }

    @Override
    Leaf copy() {
      return new Floats(array.clone());
    }

    @Override
    void restore(Leaf copy) {
      System.arraycopy(((Floats) copy).array, 0, array, 0, array.length);
    }
  }

  private static final class Doubles extends Leaf {
    private final double[] array;

    Doubles(double[] array) {
      this.array = array;
    }

    @Override
    int length() {
      return array.length;
    }

    @Override
    double get(int index) {
      return array[index];
    }

    @Override
    void set(int index, double value) {
      array[index] = value;
    }

    @Override
    Leaf copy() {
      return new Doubles(array.clone());
    }

    @Override
    void restore(Leaf copy) {
      System.arraycopy(((Doubles) copy).array, 0, array, 0, array.length);
    }
  }

  private static final class Halves extends Leaf {
    private final short[] array;
    private final HalfPrecision precision;

    Halves(short[] array, HalfPrecision precision) {
      this.array = array;
      this.precision = precision;
    }

    @Override
    int length() {
      return array.length;
    }

    @Override
    double get(int index) {
      return HalfFloats.toFloat(array[index], precision);
    }

    @Override
    void set(int index, double value) {
      array[index] = HalfFloats.of((float) value, precision);
    }

    @Override
    Leaf copy() {
      return new Halves(array.clone(), precision);
    }

    @Override
    void restore(Leaf copy) {
      System.arraycopy(((Halves) copy).array, 0, array, 0, array.length);
    }
  }

  /** All of a buffer, whatever its position and limit. */
  private static final class FloatsInBuffer extends Leaf {
    private final FloatBuffer buffer;

    FloatsInBuffer(FloatBuffer buffer) {
      this.buffer = buffer.duplicate();
      ((Buffer) this.buffer).clear(); // as Buffer: FloatBuffer has the method since Java 9 only
    }

    @Override
    int length() {
      return buffer.capacity();
    }

    @Override
    double get(int index) {
      return buffer.get(index);
    }

    @Override
    void set(int index, double value) {
      buffer.put(index, (float) value);
    }

    @Override
    Leaf copy() {
      float[] copy = new float[length()];
      buffer.duplicate().get(copy);
      return new Floats(copy);
    }

    @Override
    void restore(Leaf copy) {
      buffer.duplicate().put(((Floats) copy).array);
    }
  }

  /** All of a buffer, whatever its position and limit. */
  private static final class DoublesInBuffer extends Leaf {
    private final DoubleBuffer buffer;

    DoublesInBuffer(DoubleBuffer buffer) {
      this.buffer = buffer.duplicate();
      ((Buffer) this.buffer).clear(); // as Buffer: DoubleBuffer has the method since Java 9 only
    }

    @Override
    int length() {
      return buffer.capacity();
    }

    @Override
    double get(int index) {
      return buffer.get(index);
    }

    @Override
    void set(int index, double value) {
      buffer.put(index, value);
    }

    @Override
    Leaf copy() {
      double[] copy = new double[length()];
      buffer.duplicate().get(copy);
      return new Doubles(copy);
    }

    @Override
    void restore(Leaf copy) {
      buffer.duplicate().put(((Doubles) copy).array);
    }
  }
}
