package dev.fanwise.processor.random;

import dev.fanwise.Connection;
import dev.fanwise.processor.harness.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Layers of every connection and layout, with groups, parts and strides. */
final class RandomLayers {
  private static final int[] LONG = {17, 64, 257, 512, 513, 1025, 1537};

  private RandomLayers() {}

  /** A tensor of up to five dimensions and a few thousand elements. */
  static Layer of(Random random) {
    int rank = 1 + random.nextInt(5);
    if (rank == 1) {
      return Layer.of(length(random, true));
    }
    List<Integer> kernel = new ArrayList<>();
    for (int axis = 2; axis < rank; axis++) {
      kernel.add(1 + random.nextInt(4));
    }
    int longAxis = random.nextInt(4);
    int rows = length(random, longAxis == 0 && rank < 4);
    int columns = length(random, longAxis == 1 && rank < 4);
    int groups = random.nextInt(2) == 0 ? 1 : 1 + random.nextInt(3);
    int parts = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
    int outputs = groups * parts * rows;
    boolean channelsFirst = random.nextBoolean();
    return switch (Connection.values()[random.nextInt(3)]) {
      case FORWARD ->
          (channelsFirst
                  ? Layer.of(shape(List.of(outputs, columns), kernel))
                  : Layer.of(shape(kernel, List.of(columns, outputs))).io())
              .groups(groups)
              .parts(parts);
      case TRANSPOSED ->
          (channelsFirst
                  ? Layer.of(shape(List.of(groups * columns, parts * rows), kernel))
                  : Layer.of(shape(kernel, List.of(outputs, columns))).io())
              .transposed()
              .groups(groups)
              .parts(parts)
              .stride(stride(random, kernel.size()));
      case DEPTHWISE -> Layer.of(shape(kernel, List.of(columns, rows))).depthwise();
    };
  }

  private static int length(Random random, boolean mayBeLong) {
    return mayBeLong && random.nextBoolean()
        ? LONG[random.nextInt(LONG.length)]
        : 1 + random.nextInt(6);
  }

  private static List<Integer> stride(Random random, int axes) {
    List<Integer> stride = new ArrayList<>();
    if (random.nextBoolean()) {
      for (int axis = 0; axis < axes; axis++) {
        stride.add(1 + random.nextInt(3));
      }
    }
    return List.copyOf(stride);
  }

  private static int[] shape(List<Integer> first, List<Integer> second) {
    List<Integer> shape = new ArrayList<>(first);
    shape.addAll(second);
    return shape.stream().mapToInt(Integer::intValue).toArray();
  }
}
