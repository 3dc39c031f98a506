package dev.fanwise.engines;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.runtime.Channels;
import dev.fanwise.runtime.Draws;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.Scheme;
import java.util.Arrays;

/**
 * How a layer's weights connect its inputs with its outputs, in the order in which the engine's
 * memory has them: from this come the fans.
 */
public final class Geometry {
  /** The order of inputs and outputs in memory. */
  private enum Order {
    /** That of the shape. */
    OF_SHAPE,
    /** The outputs before the inputs, though the shape has the inputs first. */
    OUT_FIRST,
    /** {@code [multiplier, in, kernel…]} of a depthwise kernel. */
    MULTIPLIER_FIRST
  }

  private final int[] shape;
  private final Layout layout;
  private final Connection connection;
  private final int groups;
  private final Fans fans;

  private final Order order;
  private final int copies;

  private Geometry(
      int[] shape,
      Layout layout,
      Connection connection,
      int groups,
      Fans fans,
      Order order,
      int copies) {
    this.shape = shape;
    this.layout = layout;
    this.connection = connection;
    this.groups = groups;
    this.fans = fans;
    this.order = order;
    this.copies = copies;
  }

  /**
   * As {@code @Shape} has it.
   *
   * @param shape the dimensions in the order of memory, outermost first, at least two
   * @param layout where the channels stand among them
   * @param connection the kind of layer
   * @param groups the number of groups of a grouped convolution, else 1
   * @param stride one stride per kernel dimension, or empty for 1
   * @param parts how many equal matrices are fused along the out axis, such as the gates of an LSTM
   * @throws IllegalArgumentException if such weights have no fans
   */
  public static Geometry of(
      int[] shape, Layout layout, Connection connection, int groups, int[] stride, int parts) {
    Fans fans = Fans.of(shape, layout, connection, groups, stride, parts);
    return new Geometry(shape.clone(), layout, connection, groups, fans, Order.OF_SHAPE, 1);
  }

  /** A dense layer's weights or a convolution's, {@code [out, in, kernel…]}. */
  public static Geometry outIn(int... shape) {
    return of(shape, Layout.OI, Connection.FORWARD, 1, new int[0], 1);
  }

  /** A dense layer's weights or a convolution's, {@code [kernel…, in, out]}. */
  public static Geometry inOut(int... shape) {
    return of(shape, Layout.IO, Connection.FORWARD, 1, new int[0], 1);
  }

  /**
   * A transposed convolution whose kernel is {@code [out, in / groups, kernel…]} in memory, which
   * no layout of {@code @Shape} is: the fans are those of {@code [in, out / groups, kernel…]}.
   */
  public static Geometry transposedOutFirst(int[] shape, int groups, int[] stride) {
    if (groups < 1 || shape.length < 2 || shape[0] % groups != 0) {
      throw new IllegalArgumentException(
          "shape " + Arrays.toString(shape) + ": groups = " + groups + " must divide the outputs");
    }
    int[] turned = shape.clone();
    turned[0] = Math.multiplyExact(shape[1], groups);
    turned[1] = shape[0] / groups;
    Fans fans = Fans.of(turned, Layout.OI, Connection.TRANSPOSED, groups, stride, 1);
    return new Geometry(turned, Layout.OI, Connection.TRANSPOSED, groups, fans, Order.OUT_FIRST, 1);
  }

  /**
   * A depthwise convolution whose kernel is {@code [multiplier, in, kernel…]} in memory: the fans
   * are those of {@code [kernel…, in, multiplier]}.
   */
  public static Geometry depthwiseMultiplierFirst(int... shape) {
    int kernel = shape.length - 2;
    int[] turned = new int[shape.length];
    System.arraycopy(shape, 2, turned, 0, kernel);
    turned[kernel] = shape[1];
    turned[kernel + 1] = shape[0];
    Fans fans = Fans.of(turned, Layout.IO, Connection.DEPTHWISE, 1, new int[0], 1);
    return new Geometry(
        turned, Layout.IO, Connection.DEPTHWISE, 1, fans, Order.MULTIPLIER_FIRST, 1);
  }

  /**
   * Several equal matrices one behind the other, which have nothing to do with each other.
   *
   * @param one the geometry of each
   */
  public static Geometry stacked(int copies, Geometry one) {
    if (copies < 1) {
      throw new IllegalArgumentException("copies must be positive, not " + copies);
    }
    return new Geometry(
        one.shape, one.layout, one.connection, one.groups, one.fans, one.order, copies);
  }

  /** fan_in and fan_out. */
  public Fans fans() {
    return fans;
  }

  /** Where the channels stand. */
  public Layout layout() {
    return layout;
  }

  /** How inputs and outputs are connected. */
  public Connection connection() {
    return connection;
  }

  /** The number of groups, 1 for none. */
  public int groups() {
    return groups;
  }

  /** The dimensions that the fans are of; a copy. */
  public int[] shape() {
    return shape.clone();
  }

  /** The kernel's dimensions, none of a matrix. */
  int[] kernel() {
    return layout == Layout.OI
        ? Arrays.copyOfRange(shape, 2, shape.length)
        : Arrays.copyOfRange(shape, 0, shape.length - 2);
  }

  /**
   * The law of these weights.
   *
   * @throws IllegalArgumentException if the scheme cannot draw them
   */
  Draws draws(Scheme scheme) {
    Draws draws = scheme.on(fans, shape);
    boolean isConstant = draws.low() == draws.high();
    boolean isPlain = order == Order.OF_SHAPE && copies == 1;
    if (!isPlain && draws.distribution() == null && !isConstant) {
      throw new IllegalArgumentException(
          scheme
              + " gives each element a place in the matrix, which this layer keeps in an order of"
              + " its own; take a scheme that draws all elements from one law");
    }
    return draws;
  }

  /** Where in memory input, output, group and tap meet. */
  Places places() {
    Channels channels = Channels.of(shape, layout, connection, groups, 1);
    if (copies > 1) {
      return Places.linear(copies * channels.elements);
    }
    if (order == Order.OF_SHAPE) {
      return new Places(
          new long[] {channels.groups, channels.out, channels.in, channels.taps},
          new long[] {channels.groupStep, channels.outStep, channels.inStep, channels.tapStep});
    }
    long taps = channels.taps;
    if (order == Order.MULTIPLIER_FIRST) {
      return new Places(
          new long[] {channels.groups, channels.out, channels.in, taps},
          new long[] {taps, channels.groups * taps, 0, 1});
    }
    long outStep = channels.in * taps;
    return new Places(
        new long[] {channels.groups, channels.out, channels.in, taps},
        new long[] {channels.out * outStep, outStep, taps, 1});
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(Arrays.toString(shape));
    text.append(' ').append(layout).append(' ').append(connection);
    if (groups > 1) {
      text.append(", ").append(groups).append(" groups");
    }
    return text.append(", ").append(fans).toString();
  }
}
