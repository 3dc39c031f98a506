package dev.fanwise.processor.plan;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.runtime.Channels;
import dev.fanwise.runtime.Fans;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What {@code @Shape} says of a tensor; only of shapes that were found valid.
 *
 * @param isPlain whether fans are those of the dimensions alone, as other libraries count them
 */
public record Geometry(
    List<Dimension> shape,
    Layout layout,
    Connection connection,
    Dimension groups,
    List<Integer> stride,
    int parts,
    boolean isPlain) {
  /** The longest array that JVMs make: some keep a few words of the last two billion back. */
  public static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  /** The most elements whose bytes a long counts. */
  public static final long MOST_ELEMENTS = Long.MAX_VALUE / Double.BYTES;

  private static final Dimension ONE = Dimension.of(1);

  /** A shape whose fans are counted with all that is known of it. */
  public Geometry(
      List<Dimension> shape,
      Layout layout,
      Connection connection,
      int groups,
      List<Integer> stride,
      int parts) {
    this(shape, layout, connection, Dimension.of(groups), stride, parts, false);
  }

  public Geometry {
    shape = List.copyOf(shape);
    stride = List.copyOf(stride);
  }

  /** The same kind of layer with other dimensions. */
  public Geometry withShape(List<Integer> other) {
    return new Geometry(
        other.stream().map(Dimension::of).toList(),
        layout,
        connection,
        groups,
        stride,
        parts,
        isPlain);
  }

  /** The same tensor with the fans of other libraries, which look at dimensions alone. */
  public Geometry plain() {
    return new Geometry(shape, layout, connection, groups, stride, parts, true);
  }

  /** The same tensor in one group. */
  public Geometry ungrouped() {
    return new Geometry(shape, layout, connection, ONE, stride, parts, isPlain);
  }

  /** Whether every dimension is known, and the number of groups. */
  public boolean isKnown() {
    return hasKnownSize() && groups.isKnown();
  }

  /** Whether every dimension is known. */
  public boolean hasKnownSize() {
    return shape.stream().allMatch(Dimension::isKnown);
  }

  /** Whether there is more than one group, or may be. */
  public boolean isGrouped() {
    return !groups.isKnown() || groups.value() != 1;
  }

  /** Where its numbers come from that are not known, each once. */
  public Stream<Symbol> symbols() {
    return Stream.concat(shape.stream(), Stream.of(groups))
        .filter(number -> !number.isKnown())
        .map(Dimension::symbol)
        .distinct();
  }

  /** The number of dimensions. */
  public int rank() {
    return shape.size();
  }

  /** The number of elements of a shape of known size. */
  public long elements() {
    return shape.stream().mapToLong(Dimension::value).reduce(1, Math::multiplyExact);
  }

  /** Whether fan_in and fan_out are defined. */
  public boolean hasFans() {
    return rank() >= 2;
  }

  /** Whether it is {@code [out, in, ...]} without groups: what a shape is unless it says more. */
  public boolean isUsual() {
    return layout == Layout.OI && connection == Connection.FORWARD && !isGrouped();
  }

  /**
   * A number that the runtime's {@code Formulas} work out from the fans.
   *
   * @param text the formula, for people, with the numbers that are known
   * @param ofFans what it computes
   * @param method its method, which takes the fans as its last argument
   * @param arguments what it takes before them: numbers, and constants of enums
   */
  public Term formula(
      String text, ToDoubleFunction<Fans> ofFans, String method, Object... arguments) {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.add(Term.FANS);
    return term(new Term.Formula("Formulas", method, all, text, ofFans));
  }

  /** A function of the fans, worked out if the shape is known. */
  public Term term(Term.Formula formula) {
    return isKnown() ? Term.of(formula.ofFans().applyAsDouble(fans())) : formula;
  }

  /** What of a shape counts: for other libraries the dimensions alone. */
  public Geometry ofFans() {
    return isPlain
        ? new Geometry(shape, layout, Connection.FORWARD, ONE, List.of(), 1, true)
        : this;
  }

  /** The fans of a known shape, by the runtime's own logic. */
  public Fans fans() {
    Geometry of = ofFans();
    return Fans.of(
        dimensions(), layout, of.connection, of.groups.value(), ints(of.stride), of.parts);
  }

  /** Where inputs and outputs of a known shape lie, by the runtime's own logic. */
  public Channels channels() {
    return Channels.of(dimensions(), layout, connection, groups.value(), parts);
  }

  private int[] dimensions() {
    return shape.stream().mapToInt(Dimension::value).toArray();
  }

  private static int[] ints(List<Integer> numbers) {
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }
}
