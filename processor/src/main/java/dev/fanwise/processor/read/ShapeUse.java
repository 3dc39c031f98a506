package dev.fanwise.processor.read;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.report.Quoted;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/**
 * A {@code @Shape} as it was written.
 *
 * @param annotation the annotation
 * @param entries each dimension as it was written
 * @param groupsOf the number of groups, if the model has it
 * @param strideEntries the value of each stride, likewise
 * @param geometry what it says; not yet checked
 */
public record ShapeUse(
    AnnotationMirror annotation,
    List<DimensionUse> entries,
    Optional<DimensionUse> groupsOf,
    List<AnnotationValue> strideEntries,
    Geometry geometry) {
  public ShapeUse {
    entries = List.copyOf(entries);
    strideEntries = List.copyOf(strideEntries);
  }

  /** The dimensions. */
  public List<Dimension> dimensions() {
    return geometry.shape();
  }

  /** The member that has the dimensions. */
  public String member() {
    return Mirrors.given(annotation, "value") == null && Mirrors.given(annotation, "dims") != null
        ? "dims"
        : "value";
  }

  public Layout layout() {
    return geometry.layout();
  }

  public Connection connection() {
    return geometry.connection();
  }

  public Dimension groups() {
    return geometry.groups();
  }

  /** The member that has the number of groups. */
  public String groupsMember() {
    return groupsOf.isPresent() ? groupsOf.get().member() : "groups";
  }

  /** The number of groups as it was written. */
  public String groupsText() {
    return groupsOf
        .map(use -> Quoted.of((String) use.entry().getValue()))
        .orElseGet(groups()::toString);
  }

  public int parts() {
    return geometry.parts();
  }
}
