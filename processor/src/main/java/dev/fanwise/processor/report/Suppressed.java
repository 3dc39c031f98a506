package dev.fanwise.processor.report;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Which warnings a user does not want to see: those that {@code @SuppressWarnings} names. */
final class Suppressed {
  /** All of ours. */
  private static final String ALL = "fanwise";

  private Suppressed() {}

  /** Whether an element, or a class that it is in, suppresses a warning. */
  static boolean at(Site site, Problem problem) {
    for (Element around = site.element(); around != null; around = around.getEnclosingElement()) {
      for (AnnotationMirror annotation : around.getAnnotationMirrors()) {
        if (names(annotation, ALL) || names(annotation, "Fanwise:" + problem.id())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean names(AnnotationMirror annotation, String warning) {
    TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
    return type.getQualifiedName().contentEquals("java.lang.SuppressWarnings")
        && annotation.getElementValues().values().stream()
            .map(AnnotationValue::getValue)
            .filter(List.class::isInstance)
            .flatMap(values -> ((List<?>) values).stream())
            .anyMatch(
                entry ->
                    entry instanceof AnnotationValue value && warning.equals(value.getValue()));
  }
}
