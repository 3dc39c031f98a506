package dev.fanwise.processor.validate;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ScalingUse;
import dev.fanwise.processor.read.SchemeUse;
import dev.fanwise.processor.read.ShapeUse;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.scheme.Resolution;
import dev.fanwise.processor.scheme.Scheme;
import dev.fanwise.processor.scheme.StreamSchemes;
import java.util.Optional;

/**
 * A weight without problems, and what its scheme and scaling come to.
 *
 * @param scheme its scheme
 * @param source the field whose shape the scheme looks at: itself, or the one that a bias belongs
 *     to
 * @param geometry the shape of that field
 * @param resolution the law, scaled
 */
record ResolvedWeight(Scheme scheme, String source, Geometry geometry, Resolution resolution) {
  /** Resolves a weight of a class that has no problems. */
  static ResolvedWeight of(ModelClass model, WeightField field) {
    SchemeUse use = field.schemes().get(0);
    String source = use.scheme().otherField().orElse(field.name());
    Geometry geometry =
        model.weights().stream()
            .filter(one -> one.name().equals(source))
            .findFirst()
            .flatMap(WeightField::shape)
            .map(ShapeUse::geometry)
            .orElseThrow();
    return of(model, field, use, field.scaling(), geometry).orElseThrow();
  }

  /**
   * Resolves one of a weight's schemes, unless it has no standard deviation to scale.
   *
   * @param scaling the scaling, if there is one without problems
   * @param geometry the shape that the scheme looks at
   */
  static Optional<ResolvedWeight> of(
      ModelClass model,
      WeightField field,
      SchemeUse use,
      Optional<ScalingUse> scaling,
      Geometry geometry) {
    Scheme scheme = use.scheme();
    ElementType type = field.type().elementType();
    // Of a type that no weights have there are Fanwise's numbers only.
    RandomEngine engine = type == null ? RandomEngine.FANWISE : model.engine();
    Optional<Resolution> unscaled =
        Optional.of(StreamSchemes.of(engine).resolve(scheme, geometry, type));
    return (scaling.isEmpty()
            ? unscaled
            : unscaled.flatMap(one -> scaling.get().scaling().apply(one)))
        .map(
            resolution ->
                new ResolvedWeight(
                    scheme, scheme.otherField().orElse(field.name()), geometry, resolution));
  }
}
