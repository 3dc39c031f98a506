package dev.fanwise.processor.read;

import dev.fanwise.RandomEngine;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;

/** The random streams that classes choose. */
final class Engines {
  private static final String ANNOTATION = "dev.fanwise.RandomStream";

  private Engines() {}

  /** The stream of a class's {@code @RandomStream}, or of the nearest above it that has one. */
  static Optional<RandomEngine> of(ClassLine type) {
    for (ClassLine line : type.upwards()) {
      Optional<AnnotationMirror> annotation = Mirrors.find(line.type(), ANNOTATION);
      if (annotation.isPresent()) {
        AnnotationValue value = Mirrors.given(annotation.get(), "value");
        if (value == null) {
          throw new Mirrors.UnreadableValueException("value");
        }
        return Optional.of(Mirrors.constant(value, "value", RandomEngine.class));
      }
    }
    return Optional.empty();
  }
}
