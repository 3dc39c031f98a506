package dev.fanwise.processor.engines;

import dev.fanwise.processor.harness.FieldKind;
import java.util.List;

/**
 * A weight field of a model with the numbers of PyTorch or JAX.
 *
 * @param shape the annotation
 * @param symbols the fields and methods that the shape names
 */
record EngineField(
    String name,
    FieldKind kind,
    List<Integer> dimensions,
    boolean isIo,
    String shape,
    String symbols,
    String scheme,
    EngineLaw law)
    implements EngineMember {

  int elements() {
    return dimensions.stream().reduce(1, Math::multiplyExact);
  }

  boolean isSymbolic() {
    return !symbols.isEmpty();
  }

  /** Whether its methods take an array and where the numbers come from, and no dimensions. */
  boolean isAlone() {
    return !isSymbolic() && !scheme.startsWith("@BiasInit");
  }

  int fanIn() {
    return fan(isIo ? dimensions.size() - 2 : 1);
  }

  int fanOut() {
    return fan(isIo ? dimensions.size() - 1 : 0);
  }

  /** The length of an axis times the kernel. */
  private int fan(int axis) {
    int first = isIo ? dimensions.size() - 2 : 0;
    return elements() / (dimensions.get(first) * dimensions.get(first + 1)) * dimensions.get(axis);
  }

  @Override
  public String declaration() {
    String type = kind.type(dimensions.size());
    return symbols + "  " + shape + "\n  " + scheme + "\n  " + type + " " + name + ";\n";
  }
}
