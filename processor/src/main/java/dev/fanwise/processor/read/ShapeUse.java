package dev.fanwise.processor.read;

import dev.fanwise.Connection;
import dev.fanwise.Layout;
import dev.fanwise.processor.scheme.Geometry;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/**
 * A {@code @Shape} as it was written.
 *
 * @param annotation the annotation
 * @param entries the value of each dimension, for messages
 * @param strideEntries the value of each stride, likewise
 * @param geometry what it says; not yet checked
 */
public record ShapeUse(
    AnnotationMirror annotation,
    List<AnnotationValue> entries,
    List<AnnotationValue> strideEntries,
    Geometry geometry) {
  public ShapeUse {
    entries = List.copyOf(entries);
    strideEntries = List.copyOf(strideEntries);
  }

  /** The dimensions. */
  public List<Integer> dimensions() {
    return geometry.shape();
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
