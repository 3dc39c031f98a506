package dev.fanwise.processor.read;

import dev.fanwise.Layout;
import dev.fanwise.processor.scheme.Scheme;
import dev.fanwise.processor.scheme.Schemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Reads the annotations of fields. */
final class FieldReader {
  static final String SHAPE = "dev.fanwise.Shape";

  private final Elements elements;

  FieldReader(Elements elements) {
    this.elements = elements;
  }

  /** Whether a field has an annotation of ours. */
  boolean isWeight(VariableElement field) {
    return field.getAnnotationMirrors().stream()
        .map(Mirrors::name)
        .anyMatch(name -> name.equals(SHAPE) || Schemes.reader(name).isPresent());
  }

  /** The weight field that an element is, if it has an annotation of ours. */
  Optional<WeightField> read(TypeElement owner, VariableElement field) {
    Optional<ShapeUse> shape = Mirrors.find(field, SHAPE).map(this::shape);
    List<SchemeUse> schemes = new ArrayList<>();
    for (AnnotationMirror annotation : field.getAnnotationMirrors()) {
      scheme(annotation).ifPresent(scheme -> schemes.add(new SchemeUse(annotation, scheme)));
    }
    if (shape.isEmpty() && schemes.isEmpty()) {
      return Optional.empty();
    }
    WeightType type = WeightType.of(field.asType());
    return Optional.of(new WeightField(field, owner, type, shape, schemes));
  }

  private Optional<Scheme> scheme(AnnotationMirror annotation) {
    return Schemes.reader(Mirrors.name(annotation))
        .map(reader -> reader.apply(new MirrorArguments(elements, annotation)));
  }

  private ShapeUse shape(AnnotationMirror annotation) {
    List<AnnotationValue> entries =
        Mirrors.entries(Mirrors.value(elements, annotation, "value"), "value");
    List<Integer> dimensions = new ArrayList<>();
    for (AnnotationValue entry : entries) {
      dimensions.add(Mirrors.number(entry, "value").intValue());
    }
    MirrorArguments members = new MirrorArguments(elements, annotation);
    return new ShapeUse(
        annotation,
        dimensions,
        entries,
        members.constant("layout", Layout.class),
        (int) members.number("groups"));
  }
}
