package dev.fanwise.runtime;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import java.nio.Buffer;
import java.util.Arrays;

/**
 * The shape of a tensor whose dimensions are known only when its model exists, checked; its
 * messages name the expressions that the dimensions come from, and their values.
 */
public final class SymbolicShape {
  /** The longest array that JVMs make: some keep a few words of the last two billion back. */
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final CharSequence model;
  private final String field;
  private final String expressions;
  private final int[] dimensions;
  private final Layout layout;
  private final Connection connection;
  private final int groups;
  private final int[] stride;
  private final int parts;

  private SymbolicShape(
      CharSequence model,
      String field,
      String expressions,
      int[] dimensions,
      Layout layout,
      Connection connection,
      int groups,
      int[] stride,
      int parts) {
    this.model = model;
    this.field = field;
    this.expressions = expressions;
    this.dimensions = dimensions;
    this.layout = layout;
    this.connection = connection;
    this.groups = groups;
    this.stride = stride;
    this.parts = parts;
  }

  /**
   * The shape of a dense layer or a convolution in layout OI.
   *
   * @param model the model's name or path, for messages
   * @param field the field's name, likewise
   * @param expressions what the dimensions come from, with a comma and a space between them
   * @param dimensions the dimensions, outermost first
   * @throws IllegalArgumentException if a dimension is not positive
   */
  public static SymbolicShape of(
      CharSequence model, String field, String expressions, int... dimensions) {
    SymbolicShape shape =
        new SymbolicShape(
            model, field, expressions, dimensions, Layout.OI, Connection.FORWARD, 1, new int[0], 1);
    for (int axis = 0; axis < dimensions.length; axis++) {
      if (dimensions[axis] < 1) {
        throw shape.refusal(
            ": " + shape.dimension(axis) + ", but every dimension must be at least 1");
      }
    }
    return shape;
  }

  /**
   * The same dimensions in a layer of another kind; the arguments are those of {@link Fans#of}.
   *
   * @throws IllegalArgumentException if groups or parts do not divide the channels
   */
  public SymbolicShape as(
      Layout layout, Connection connection, int groups, int[] stride, int parts) {
    return as(layout, connection, null, groups, stride, parts);
  }

  /**
   * As the other, where the model has the number of groups.
   *
   * @param groupsOf what it comes from, for messages
   * @throws IllegalArgumentException if it is not positive, or does not divide the channels
   */
  public SymbolicShape as(
      Layout layout, Connection connection, String groupsOf, int groups, int[] stride, int parts) {
    if (groups < 1) {
      throw refusal(": " + count("groups", groupsOf, groups) + ", but there must be at least 1");
    }
    int rank = dimensions.length;
    boolean channelsFirst = layout == Layout.OI;
    int grouped = channelsFirst ? 0 : rank - 2;
    int other = channelsFirst ? 1 : rank - 1;
    if (connection == Connection.FORWARD) {
      int out = channelsFirst ? grouped : other;
      requireDivisor("groups", groupsOf, groups, out, dimensions[out]);
      requireDivisor("parts", null, parts, out, dimensions[out] / groups);
    } else if (connection == Connection.TRANSPOSED) {
      requireDivisor("groups", groupsOf, groups, grouped, dimensions[grouped]);
      int out = channelsFirst ? other : grouped;
      int outputs = channelsFirst ? dimensions[out] : dimensions[out] / groups;
      requireDivisor("parts", null, parts, out, outputs);
    }
    return new SymbolicShape(
        model, field, expressions, dimensions, layout, connection, groups, stride, parts);
  }

  private void requireDivisor(String member, String of, int divisor, int axis, int channels) {
    if (channels % divisor != 0) {
      String ofGroup = channels == dimensions[axis] ? "" : ", " + channels + " in each group";
      throw refusal(
          ": " + count(member, of, divisor) + " does not divide " + dimension(axis) + ofGroup);
    }
  }

  /** fan_in and fan_out. */
  public Fans fans() {
    return Fans.of(dimensions, layout, connection, groups, stride, parts);
  }

  /** The fans of the dimensions alone, as PyTorch and JAX count them. */
  public Fans plainFans() {
    return Fans.of(dimensions, layout, Connection.FORWARD, 1, new int[0], 1);
  }

  /**
   * The fans of other dimensions in a layer of the same kind: those of the base of muP.
   *
   * @param fans the fans of these dimensions
   * @param base the other dimensions
   * @throws IllegalArgumentException if groups or parts do not divide its channels
   */
  public Fans baseFans(Fans fans, int... base) {
    try {
      return fans.withShape(base);
    } catch (IllegalArgumentException e) {
      throw refusal(
          ": baseShape = "
              + Arrays.toString(base)
              + " is no shape for these weights: "
              + e.getMessage());
    }
  }

  /**
   * Checks that {@link #baseFans} takes some dimensions.
   *
   * @throws IllegalArgumentException if groups or parts do not divide the channels
   */
  public void requireBase(int... base) {
    baseFans(fans(), base);
  }

  /** Where inputs and outputs lie. */
  public Channels channels() {
    return Channels.of(dimensions, layout, connection, groups, parts);
  }

  /** The number of elements. */
  public long elements() {
    long elements = 1;
    for (int dimension : dimensions) {
      if (elements > Long.MAX_VALUE / dimension) {
        throw refusal(" has more than 2^63 elements");
      }
      elements *= dimension;
    }
    return elements;
  }

  /**
   * The number of elements of a tensor in one array or buffer.
   *
   * @throws IllegalArgumentException if there are more than an array can hold
   */
  public int flatElements() {
    long elements = elements();
    if (elements > LONGEST_ARRAY) {
      throw refusal(
          " makes "
              + elements
              + " elements, but a Java array holds at most "
              + LONGEST_ARRAY
              + "; nested arrays of float or double hold more");
    }
    return (int) elements;
  }

  /** The number of elements, which an array has to hold only where arrays are looked at. */
  private long arrayElements() {
    return ModelPath.hasArrays(model) ? flatElements() : elements();
  }

  /**
   * Checks an array that holds the tensor row by row.
   *
   * @throws IllegalArgumentException if the array is null or of another length
   */
  public SymbolicShape check(float[] array) {
    Checks.flat(model, field, array, arrayElements(), shape());
    return this;
  }

  /** As {@link #check(float[])}. */
  public SymbolicShape check(double[] array) {
    Checks.flat(model, field, array, arrayElements(), shape());
    return this;
  }

  /** As {@link #check(float[])}, for 16-bit numbers. */
  public SymbolicShape check(short[] array) {
    Checks.flat(model, field, array, arrayElements(), shape());
    return this;
  }

  /** As {@link #check(float[])}, for a buffer, which must not be read-only. */
  public SymbolicShape check(Buffer buffer) {
    Checks.flat(model, field, buffer, arrayElements(), shape());
    return this;
  }

  /** Checks nested arrays that hold the tensor, down to the last row. */
  public SymbolicShape check(Object[] array) {
    elements();
    Checks.nested(model, field, array, dimensions);
    return this;
  }

  /** As {@link #check(float[])}, unless it is null: then there must be room for the tensor. */
  public SymbolicShape checkIfPresent(float[] array) {
    if (array == null) {
      arrayElements();
    } else {
      check(array);
    }
    return this;
  }

  /** As {@link #check(double[])}, unless it is null: then there must be room for the tensor. */
  public SymbolicShape checkIfPresent(double[] array) {
    if (array == null) {
      arrayElements();
    } else {
      check(array);
    }
    return this;
  }

  /** As {@link #check(short[])}, unless it is null: then there must be room for the tensor. */
  public SymbolicShape checkIfPresent(short[] array) {
    if (array == null) {
      arrayElements();
    } else {
      check(array);
    }
    return this;
  }

  /** As {@link #check(Buffer)}, unless it is null: then there must be room for the tensor. */
  public SymbolicShape checkIfPresent(Buffer buffer) {
    if (buffer == null) {
      arrayElements();
    } else {
      check(buffer);
    }
    return this;
  }

  /** As {@link #check(Object[])}, unless it is null: then there must be room for the tensor. */
  public SymbolicShape checkIfPresent(Object[] array) {
    if (array == null) {
      elements();
    } else {
      check(array);
    }
    return this;
  }

  /** Checks a shard; see {@link Checks#shard}. */
  public void checkShard(int length, int offset, long from, int count) {
    Checks.shard(model, field, length, offset, from, count, elements());
  }

  /**
   * Checks that blocks of equal size make up the tensor.
   *
   * @return the size of a block
   */
  public int block(int gates) {
    long elements = elements();
    if (elements % gates != 0) {
      throw refusal(": gates = " + gates + " does not divide its " + elements + " elements");
    }
    return (int) (elements / gates);
  }

  /**
   * Checks that a parameter of this shape can be drawn in its type.
   *
   * @throws IllegalArgumentException if numbers of the type cannot hold its law
   */
  public void requireDrawable(ParameterInfo parameter) {
    String fault = Drawable.faultOf(parameter);
    if (fault != null) {
      throw refusal(": " + fault);
    }
  }

  /**
   * The description of a parameter of this shape.
   *
   * @throws IllegalArgumentException if it has more elements than a {@code long} can count
   */
  public ParameterInfo.Builder parameter() {
    elements();
    return ParameterInfo.of(field, dimensions).layout(layout, connection, groups);
  }

  /** The dimensions, outermost first; a copy. */
  public int[] dimensions() {
    return dimensions.clone();
  }

  /** An exception that names the field, its shape and what is wrong. */
  IllegalArgumentException refusal(String rule) {
    return new IllegalArgumentException(model + "." + field + ", shape " + shape() + rule);
  }

  /** The shape as written and as it is: {@code [outFeatures, 3] = [64, 3]}. */
  private String shape() {
    String written = "[" + expressions + "]";
    String values = Arrays.toString(dimensions);
    return written.equals(values) ? values : written + " = " + values;
  }

  /** {@code groups = 4}, or {@code groups = cardinality = 4} where the model has it. */
  private static String count(String member, String of, int number) {
    return member + " = " + (of == null ? "" : of + " = ") + number;
  }

  /** A dimension as written and as it is, if the two differ: {@code outFeatures = 64}. */
  private String dimension(int axis) {
    String expression = expressions.split(", ")[axis];
    String value = Integer.toString(dimensions[axis]);
    return expression.equals(value) ? value : expression + " = " + value;
  }
}
