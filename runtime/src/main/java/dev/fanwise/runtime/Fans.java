package dev.fanwise.runtime;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import java.util.Arrays;

/**
 * fan_in and fan_out of a weight tensor: how many connections lead into one output unit, and how
 * many lead out of one input unit.
 *
 * <p>With r the product of the kernel's dimensions and s the product of the strides:
 *
 * <table>
 *   <caption>Fans</caption>
 *   <tr><th>connection</th><th>fan_in</th><th>fan_out</th></tr>
 *   <tr><td>FORWARD</td><td>in / groups · r</td><td>out / groups / parts · r</td></tr>
 *   <tr><td>TRANSPOSED</td><td>in / groups · r / s</td><td>out / groups / parts · r</td></tr>
 *   <tr><td>DEPTHWISE</td><td>r</td><td>multiplier · r</td></tr>
 * </table>
 *
 * <p>A strided transposed convolution reaches each output unit through r / s kernel entries on
 * average, which need not be a whole number; hence fans are {@code double}s.
 *
 * <p>The counting is that of Glorot and Bengio (AISTATS 2010, section 4.2.1), extended to
 * convolutions as in He et al. (ICCV 2015, section 2.2: n = k²c).
 */
public final class Fans {
  private final double fanIn;
  private final double fanOut;

  // What they are of, for schemes that look at the places of elements, too.
  private final int[] shape;
  private final Layout layout;
  private final Connection connection;
  private final int groups;
  private final int[] stride;
  private final int parts;

  private Fans(
      double fanIn,
      double fanOut,
      int[] shape,
      Layout layout,
      Connection connection,
      int groups,
      int[] stride,
      int parts) {
    this.fanIn = fanIn;
    this.fanOut = fanOut;
    this.shape = shape;
    this.layout = layout;
    this.connection = connection;
    this.groups = groups;
    this.stride = stride;
    this.parts = parts;
  }

  /**
   * The fans of a tensor.
   *
   * @param shape the dimensions, at least two, each positive
   * @param layout where the channels stand among them
   * @param connection the kind of layer
   * @param groups the number of groups of a grouped convolution, else 1
   * @param stride one stride per kernel dimension, or empty for 1; only a transposed convolution's
   *     stride changes its fans
   * @param parts how many equal matrices are fused along the out axis, else 1
   * @throws IllegalArgumentException if there are no fans, or if a number is not positive or does
   *     not divide what it should
   */
  public static Fans of(
      int[] shape, Layout layout, Connection connection, int groups, int[] stride, int parts) {
    int rank = shape.length;
    if (rank < 2) {
      throw refusal(shape, "fans need at least two dimensions");
    }
    for (int dimension : shape) {
      if (dimension < 1) {
        throw refusal(shape, "every dimension must be positive");
      }
    }
    if (groups < 1) {
      throw refusal(shape, "groups must be positive, not " + groups);
    }
    if (parts < 1) {
      throw refusal(shape, "parts must be positive, not " + parts);
    }
    if (stride.length != 0 && stride.length != rank - 2) {
      throw refusal(
          shape, "stride must have one entry per kernel dimension, not " + Arrays.toString(stride));
    }
    for (int step : stride) {
      if (step < 1) {
        throw refusal(shape, "strides must be positive, not " + Arrays.toString(stride));
      }
    }

    boolean channelsFirst = layout == Layout.OI;
    double first = channelsFirst ? shape[0] : shape[rank - 2];
    double second = channelsFirst ? shape[1] : shape[rank - 1];
    double kernel = product(shape, channelsFirst ? 2 : 0, channelsFirst ? rank : rank - 2);

    if (connection == Connection.DEPTHWISE) {
      if (channelsFirst) {
        throw refusal(shape, "DEPTHWISE needs layout IO");
      }
      if (groups != 1 || parts != 1) {
        throw refusal(shape, "DEPTHWISE takes neither groups nor parts");
      }
      return new Fans(kernel, second * kernel, shape, layout, connection, groups, stride, parts);
    }
    if (connection == Connection.TRANSPOSED) {
      // OI is [in, out / groups, k...], IO is [k..., out, in / groups].
      double in = channelsFirst ? first / groups : second;
      double out = channelsFirst ? second : first / groups;
      if (first % groups != 0) {
        throw refusal(shape, "groups = " + groups + " must divide " + (int) first);
      }
      if (out % parts != 0) {
        throw refusal(shape, "parts = " + parts + " must divide " + (int) out);
      }
      double reached = in * kernel / product(stride, 0, stride.length);
      double fanOut = out / parts * kernel;
      return new Fans(reached, fanOut, shape, layout, connection, groups, stride, parts);
    }
    // OI is [out, in / groups, k...], IO is [k..., in / groups, out].
    double in = channelsFirst ? second : first;
    double allOut = channelsFirst ? first : second;
    if (allOut % groups != 0) {
      throw refusal(shape, "groups = " + groups + " must divide " + (int) allOut);
    }
    double out = allOut / groups;
    if (out % parts != 0) {
      throw refusal(shape, "parts = " + parts + " must divide " + (int) out);
    }
    double fanIn = in * kernel;
    double fanOut = out / parts * kernel;
    return new Fans(fanIn, fanOut, shape, layout, connection, groups, stride, parts);
  }

  /** The fans of another shape in a layer of the same kind. */
  Fans withShape(int[] other) {
    return of(other, layout, connection, groups, stride, parts);
  }

  /** Where the tensor's inputs and outputs lie. */
  Channels channels() {
    return Channels.of(shape, layout, connection, groups, parts);
  }

  /** Whether they are those of a shape. */
  boolean areOf(int[] dimensions) {
    return Arrays.equals(shape, dimensions);
  }

  /** The number of connections into one output unit. */
  public double fanIn() {
    return fanIn;
  }

  /** The number of connections out of one input unit. */
  public double fanOut() {
    return fanOut;
  }

  @Override
  public String toString() {
    return "fan_in " + fanIn + ", fan_out " + fanOut;
  }

  private static double product(int[] factors, int from, int to) {
    double product = 1;
    for (int i = from; i < to; i++) {
      product *= factors[i];
    }
    return product;
  }

  /** Made only when it is thrown: it is not free to join texts. */
  private static IllegalArgumentException refusal(int[] shape, String rule) {
    return new IllegalArgumentException("shape " + Arrays.toString(shape) + ": " + rule);
  }
}
