package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Geometry;
import java.util.Optional;
import java.util.Set;

/** What is common to the schemes of other libraries, which count fans by the dimensions alone. */
abstract class LibrarySchemes implements StreamSchemes {
  static final Optional<String> NONE = Optional.empty();

  static final Optional<String> NO_SCHEME = Optional.of("it has no such scheme");

  private static final Set<String> MATRICES = Set.of("OrthogonalInit", "DeltaOrthogonalInit");

  @Override
  public Resolution resolve(Scheme scheme, Geometry geometry, ElementType type) {
    return scheme.resolve(geometry.plain());
  }

  @Override
  public final Optional<String> refusal(Weight weight) {
    if (!weight.law().isRandom()) {
      return NONE;
    }
    if (MATRICES.contains(weight.scheme().annotation())) {
      return Optional.of("its matrices come from LAPACK, whose rounding differs between machines");
    }
    return refusalOfNumbers(weight);
  }

  /** Why the library does not draw the weight, or not in a way that is known to the bit. */
  abstract Optional<String> refusalOfNumbers(Weight weight);
}
