package dev.fanwise.processor.scheme;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.runtime.Fans;
import java.util.List;

/** What {@code @Shape} says of a tensor; only of shapes that were found valid. */
public record Geometry(List<Integer> shape, Layout layout, int groups) {
  public Geometry {
    shape = List.copyOf(shape);
  }

  /** Whether fan_in and fan_out are defined. */
  public boolean hasFans() {
    return shape.size() >= 2;
  }

  /** The fans, by the runtime's own logic. */
  public Fans fans() {
    int[] dimensions = shape.stream().mapToInt(Integer::intValue).toArray();
    return Fans.of(dimensions, layout, Connection.FORWARD, groups, new int[0], 1);
  }
}
