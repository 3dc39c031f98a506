package dev.fanwise.processor.random;

import static java.util.stream.Collectors.joining;

import dev.fanwise.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * A weight field of a random model.
 *
 * @param nested whether it is an array of arrays
 * @param shape the dimensions, none above a few thousand
 * @param groups a divisor of the output channels
 */
record RandomField(
    String name,
    boolean isFloat,
    boolean nested,
    List<Integer> shape,
    Layout layout,
    int groups,
    RandomScheme scheme) {

  boolean hasFans() {
    return shape.size() >= 2;
  }

  int elements() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  double fanIn() {
    int in = layout == Layout.OI ? 1 : shape.size() - 2;
    return (double) shape.get(in) * kernel();
  }

  double fanOut() {
    return (double) out() / groups * kernel();
  }

  int out() {
    return shape.get(layout == Layout.OI ? 0 : shape.size() - 1);
  }

  private double kernel() {
    int rank = shape.size();
    List<Integer> dims = layout == Layout.OI ? shape.subList(2, rank) : shape.subList(0, rank - 2);
    return dims.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
  }

  /** The field as a user would write it. */
  String declaration() {
    List<String> members = new ArrayList<>();
    String dims = shape.stream().map(String::valueOf).collect(joining(", ", "{", "}"));
    members.add("value = " + dims);
    if (layout == Layout.IO) {
      members.add("layout = Layout.IO");
    }
    if (groups > 1) {
      members.add("groups = " + groups);
    }
    String type = (isFloat ? "float" : "double") + "[]".repeat(nested ? shape.size() : 1);
    String shapeAnnotation = "@Shape(" + String.join(", ", members) + ")";
    return "  "
        + shapeAnnotation
        + "\n  "
        + scheme.annotation()
        + "\n  "
        + type
        + " "
        + name
        + ";\n";
  }
}
