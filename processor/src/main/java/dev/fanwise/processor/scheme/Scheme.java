package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Intent;
import java.util.Optional;

/**
 * A way to draw weights, as its annotation gives it.
 *
 * <p>A scheme knows its formula and its rules and nothing of the compiler, so that both can be
 * tested without one.
 */
public interface Scheme {
  /** The simple name of its annotation. */
  String annotation();

  /** Says what is wrong with its members. */
  default void check(Complaints complaints) {}

  /** Says why it cannot draw a tensor; asked only if its members are in order. */
  default void checkTensor(Geometry geometry, Complaints complaints) {}

  /** The field whose fans the scheme needs instead of its own field's, if any. */
  default Optional<String> otherField() {
    return Optional.empty();
  }

  /** The scheme as JAX's {@code variance_scaling}, if it is one. */
  default Optional<Variance> variance() {
    return Optional.empty();
  }

  /** What the scheme says of the layer; by default nothing that a gain describes. */
  default Intent intent() {
    return Intent.of(Intent.Basis.OWN);
  }

  /**
   * Resolves the numbers.
   *
   * @param geometry the geometry of the field, or of {@link #otherField}, about which the scheme
   *     had no complaints
   */
  Resolution resolve(Geometry geometry);
}
