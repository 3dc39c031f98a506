package dev.fanwise.processor.harness;

import static java.util.stream.Collectors.joining;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code @Shape} says, understood a second time: element by element, from the layouts in the
 * contract's section 2. Channels are counted over all groups.
 */
public record Layer(
    List<Integer> shape,
    Layout layout,
    Connection connection,
    int groups,
    List<Integer> stride,
    int parts) {

  /** An element of the weights: the output it leads to, the input it comes from, and its tap. */
  public record Entry(int output, int input, List<Integer> tap) {}

  public static Layer of(int... shape) {
    return new Layer(Tensors.list(shape), Layout.OI, Connection.FORWARD, 1, List.of(), 1);
  }

  public Layer io() {
    return new Layer(shape, Layout.IO, connection, groups, stride, parts);
  }

  public Layer transposed() {
    return new Layer(shape, layout, Connection.TRANSPOSED, groups, stride, parts);
  }

  public Layer depthwise() {
    return new Layer(shape, Layout.IO, Connection.DEPTHWISE, groups, stride, parts);
  }

  public Layer groups(int number) {
    return new Layer(shape, layout, connection, number, stride, parts);
  }

  public Layer parts(int number) {
    return new Layer(shape, layout, connection, groups, stride, number);
  }

  public Layer stride(List<Integer> steps) {
    return new Layer(shape, layout, connection, groups, steps, parts);
  }

  public int rank() {
    return shape.size();
  }

  public int elements() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  public int[] dimensions() {
    return shape.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The annotation as a user would write it. */
  public String annotation() {
    List<String> members = new ArrayList<>();
    members.add("value = " + braces(shape));
    if (layout != Layout.OI) {
      members.add("layout = Layout." + layout);
    }
    if (connection != Connection.FORWARD) {
      members.add("connection = Connection." + connection);
    }
    if (groups != 1) {
      members.add("groups = " + groups);
    }
    if (!stride.isEmpty()) {
      members.add("stride = " + braces(stride));
    }
    if (parts != 1) {
      members.add("parts = " + parts);
    }
    return "@Shape(" + String.join(", ", members) + ")";
  }

  private static String braces(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(joining(", ", "{", "}"));
  }

  /** All elements in row-major order. */
  public List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int element = 0; element < elements(); element++) {
      entries.add(entry(indices(element, shape)));
    }
    return entries;
  }

  /** The index on each axis. */
  static List<Integer> indices(int element, List<Integer> lengths) {
    List<Integer> indices = new ArrayList<>(lengths);
    int rest = element;
    for (int axis = lengths.size() - 1; axis >= 0; axis--) {
      indices.set(axis, rest % lengths.get(axis));
      rest /= lengths.get(axis);
    }
    return indices;
  }

  private Entry entry(List<Integer> indices) {
    int rank = shape.size();
    int axis = layout == Layout.OI ? 0 : rank - 2;
    int a = indices.get(axis);
    int b = indices.get(axis + 1);
    int aLength = shape.get(axis);
    int bLength = shape.get(axis + 1);
    List<Integer> tap = kernelOf(indices);
    return switch (layout + " " + connection) {
      case "OI FORWARD" -> // [out, in / groups, k...]
          new Entry(a, a / (aLength / groups) * bLength + b, tap);
      case "IO FORWARD" -> // [k..., in / groups, out]
          new Entry(b, b / (bLength / groups) * aLength + a, tap);
      case "OI TRANSPOSED" -> // [in, out / groups, k...]
          new Entry(a / (aLength / groups) * bLength + b, a, tap);
      case "IO TRANSPOSED" -> // [k..., out, in / groups]
          new Entry(a, a / (aLength / groups) * bLength + b, tap);
      default -> // [k..., in, multiplier]
          new Entry(a * bLength + b, a, tap);
    };
  }

  private List<Integer> kernelOf(List<Integer> axes) {
    return layout == Layout.OI ? axes.subList(2, axes.size()) : axes.subList(0, axes.size() - 2);
  }

  /** The lengths of the kernel. */
  public List<Integer> kernel() {
    return kernelOf(shape);
  }

  public List<Integer> centre() {
    return kernel().stream().map(length -> length / 2).toList();
  }

  /** All outputs, counted. */
  public int outputs() {
    return entries().stream().mapToInt(Entry::output).max().orElseThrow() + 1;
  }

  /** All inputs, counted. */
  public int inputs() {
    return entries().stream().mapToInt(Entry::input).max().orElseThrow() + 1;
  }

  /**
   * An element within its matrix: the one of its group and part, at its tap.
   *
   * @param output the row
   * @param input the column
   * @param central whether the tap is the kernel's middle, k / 2
   */
  public record Place(int group, int part, int output, int input, boolean central) {}

  /** The places of all elements in row-major order. */
  public List<Place> places() {
    int rows = rows();
    int columns = columns();
    List<Place> places = new ArrayList<>();
    for (Entry entry : entries()) {
      places.add(
          new Place(
              entry.output() / (rows * parts),
              entry.output() / rows % parts,
              entry.output() % rows,
              entry.input() % columns,
              entry.tap().equals(centre())));
    }
    return places;
  }

  /** Outputs of one part of one group. */
  public int rows() {
    return outputs() / allGroups() / parts;
  }

  /** Inputs of one group. */
  public int columns() {
    return inputs() / allGroups();
  }

  /** How many groups of inputs lead to outputs of their own. */
  public int allGroups() {
    return connection == Connection.DEPTHWISE ? inputs() : groups;
  }

  /** How many connections lead into an output: counted. */
  public double fanIn() {
    double steps = stride.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
    return entries().stream().filter(entry -> entry.output() == 0).count() / steps;
  }

  /** How many connections lead out of an input to one part: counted. */
  public double fanOut() {
    return entries().stream().filter(entry -> entry.input() == 0).count() / (double) parts;
  }
}
