package dev.fanwise.processor.scheme;

import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Geometry;
import java.util.Optional;

/** The catalogue, all of which Fanwise's own stream draws. */
final class OwnSchemes implements StreamSchemes {
  @Override
  public Resolution resolve(Scheme scheme, Geometry geometry, ElementType type) {
    return scheme.resolve(geometry);
  }

  @Override
  public Optional<String> refusal(Weight weight) {
    return Optional.empty();
  }
}
