package dev.fanwise.processor.report;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * Where a problem is shown: an element, on it an annotation, in that a value; each may be null, and
 * is if the one before it is.
 */
public record Site(Element element, AnnotationMirror annotation, AnnotationValue value) {
  /** No place in any source: what is wrong with the compilation's options. */
  public static final Site NOWHERE = new Site(null, null, null);

  /** An element as a whole. */
  public static Site of(Element element) {
    return new Site(element, null, null);
  }

  /** An annotation on an element. */
  public static Site of(Element element, AnnotationMirror annotation) {
    return new Site(element, annotation, null);
  }

  /**
   * A value in an annotation on an element.
   *
   * @param value the value, or null for the annotation as a whole
   */
  public static Site of(Element element, AnnotationMirror annotation, AnnotationValue value) {
    return new Site(element, annotation, value);
  }
}
