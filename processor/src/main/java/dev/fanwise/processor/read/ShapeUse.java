package dev.fanwise.processor.read;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/**
 * A {@code @Shape} as it was written.
 *
 * @param annotation the annotation
 * @param entries each dimension as it was written
 * @param strideEntries the value of each stride, likewise
 * @param geometry what it says; not yet checked
 */
public record ShapeUse(
    AnnotationMirror annotation,
    List<DimensionUse> entries,
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

  public int groups() {
    return geometry.groups();
  }

  public int parts() {
    return geometry.parts();
  }
}
