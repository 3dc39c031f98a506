package dev.fanwise.checkpoint;

import dev.fanwise.runtime.DataType;
import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** Reads one tensor into a model's weights, a piece at a time. */
final class TensorReader {
  private final FileTensor tensor;
  private final StoredTensor into;
  private final Transposition transposition;
  private final DataType from;
  private final DataType to;

  /**
   * @param transposition null if the dimensions are those of the model
   */
  TensorReader(FileTensor tensor, StoredTensor into, Transposition transposition) {
    this.tensor = tensor;
    this.into = into;
    this.transposition = transposition;
    this.from = tensor.dataType();
    this.to = into.dataType();
  }

  void read(ByteInput input, ByteBuffer buffer) throws IOException {
    long elements = into.elements();
    int most = buffer.capacity() / from.bytes();
    for (long at = 0; at < elements; ) {
      int count = (int) Math.min(most, elements - at);
      ((Buffer) buffer).clear();
      ((Buffer) buffer).limit(count * from.bytes());
      input.read(buffer, tensor.name());
      ((Buffer) buffer).flip();
      store(buffer, at, count);
      at += count;
    }
  }

  private void store(ByteBuffer bytes, long at, int count) {
    Object weights = into.weights();
    boolean isArray = !(weights instanceof Object[]) && !(weights instanceof Buffer);
    if (isArray && transposition == null) {
      Numbers.read(bytes, from, to, weights, (int) at); // no copy on the way
      return;
    }
    Object numbers = Numbers.array(to, count);
    Numbers.read(bytes, from, to, numbers, 0);
    if (transposition == null) {
      put(weights, at, numbers, count);
      return;
    }
    long[] places = new long[count];
    transposition.places(at, count, places);
    for (int i = 0; i < count; i++) {
      putOne(weights, places[i], numbers, i);
    }
  }

  /** Puts numbers one after the other. */
  private void put(Object weights, long at, Object numbers, int count) {
    if (weights instanceof FloatBuffer) {
      FloatBuffer view = ((FloatBuffer) weights).duplicate();
      place(view, (int) at);
      view.put((float[]) numbers, 0, count);
    } else if (weights instanceof DoubleBuffer) {
      DoubleBuffer view = ((DoubleBuffer) weights).duplicate();
      place(view, (int) at);
      view.put((double[]) numbers, 0, count);
    } else {
      int rowLength = into.shape()[into.shape().length - 1];
      for (int done = 0; done < count; ) {
        int column = (int) ((at + done) % rowLength);
        int run = Math.min(rowLength - column, count - done);
        System.arraycopy(numbers, done, row(weights, at + done), column, run);
        done += run;
      }
    }
  }

  private static void place(Buffer view, int position) {
    view.clear();
    view.position(position);
  }

  /** Puts one number. */
  private void putOne(Object weights, long place, Object numbers, int index) {
    if (weights instanceof FloatBuffer) {
      ((FloatBuffer) weights).put((int) place, ((float[]) numbers)[index]);
    } else if (weights instanceof DoubleBuffer) {
      ((DoubleBuffer) weights).put((int) place, ((double[]) numbers)[index]);
    } else if (weights instanceof Object[]) {
      int rowLength = into.shape()[into.shape().length - 1];
      System.arraycopy(numbers, index, row(weights, place), (int) (place % rowLength), 1);
    } else {
      System.arraycopy(numbers, index, weights, (int) place, 1);
    }
  }

  /** The array of nested ones that holds an element. */
  private Object row(Object nested, long element) {
    int[] shape = into.shape();
    long below = into.elements();
    long rest = element;
    Object row = nested;
    for (int depth = 0; depth < shape.length - 1; depth++) {
      below /= shape[depth];
      row = ((Object[]) row)[(int) (rest / below)];
      rest %= below;
    }
    return row;
  }
}
