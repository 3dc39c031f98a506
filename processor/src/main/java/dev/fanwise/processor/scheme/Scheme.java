package dev.fanwise.processor.scheme;

import dev.fanwise.processor.report.Problem;
import java.util.Optional;

/**
 * A way to draw weights, as its annotation gives it.
 *
 * <p>A scheme knows its formula and its rules and nothing of the compiler, so that both can be
 * tested without one.
 */
public sealed interface Scheme permits Constant, Xavier, Kaiming, Bias {
  /** The simple name of its annotation. */
  String annotation();

  /** Says what is wrong with its members. */
  default void check(Complaints complaints) {}

  /** The problem of a tensor that has no fans, if the scheme needs some. */
  default Optional<Problem> withoutFans() {
    return Optional.empty();
  }

  /** The field whose fans the scheme needs instead of its own field's, if any. */
  default Optional<String> otherField() {
    return Optional.empty();
  }

  /**
   * Resolves the numbers.
   *
   * @param geometry the geometry of the field, or of {@link #otherField}; checked, and with fans if
   *     the scheme needs them
   */
  Resolution resolve(Geometry geometry);
}
