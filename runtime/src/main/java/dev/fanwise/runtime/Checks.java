package dev.fanwise.runtime;

import java.nio.Buffer;
import java.util.Arrays;
import java.util.IdentityHashMap;

/** The checks that generated code makes before its first write. */
public final class Checks {
  private Checks() {}

  /**
   * Checks that there is a model.
   *
   * @param name the model's name or path, for the message
   * @throws IllegalArgumentException if it is null
   */
  public static void model(CharSequence name, Object model) {
    if (model == null) {
      throw new IllegalArgumentException(name + " is null: create the model first");
    }
  }

  /**
   * Checks that a final field holds something, since no array can be given to it.
   *
   * @param model the model's name or path, for the message
   * @param field the field's name, likewise
   * @param weights the field's value
   * @throws IllegalArgumentException if it is null
   */
  public static void present(CharSequence model, String field, Object weights) {
    if (weights == null && ModelPath.hasArrays(model)) {
      throw new IllegalArgumentException(
          model
              + "."
              + field
              + " is null, and the field is final, so that it cannot be given an array: assign one"
              + " in its class, or remove final");
    }
  }

  /**
   * Checks the number of layers of a {@code @ResidualScaled}, where the model has it.
   *
   * @param model the model's name or path, for the message
   * @param field the name of the scaled weights, likewise
   * @param name the name of the number's field or method, likewise
   * @param layers the number
   * @throws IllegalArgumentException if it is less than 1
   */
  public static void layers(CharSequence model, String field, String name, int layers) {
    if (layers < 1) {
      throw new IllegalArgumentException(
          model
              + "."
              + field
              + ": layers = "
              + name
              + " = "
              + layers
              + ", but @ResidualScaled needs at least 1");
    }
  }

  /**
   * Checks that a parameter can be drawn in its type.
   *
   * @param model the model's name or path, for the message
   * @param parameter the parameter, by its name in that model
   * @throws IllegalArgumentException if numbers of the type cannot hold its law
   */
  public static void drawable(CharSequence model, ParameterInfo parameter) {
    String fault = Drawable.faultOf(parameter);
    if (fault != null) {
      throw new IllegalArgumentException(
          model
              + "."
              + parameter.name()
              + ", shape "
              + Arrays.toString(parameter.shape())
              + ": "
              + fault);
    }
  }

  /**
   * Checks an array that holds a tensor row by row.
   *
   * @param model the model's name or path, for the message
   * @param field the field's name, likewise
   * @param array the field's value
   * @param elements how many elements the tensor has
   * @param shape the tensor's shape as text, for the message
   * @throws IllegalArgumentException if the array is null or of another length
   */
  public static void flat(
      CharSequence model, String field, float[] array, long elements, String shape) {
    flat(model, field, array == null ? -1 : array.length, elements, shape);
    take(model, field, array);
  }

  /** As {@link #flat(CharSequence, String, float[], long, String)}. */
  public static void flat(
      CharSequence model, String field, double[] array, long elements, String shape) {
    flat(model, field, array == null ? -1 : array.length, elements, shape);
    take(model, field, array);
  }

  /** As {@link #flat(CharSequence, String, float[], long, String)}, for 16-bit numbers. */
  public static void flat(
      CharSequence model, String field, short[] array, long elements, String shape) {
    flat(model, field, array == null ? -1 : array.length, elements, shape);
    take(model, field, array);
  }

  /**
   * Checks a buffer that holds a tensor row by row from its start on.
   *
   * @throws IllegalArgumentException if the buffer is null, of another capacity, or read-only
   */
  public static void flat(
      CharSequence model, String field, Buffer buffer, long elements, String shape) {
    flat(model, field, buffer == null ? -1 : buffer.capacity(), elements, shape);
    if (ModelPath.hasArrays(model) && buffer.isReadOnly()) {
      throw new IllegalArgumentException(
          model + "." + field + " is a read-only buffer, so it cannot be filled");
    }
    take(model, field, buffer);
  }

  private static void flat(
      CharSequence model, String field, int length, long elements, String shape) {
    if (length != elements && ModelPath.hasArrays(model)) {
      throw new IllegalArgumentException(
          model
              + "."
              + field
              + found(length)
              + ", but shape "
              + shape
              + " needs "
              + elements
              + " elements");
    }
  }

  /**
   * Checks an array or buffer that holds a tensor row by row, unless there is none.
   *
   * @param weights the field's value: an array of numbers, a buffer, or null
   * @throws IllegalArgumentException as the other checks
   */
  public static void ifPresent(
      CharSequence model, String field, Object weights, long elements, String shape) {
    if (weights instanceof float[]) {
      flat(model, field, (float[]) weights, elements, shape);
    } else if (weights instanceof double[]) {
      flat(model, field, (double[]) weights, elements, shape);
    } else if (weights instanceof short[]) {
      flat(model, field, (short[]) weights, elements, shape);
    } else if (weights != null) {
      flat(model, field, (Buffer) weights, elements, shape);
    }
  }

  /** As {@link #nested(CharSequence, String, Object[], int...)}, unless there is none. */
  public static void ifPresent(CharSequence model, String field, Object[] array, int... shape) {
    if (array != null) {
      nested(model, field, array, shape);
    }
  }

  /**
   * Checks nested arrays that hold a tensor, down to the last row.
   *
   * @param model the model's name or path, for the message
   * @param field the field's name, likewise
   * @param array the field's value: arrays of arrays … of {@code float[]} or {@code double[]}
   * @param shape the tensor's shape
   * @throws IllegalArgumentException if an array is null or of another length than its dimension,
   *     or if two rows are one array
   */
  public static void nested(CharSequence model, String field, Object[] array, int... shape) {
    if (!ModelPath.hasArrays(model)) {
      return;
    }
    nested(model, field, array, shape, 0);
    if (model instanceof ModelPath) {
      ((ModelPath) model).take(field, array);
    } else {
      Claim.take(new IdentityHashMap<>(), model, field, array);
    }
  }

  private static void nested(
      CharSequence model, String field, Object array, int[] shape, int depth) {
    int length = length(array);
    if (length != shape[depth]) {
      throw new IllegalArgumentException(
          model
              + "."
              + field
              + found(length)
              + ", but shape "
              + Arrays.toString(shape)
              + " needs "
              + shape[depth]);
    }
    if (array instanceof Object[]) {
      Object[] rows = (Object[]) array;
      for (int i = 0; i < rows.length; i++) {
        Object row = rows[i];
        if (length(row) != shape[depth + 1] || depth + 2 < shape.length) {
          nested(model, field + "[" + i + "]", row, shape, depth + 1);
        }
      }
    }
  }

  private static int length(Object array) {
    if (array == null) {
      return -1;
    }
    if (array instanceof float[]) {
      return ((float[]) array).length;
    }
    return array instanceof double[] ? ((double[]) array).length : ((Object[]) array).length;
  }

  private static void take(CharSequence model, String field, Object weights) {
    // A string before all: whether it is a path can be asked only of a class that is loaded.
    if (!(model instanceof String) && model instanceof ModelPath) {
      ((ModelPath) model).take(field, weights);
    }
  }

  /**
   * Checks that no two fields hold one array, in a model that is on no other's way: there each
   * check of an array has taken its memory.
   *
   * @param model the model's name or path, for the message
   * @param fields the fields' names, with a comma and a space between them
   * @param arrays the fields' values: arrays of numbers, or null
   * @throws IllegalArgumentException if two are the same
   */
  public static void apart(CharSequence model, String fields, Object... arrays) {
    if (!(model instanceof String) && model instanceof ModelPath) {
      return;
    }
    for (int later = 1; later < arrays.length; later++) {
      for (int earlier = 0; earlier < later; earlier++) {
        if (arrays[later] == arrays[earlier] && arrays[later] != null) {
          String[] names = fields.split(", ");
          throw Claim.refusal(
              model + "." + names[later], model + "." + names[earlier], Claim.UNTIE);
        }
      }
    }
  }

  /**
   * Checks a shard: part of a tensor and where it goes.
   *
   * @param model the model's name, for the message
   * @param field the field's name, likewise
   * @param length the length of the array to write to
   * @param offset the first place to write
   * @param from the tensor's first element that is wanted
   * @param count how many elements are wanted
   * @param elements how many elements the tensor has
   * @throws IllegalArgumentException if the elements are not all the tensor's, or do not fit the
   *     array
   */
  public static void shard(
      CharSequence model,
      String field,
      int length,
      int offset,
      long from,
      int count,
      long elements) {
    if (from < 0 || count < 0 || from > elements - count) {
      throw new IllegalArgumentException(
          model
              + "."
              + field
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
          model
              + "."
              + field
              + ": "
              + count
              + " elements do not fit at "
              + offset
              + " of length "
              + length);
    }
  }

  private static String found(int length) {
    return length < 0 ? " is null" : " has length " + length;
  }
}
