package dev.fanwise.processor.read;

import dev.fanwise.Layout;
import dev.fanwise.processor.scheme.Geometry;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/**
 * A {@code @Shape} as it was written.
 *
 * @param annotation the annotation
 * @param dimensions the dimensions
 * @param entries the value of each dimension, for messages
 * @param layout the layout
 * @param groups the number of groups
 */
public record ShapeUse(
    AnnotationMirror annotation,
    List<Integer> dimensions,
    List<AnnotationValue> entries,
    Layout layout,
    int groups) {

  /** The geometry; only for shapes that were found valid. */
  public Geometry geometry() {
    return new Geometry(dimensions, layout, groups);
  }
}
