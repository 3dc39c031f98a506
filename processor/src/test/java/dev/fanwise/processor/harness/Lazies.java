package dev.fanwise.processor.harness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanwise.runtime.DataType;
import dev.fanwise.runtime.LazyParameter;
import dev.fanwise.runtime.ParameterInfo;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Lazy parameters beside the arrays of the same model. */
public final class Lazies {
  private Lazies() {}

  private record Drawn(ParameterInfo info, byte[] bytes) {}

  /**
   * Checks that the lazy parameters of a model have the bits of an initialised one, whole and in
   * random parts, in any order.
   *
   * @param initialized a model that was initialised with the seed
   * @param other a model of the same class and sizes; its arrays are looked at, but not written to
   */
  public static void assertSame(Model initialized, Model other, long seed) {
    List<Drawn> expected = new ArrayList<>();
    initialized.visit((info, weights) -> expected.add(new Drawn(info, bytes(weights))));
    List<Object> before = new ArrayList<>();
    other.visit((info, weights) -> before.add(weights));
    List<LazyParameter> lazy = other.lazyParameters(seed);
    List<Object> after = new ArrayList<>();
    other.visit((info, weights) -> after.add(weights));
    assertEquals(expected.size(), lazy.size());
    Random random = new Random(seed);
    for (int turn = 0; turn < 2; turn++) {
      for (int i = 0; i < lazy.size(); i++) {
        int at = turn == 0 ? i : random.nextInt(lazy.size());
        assertSame(expected.get(at), lazy.get(at), random);
      }
    }
    for (int i = 0; i < before.size(); i++) {
      assertTrue(before.get(i) == after.get(i), lazy.get(i).toString());
    }
  }

  private static void assertSame(Drawn expected, LazyParameter lazy, Random random) {
    assertEquals(expected.info.toString(), lazy.info().toString());
    assertEquals(expected.info.dataType(), lazy.info().dataType());
    assertEquals(expected.info.elements(), lazy.elements());
    int elements = (int) lazy.elements();
    int width = lazy.info().dataType().bytes();
    assertArrayEquals(expected.bytes, drawn(lazy, 0, elements), lazy::toString);
    for (int i = 0; i < 3; i++) {
      int from = random.nextInt(elements + 1);
      int count = random.nextInt(elements - from + 1);
      byte[] part = new byte[count * width];
      System.arraycopy(expected.bytes, from * width, part, 0, part.length);
      assertArrayEquals(part, drawn(lazy, from, count), () -> lazy + ", " + from + ", " + count);
      assertArrayEquals(part, inArray(lazy, from, count), () -> lazy + ", " + from + ", " + count);
    }
  }

  private static byte[] drawn(LazyParameter lazy, long from, int count) {
    int size = count * lazy.info().dataType().bytes();
    ByteBuffer into = ByteBuffer.allocateDirect(size + 7); // big-endian, and not aligned
    into.position(3);
    lazy.draw(from, count, into);
    assertEquals(3 + size, into.position());
    byte[] bytes = new byte[size];
    into.position(3);
    into.get(bytes);
    return bytes;
  }

  private static byte[] inArray(LazyParameter lazy, long from, int count) {
    DataType type = lazy.info().dataType();
    if (type == DataType.F32) {
      float[] into = new float[count + 1];
      lazy.draw(from, count, into, 1);
      return bytes(Arrays.copyOfRange(into, 1, count + 1));
    }
    if (type == DataType.F64) {
      double[] into = new double[count + 1];
      lazy.draw(from, count, into, 1);
      return bytes(Arrays.copyOfRange(into, 1, count + 1));
    }
    short[] into = new short[count + 1];
    lazy.draw(from, count, into, 1);
    return bytes(Arrays.copyOfRange(into, 1, count + 1));
  }

  /** The elements of an array, nested arrays or a buffer as little-endian bytes. */
  public static byte[] bytes(Object weights) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * count(weights)).order(ByteOrder.LITTLE_ENDIAN);
    put(weights, bytes);
    byte[] all = new byte[bytes.position()];
    bytes.flip().get(all);
    return all;
  }

  private static int count(Object weights) {
    if (weights instanceof Buffer buffer) {
      return buffer.capacity();
    }
    if (!(weights instanceof Object[] rows)) {
      return Array.getLength(weights);
    }
    int count = 0;
    for (Object row : rows) {
      count += count(row);
    }
    return count;
  }

  private static void put(Object weights, ByteBuffer bytes) {
    if (weights instanceof Object[] rows) {
      for (Object row : rows) {
        put(row, bytes);
      }
    } else if (weights instanceof FloatBuffer buffer) {
      for (int i = 0; i < buffer.capacity(); i++) {
        bytes.putFloat(buffer.get(i));
      }
    } else if (weights instanceof DoubleBuffer buffer) {
      for (int i = 0; i < buffer.capacity(); i++) {
        bytes.putDouble(buffer.get(i));
      }
    } else if (weights instanceof float[] floats) {
      for (float one : floats) {
        bytes.putFloat(one);
      }
    } else if (weights instanceof double[] doubles) {
      for (double one : doubles) {
        bytes.putDouble(one);
      }
    } else {
      for (short one : (short[]) weights) {
        bytes.putShort(one);
      }
    }
  }
}
