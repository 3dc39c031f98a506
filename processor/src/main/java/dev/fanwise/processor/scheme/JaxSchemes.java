package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.runtime.Truncation;
import java.util.Optional;

/** The schemes of {@code jax.nn.initializers}, some of which compute in the weights' own type. */
final class JaxSchemes extends LibrarySchemes {
  @Override
  public Resolution resolve(Scheme scheme, Geometry geometry, ElementType type) {
    return scheme
        .variance()
        .map(variance -> JaxLaws.resolve(variance, geometry.plain(), type))
        .orElseGet(() -> super.resolve(scheme, geometry, type));
  }

  @Override
  Optional<String> refusalOfNumbers(Weight weight) {
    ElementType type = weight.type();
    Optional<String> ofDouble =
        type == ElementType.DOUBLE
            ? Optional.of("it draws no doubles unless told to; use float")
            : NONE;
    Optional<String> ofNormal =
        type.isHalf()
            ? Optional.of("its normals of 16 bits are not known exactly; use float")
            : ofDouble;
    return weight
        .law()
        .accept(
            new Law.Cases<Optional<String>>(
                constant -> NONE,
                uniform ->
                    type.isHalf() && !isPlainUniform(uniform)
                        ? Optional.of(
                            "its uniforms of 16 bits are known for -b to b and 0 to b only")
                        : ofDouble,
                normal -> ofNormal,
                cut ->
                    ofDouble.isEmpty()
                            && (cut.lower() != -Truncation.CUT || cut.upper() != Truncation.CUT)
                        ? Optional.of(
                            "its error function is known exactly for bounds of -2 and 2 only")
                        : ofNormal,
                structured -> NO_SCHEME,
                symbolic -> NO_SCHEME));
  }

  private static boolean isPlainUniform(Law.Uniform uniform) {
    return uniform.isSymmetric() || uniform.low().isKnown() && uniform.low().value() == 0;
  }
}
