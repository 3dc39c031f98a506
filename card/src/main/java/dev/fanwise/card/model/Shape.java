package dev.fanwise.card.model;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import java.util.List;

/**
 * The dimensions of a tensor, and how they are to be read.
 *
 * @param dimensions numbers, or the names of what the model says at run time, outermost first
 * @param elements the number of elements, -1 if it is not known
 * @param layout the order of the dimensions
 * @param connection how inputs and outputs are connected
 * @param groups the groups that channels are divided into: a number or a name
 * @param stride the strides of a transposed convolution
 * @param parts how many layers are fused in it
 */
public record Shape(
    List<String> dimensions,
    long elements,
    Layout layout,
    Connection connection,
    String groups,
    List<Integer> stride,
    int parts) {
  public Shape {
    dimensions = List.copyOf(dimensions);
    stride = List.copyOf(stride);
  }

  /** Whether it is the weights of a layer, with fans, rather than a bias. */
  public boolean isLayer() {
    return dimensions.size() >= 2;
  }
}
