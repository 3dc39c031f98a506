package dev.fanwise.processor.validate;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ShapeUse;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.scheme.EngineLaws;
import dev.fanwise.processor.scheme.Resolution;
import dev.fanwise.processor.scheme.Scheme;

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
  /**
   * Resolves a weight.
   *
   * @param model the class that it belongs to
   * @param engine the stream that draws it
   */
  static ResolvedWeight of(ModelClass model, WeightField field, RandomEngine engine) {
    Scheme scheme = field.schemes().get(0).scheme();
    String source = scheme.otherField().orElse(field.name());
    Geometry geometry =
        model.weights().stream()
            .filter(one -> one.name().equals(source))
            .findFirst()
            .flatMap(WeightField::shape)
            .map(ShapeUse::geometry)
            .orElseThrow();
    Resolution unscaled = EngineLaws.resolve(scheme, geometry, field.type().elementType(), engine);
    Resolution resolution =
        field.scaling().map(use -> use.scaling().apply(unscaled).orElseThrow()).orElse(unscaled);
    return new ResolvedWeight(scheme, source, geometry, resolution);
  }
}
