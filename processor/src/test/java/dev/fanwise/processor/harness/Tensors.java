package dev.fanwise.processor.harness;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Tensors in arrays of any kind. */
public final class Tensors {
  private Tensors() {}

  /** The elements in row-major order; floats are doubles exactly. */
  public static double[] flat(Object array) {
    DoubleStream.Builder elements = DoubleStream.builder();
    add(array, elements);
    return elements.build().toArray();
  }

  private static void add(Object array, DoubleStream.Builder elements) {
    if (array instanceof float[] floats) {
      for (float element : floats) {
        elements.add(element);
      }
    } else if (array instanceof double[] doubles) {
      for (double element : doubles) {
        elements.add(element);
      }
    } else {
      for (Object row : (Object[]) array) {
        add(row, elements);
      }
    }
  }

  /** The lengths of an array and of its first rows, all the way down. */
  public static List<Integer> shape(Object array) {
    List<Integer> shape = new ArrayList<>();
    for (Object rows = array; rows != null; ) {
      shape.add(Array.getLength(rows));
      rows = rows instanceof Object[] some ? some[0] : null;
    }
    return shape;
  }

  public static List<Integer> list(int... numbers) {
    return IntStream.of(numbers).boxed().toList();
  }

  /** Whether the elements are floats. */
  public static boolean isFloat(Object array) {
    return elementType(array) == float.class;
  }

  private static Class<?> elementType(Object array) {
    Class<?> type = array.getClass();
    while (type.isArray()) {
      type = type.getComponentType();
    }
    return type;
  }

  /** A new array of the same type and shape. */
  public static Object like(Object array) {
    int[] shape = shape(array).stream().mapToInt(Integer::intValue).toArray();
    return Array.newInstance(elementType(array), shape);
  }

  /** A new array of the same elements in one row. */
  public static Object flatLike(Object array, int length) {
    return Array.newInstance(elementType(array), length);
  }
}
