package dev.fanwise.runtime;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One parameter of a model that is drawn where it is needed, with the bits that {@code initialize}
 * gives it, though nobody holds its array. Generated classes list them: {@code
 * MlpInitializer.lazyParameters(model, seed)}.
 *
 * <p>Elements are counted row by row. A parameter may have more of them than an array can hold.
 * Where {@link #hasRanges} is true any part can be drawn alone, on any thread. Else elements depend
 * on each other (an orthogonal matrix) or on all that was drawn before (PyTorch's stream): the
 * first draw makes the whole tensor, and of all the parameters of one list only the last such
 * tensor is kept, until its last element was drawn. Draw these from one thread, from the first
 * element on.
 */
public abstract class LazyParameter {
  /** Elements that go to a buffer of bytes at once: whole tiles, and few enough for a cache. */
  static final int CHUNK = 1 << 15;

  private final ParameterInfo info;
  private final long elements;

  LazyParameter(ParameterInfo info) {
    this.info = info;
    this.elements = info.elements();
  }

  /** The parameter's path in the model, its shape, type and law. */
  public final ParameterInfo info() {
    return info;
  }

  /** The number of elements, which may exceed 2³¹. */
  public final long elements() {
    return elements;
  }

  /** Whether parts are drawn alone; else the whole tensor is in memory while it is drawn. */
  public abstract boolean hasRanges();

  /**
   * Draws elements of an F32 parameter.
   *
   * @param from the first element
   * @param count how many
   * @param into where to write
   * @param offset the first place to write
   * @throws IllegalArgumentException if the parameter is of another type, has no such elements, or
   *     they do not fit
   */
  public final void draw(long from, int count, float[] into, int offset) {
    check("float[]", info.dataType() == DataType.F32);
    check(from, count, into.length, offset);
    fill(from, count, into, offset);
  }

  /** As {@link #draw(long, int, float[], int)}, of an F64 parameter. */
  public final void draw(long from, int count, double[] into, int offset) {
    check("double[]", info.dataType() == DataType.F64);
    check(from, count, into.length, offset);
    fill(from, count, into, offset);
  }

  /** As {@link #draw(long, int, float[], int)}, of a BF16 or F16 parameter. */
  public final void draw(long from, int count, short[] into, int offset) {
    check("short[]", info.dataType().bytes() == Short.BYTES);
    check(from, count, into.length, offset);
    fill(from, count, into, offset);
  }

  /**
   * Draws elements of any type as little-endian bytes, whatever the buffer's order.
   *
   * @param from the first element
   * @param count how many
   * @param into where to write, from its position on, which moves
   * @throws IllegalArgumentException if there are no such elements, or they do not fit before the
   *     buffer's limit, or it is read-only
   */
  public final void draw(long from, int count, ByteBuffer into) {
    int width = info.dataType().bytes();
    check(from, count, into.remaining() / width, 0);
    if (into.isReadOnly()) {
      throw new IllegalArgumentException(info.name() + " cannot be drawn into a read-only buffer");
    }
    ByteBuffer bytes = into.duplicate();
    bytes.order(ByteOrder.LITTLE_ENDIAN);
    Object chunk = newArray(Math.min(count, CHUNK));
    for (int done = 0; done < count; ) {
      int room = CHUNK - (int) ((from + done) & (CHUNK - 1));
      int run = Math.min(room, count - done);
      fill(from + done, run, chunk, 0);
      put(chunk, run, bytes);
      place(bytes, bytes.position() + run * width);
      done += run;
    }
    place(into, bytes.position());
  }

  /**
   * Draws elements that the parameter has.
   *
   * @param into an array of the parameter's type, or the buffer that it is declared as
   */
  abstract void fill(long from, int count, Object into, int offset);

  /**
   * Adds the filling of the weights that a model holds for the parameter to what a pool does.
   *
   * @param weights an array, nested arrays or a buffer; null if the model holds nothing
   */
  abstract void share(Object weights, Shards shards);

  /**
   * Keeps a tensor that is drawn as a whole where others' are, so that there is one at a time.
   *
   * @param common where tensors are kept
   */
  void keepIn(WholeTensor common) {}

  /** The same parameter by another name. */
  final LazyParameter as(ParameterInfo other) {
    LazyParameter same = this;
    return new LazyParameter(other) {
      @Override
      public boolean hasRanges() {
        return same.hasRanges();
      }

      @Override
      void fill(long from, int count, Object into, int offset) {
        same.fill(from, count, into, offset);
      }

      @Override
      void share(Object weights, Shards shards) {
        same.share(weights, shards);
      }

      @Override
      void keepIn(WholeTensor common) {
        same.keepIn(common);
      }
    };
  }

  /** A new array of the parameter's type. */
  final Object newArray(int length) {
    switch (info.dataType()) {
      case F32:
        return new float[length];
      case F64:
        return new double[length];
      default:
        return new short[length];
    }
  }

  private static void put(Object chunk, int count, ByteBuffer into) {
    if (chunk instanceof float[]) {
      into.asFloatBuffer().put((float[]) chunk, 0, count);
    } else if (chunk instanceof double[]) {
      into.asDoubleBuffer().put((double[]) chunk, 0, count);
    } else {
      into.asShortBuffer().put((short[]) chunk, 0, count);
    }
  }

  /** By way of Buffer, whose method older Androids have too. */
  private static void place(Buffer buffer, int position) {
    buffer.position(position);
  }

  private void check(String array, boolean fits) {
    if (!fits) {
      throw new IllegalArgumentException(
          info.name() + " is of type " + info.dataType() + ", which no " + array + " holds");
    }
  }

  private void check(long from, int count, int length, int offset) {
    if (from < 0 || count < 0 || from > elements - count) {
      throw new IllegalArgumentException(
          info.name()
              + " has "
              + elements
              + " elements: there are no "
              + count
              + " from "
              + from
              + " on");
    }
    if (offset < 0 || offset > length - count) {
      throw new IllegalArgumentException(
          info.name()
              + ": "
              + count
              + " elements do not fit at "
              + offset
              + " of length "
              + length);
    }
  }

  @Override
  public final String toString() {
    return info.toString();
  }
}
