package dev.fanwise.processor.scheme;

import dev.fanwise.Layout;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.runtime.Truncation;
import java.util.Optional;

/** The schemes of {@code torch.nn.init}. */
final class TorchSchemes extends LibrarySchemes {
  /** Below this share PyTorch draws a truncated normal in another way. */
  private static final double LEAST_MASS = 0.3;

  @Override
  Optional<String> refusalOfNumbers(Weight weight) {
    Geometry geometry = weight.geometry();
    if (geometry.layout() == Layout.IO) {
      return Optional.of("PyTorch's tensors are in layout OI");
    }
    Optional<String> ofNumbers = numbers(weight);
    if (ofNumbers.isPresent()) {
      return ofNumbers;
    }
    if (!weight.isNested() && geometry.isKnown() && geometry.elements() > Geometry.LONGEST_ARRAY) {
      return Optional.of("its numbers are drawn tensor by tensor, and no array holds this one");
    }
    return scheme(weight);
  }

  /** Why PyTorch's numbers themselves are not known. */
  private static Optional<String> numbers(Weight weight) {
    Optional<String> normal =
        weight.type() == ElementType.DOUBLE
            ? Optional.of("its normals in double depend on the C library; use float")
            : NONE;
    return weight
        .law()
        .accept(
            new Law.Cases<Optional<String>>(
                constant -> NONE,
                uniform -> NONE,
                one -> normal,
                cut ->
                    normal.isEmpty() && Truncation.mass(cut.lower(), cut.upper()) <= LEAST_MASS
                        ? Optional.of(
                            "bounds that keep less than 0.3 of a normal are drawn by a vector"
                                + " logarithm")
                        : normal,
                structured -> normal,
                symbolic -> normal));
  }

  /** Whether PyTorch draws such tensors at all. */
  private static Optional<String> scheme(Weight weight) {
    boolean isSparse = weight.scheme().annotation().equals("SparseInit");
    return weight
        .law()
        .accept(
            new Law.Cases<Optional<String>>(
                constant -> NONE,
                uniform -> NONE,
                normal -> NONE,
                cut -> NONE,
                structured -> isSparse ? NONE : NO_SCHEME,
                symbolic ->
                    isSparse
                        ? Optional.of(
                            "its sparse matrices need dimensions and groups that are numbers")
                        : NO_SCHEME));
  }
}
