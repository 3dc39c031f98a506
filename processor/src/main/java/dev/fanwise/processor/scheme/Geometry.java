package dev.fanwise.processor.scheme;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.runtime.Channels;
import dev.fanwise.runtime.Fans;
import java.util.List;

/** What {@code @Shape} says of a tensor; only of shapes that were found valid. */
public record Geometry(
    List<Integer> shape,
    Layout layout,
    Connection connection,
    int groups,
    List<Integer> stride,
    int parts) {
  public Geometry {
    shape = List.copyOf(shape);
    stride = List.copyOf(stride);
  }

  /** The same kind of layer with other dimensions. */
  Geometry withShape(List<Integer> other) {
    return new Geometry(other, layout, connection, groups, stride, parts);
  }

  /** The number of dimensions. */
  public int rank() {
    return shape.size();
  }

  /** The number of elements. */
  public long elements() {
    return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
  }

  /** Whether fan_in and fan_out are defined. */
  public boolean hasFans() {
    return rank() >= 2;
  }

  /** The fans, by the runtime's own logic. */
  public Fans fans() {
    return Fans.of(ints(shape), layout, connection, groups, ints(stride), parts);
  }

  /** Where inputs and outputs lie, by the runtime's own logic. */
  Channels channels() {
    return Channels.of(ints(shape), layout, connection, groups, parts);
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
