package dev.fanwise.processor.validate;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.card.model.Readings;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Shapes that are legal as they are read but look as if another reading was meant: by their
 * numbers, as {@link Readings} has it, or by the names of what is no number yet.
 */
final class Misreadings {
  private static final Pattern INPUTS = Pattern.compile("in|inputs?|in[A-Z_].*");
  private static final Pattern OUTPUTS = Pattern.compile("out|outputs?|out[A-Z_].*|filters.*");

  private Misreadings() {}

  /** Whether a shape in layout OI, {@code [out, in, k...]}, looks like {@code [k..., in, out]}. */
  static boolean readsLikeIo(Geometry geometry) {
    int rank = geometry.rank();
    if (geometry.layout() != Layout.OI || rank < 4 || rank > 5) {
      return false;
    }
    List<Dimension> kernel = geometry.shape().subList(0, rank - 2);
    Dimension third = geometry.shape().get(rank - 2);
    Dimension last = geometry.shape().get(rank - 1);
    boolean isKnown = kernel.stream().allMatch(Dimension::isKnown);
    boolean isCube = kernel.stream().allMatch(kernel.get(0)::equals);
    if (!third.isKnown() || !last.isKnown()) {
      boolean transposed = geometry.connection() == Connection.TRANSPOSED;
      boolean named =
          isNamed(third, transposed ? OUTPUTS : INPUTS)
              || isNamed(last, transposed ? INPUTS : OUTPUTS);
      return isCube && named;
    }
    return isKnown && Readings.isLikeIo(numbers(geometry));
  }

  private static int[] numbers(Geometry geometry) {
    return geometry.shape().stream().mapToInt(Dimension::value).toArray();
  }

  private static boolean isNamed(Dimension dimension, Pattern pattern) {
    return !dimension.isKnown() && pattern.matcher(dimension.symbol().name()).matches();
  }

  /**
   * Whether the channels that a shape has for each group look like those of all groups: the inputs,
   * in a transposed convolution the outputs.
   */
  static boolean looksUndivided(Geometry geometry) {
    int groups = geometry.groups().value();
    if (groups < 2 || geometry.rank() < 2 || geometry.connection() == Connection.DEPTHWISE) {
      return false;
    }
    Dimension whole = wholeChannels(geometry);
    Dimension divided = dividedChannels(geometry);
    boolean isPointwise = kernel(geometry).stream().allMatch(Dimension.of(1)::equals);
    return whole.isKnown()
        && divided.isKnown()
        && Readings.isUndivided(groups, whole.value(), divided.value(), isPointwise);
  }

  /** The axis of the channels that a shape has in full. */
  private static Dimension wholeChannels(Geometry geometry) {
    return geometry.shape().get(firstIsWhole(geometry) ? first(geometry) : first(geometry) + 1);
  }

  /** The axis of the channels that a shape has for one group. */
  static Dimension dividedChannels(Geometry geometry) {
    return geometry.shape().get(firstIsWhole(geometry) ? first(geometry) + 1 : first(geometry));
  }

  /** OI: {@code [out, in / groups, k...]}; transposed, {@code [in, out / groups, k...]}. */
  private static boolean firstIsWhole(Geometry geometry) {
    boolean transposed = geometry.connection() == Connection.TRANSPOSED;
    return geometry.layout() == Layout.OI || transposed;
  }

  private static int first(Geometry geometry) {
    return geometry.layout() == Layout.OI ? 0 : geometry.rank() - 2;
  }

  private static List<Dimension> kernel(Geometry geometry) {
    int rank = geometry.rank();
    return geometry.layout() == Layout.OI
        ? geometry.shape().subList(2, rank)
        : geometry.shape().subList(0, rank - 2);
  }

  /** How many outputs a layer has, as far as that is known. */
  static OptionalLong outputs(Geometry geometry) {
    if (geometry.rank() < 2) {
      return OptionalLong.empty();
    }
    int at = first(geometry);
    Dimension out =
        switch (geometry.connection()) {
          case FORWARD -> geometry.shape().get(geometry.layout() == Layout.OI ? at : at + 1);
          case TRANSPOSED -> geometry.shape().get(geometry.layout() == Layout.OI ? at + 1 : at);
          case DEPTHWISE -> geometry.shape().get(at);
        };
    Dimension factor =
        switch (geometry.connection()) {
          case FORWARD -> Dimension.of(1);
          case TRANSPOSED -> geometry.layout() == Layout.OI ? geometry.groups() : Dimension.of(1);
          case DEPTHWISE -> geometry.shape().get(at + 1);
        };
    return out.isKnown() && factor.isKnown()
        ? OptionalLong.of((long) out.value() * factor.value())
        : OptionalLong.empty();
  }
}
