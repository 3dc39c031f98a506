package dev.fanwise.processor.schemes;

import dev.fanwise.processor.harness.EveryKind;
import dev.fanwise.processor.harness.Layer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Layers of every layout and connection, some as small as can be. */
final class Layers {
  private Layers() {}

  /** Matrices. */
  static List<Layer> dense() {
    return List.of(
        Layer.of(1, 1),
        Layer.of(1, 7),
        Layer.of(7, 1),
        Layer.of(5, 3),
        Layer.of(3, 5),
        Layer.of(8, 8),
        Layer.of(170, 210),
        Layer.of(4, 7).io(),
        Layer.of(7, 4).io(),
        Layer.of(7, 1).io(),
        Layer.of(3, 5).transposed(),
        Layer.of(5, 3).transposed().io(),
        Layer.of(6, 2).groups(3),
        Layer.of(2, 6).io().groups(3),
        Layer.of(6, 4).transposed().groups(2),
        Layer.of(6, 4).transposed().io().groups(3),
        Layer.of(12, 4).parts(3),
        Layer.of(5, 8).io().parts(2),
        Layer.of(3, 8).transposed().parts(4),
        Layer.of(12, 3).groups(2).parts(3),
        Layer.of(8, 3).transposed().io().groups(2).parts(2),
        Layer.of(4, 3).depthwise(),
        Layer.of(1, 5).depthwise());
  }

  /** Tensors of three to five dimensions with no fewer outputs than inputs in each matrix. */
  static List<Layer> wideningConvolutions() {
    return List.of(
        Layer.of(1, 1, 1),
        Layer.of(1, 1, 4),
        Layer.of(5, 1, 1, 1),
        Layer.of(4, 3, 3),
        Layer.of(4, 4, 2, 4),
        Layer.of(3, 2, 3, 2, 1),
        Layer.of(3, 2, 5).io(),
        Layer.of(2, 3, 4, 4).io(),
        Layer.of(2, 1, 3, 2, 3).io(),
        Layer.of(2, 3, 3).transposed(),
        Layer.of(3, 4, 2, 2).transposed().stride(List.of(2, 2)),
        Layer.of(3, 4, 2).transposed().io(),
        Layer.of(2, 3, 2, 4, 3).transposed().io(),
        Layer.of(6, 2, 3).groups(3),
        Layer.of(3, 2, 8).io().groups(4),
        Layer.of(6, 2, 3, 2).transposed().groups(3),
        Layer.of(3, 6, 2).transposed().io().groups(3),
        Layer.of(12, 3, 3).parts(3),
        Layer.of(3, 2, 2, 6).io().parts(3),
        Layer.of(8, 2, 4).groups(2).parts(2),
        Layer.of(3, 12, 2).transposed().io().groups(2).parts(3),
        Layer.of(4, 6, 3).transposed().groups(2).parts(3),
        Layer.of(3, 3, 4, 2).depthwise(),
        Layer.of(4, 3, 1).depthwise(),
        Layer.of(2, 1, 2, 3, 3).depthwise());
  }

  /** Tensors of three to five dimensions with fewer outputs than inputs in each matrix. */
  static List<Layer> narrowingConvolutions() {
    return List.of(
        Layer.of(1, 5, 1),
        Layer.of(3, 4, 2, 3),
        Layer.of(2, 3, 2, 2, 2),
        Layer.of(3, 5, 2).io(),
        Layer.of(5, 2, 4).transposed(),
        Layer.of(2, 3, 2, 7).transposed().io(),
        Layer.of(4, 3, 3).groups(2),
        Layer.of(2, 4, 2, 6).io().groups(2),
        Layer.of(12, 2, 3).transposed().groups(2),
        Layer.of(6, 4, 3).parts(3),
        Layer.of(2, 5, 4).io().parts(2));
  }

  static List<Layer> convolutions() {
    return Stream.concat(wideningConvolutions().stream(), narrowingConvolutions().stream())
        .toList();
  }

  /** Fields w0, w1 … with a scheme, one for each layer. */
  static EveryKind compile(List<Layer> layers, String scheme) {
    EveryKind kinds = new EveryKind();
    IntStream.range(0, layers.size())
        .forEach(
            i -> {
              Layer layer = layers.get(i);
              kinds.add(name(i), layer.annotation() + " " + scheme, layer.rank());
            });
    return kinds.compile();
  }

  static String name(int index) {
    return "w" + index;
  }
}
