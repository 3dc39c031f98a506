package dev.fanwise.processor.read;

import dev.fanwise.RandomEngine;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The random streams that classes choose. */
final class Engines {
  private static final String ANNOTATION = "dev.fanwise.RandomStream";

  private Engines() {}

  /** The stream of a class's {@code @RandomStream}, or of the nearest above it that has one. */
  static Optional<RandomEngine> of(TypeElement type) {
    TypeMirror above = type.asType();
    while (above.getKind() == TypeKind.DECLARED) {
      TypeElement element = (TypeElement) ((DeclaredType) above).asElement();
      Optional<AnnotationMirror> annotation = Mirrors.find(element, ANNOTATION);
      if (annotation.isPresent()) {
        AnnotationValue value = Mirrors.given(annotation.get(), "value");
        if (value == null) {
          throw new Mirrors.UnreadableValueException("value");
        }
        return Optional.of(Mirrors.constant(value, "value", RandomEngine.class));
      }
      above = element.getSuperclass();
    }
    return Optional.empty();
  }
}
