package dev.fanwise.processor.read;

import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;

/** The names that fields' random bits come from. */
public final class StreamNames {
  static final String ANNOTATION = "dev.fanwise.StreamName";

  private StreamNames() {}

  /** The name in a field's {@code @StreamName}; without one the field's own. */
  public static String of(VariableElement field) {
    Optional<AnnotationMirror> annotation = annotation(field);
    if (annotation.isEmpty()) {
      return field.getSimpleName().toString();
    }
    AnnotationValue value = Mirrors.given(annotation.get(), "value");
    if (value == null) {
      throw new Mirrors.UnreadableValueException("value");
    }
    return Mirrors.text(value, "value");
  }

  /** The field's {@code @StreamName}, if it has one. */
  public static Optional<AnnotationMirror> annotation(VariableElement field) {
    return Mirrors.find(field, ANNOTATION);
  }
}
