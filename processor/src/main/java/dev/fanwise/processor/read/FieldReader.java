package dev.fanwise.processor.read;

import dev.fanwise.Connection;
import dev.fanwise.HalfPrecision;
import dev.fanwise.Layout;
import dev.fanwise.processor.scheme.Geometry;
import dev.fanwise.processor.scheme.Scaling;
import dev.fanwise.processor.scheme.Scheme;
import dev.fanwise.processor.scheme.Schemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Reads the annotations of fields. */
final class FieldReader {
  private static final String SHAPE = "dev.fanwise.Shape";
  private static final String SCALING = "dev.fanwise.ResidualScaled";
  private static final String PRECISION = "dev.fanwise.Precision";

  /** The annotations that are no schemes. */
  static final Set<String> OTHERS = Set.of(SHAPE, SCALING, PRECISION);

  private final Elements elements;

  FieldReader(Elements elements) {
    this.elements = elements;
  }

  /** Whether a field has an annotation of ours. */
  boolean isWeight(VariableElement field) {
    return field.getAnnotationMirrors().stream()
        .map(Mirrors::name)
        .anyMatch(name -> OTHERS.contains(name) || Schemes.reader(name).isPresent());
  }

  /** The weight field that an element is, if it has an annotation of ours. */
  Optional<WeightField> read(TypeElement owner, VariableElement field) {
    if (!isWeight(field)) {
      return Optional.empty();
    }
    List<SchemeUse> schemes = new ArrayList<>();
    for (AnnotationMirror annotation : field.getAnnotationMirrors()) {
      scheme(annotation).ifPresent(scheme -> schemes.add(new SchemeUse(annotation, scheme)));
    }
    Optional<AnnotationMirror> precision = Mirrors.find(field, PRECISION);
    HalfPrecision format =
        precision
            .map(annotation -> arguments(annotation).constant("value", HalfPrecision.class))
            .orElse(null);
    return Optional.of(
        new WeightField(
            field,
            owner,
            WeightType.of(field.asType(), format),
            Mirrors.find(field, SHAPE).map(this::shape),
            schemes,
            Mirrors.find(field, SCALING)
                .map(use -> new ScalingUse(use, Scaling.read(arguments(use)))),
            precision));
  }

  private Optional<Scheme> scheme(AnnotationMirror annotation) {
    return Schemes.reader(Mirrors.name(annotation))
        .map(reader -> reader.apply(arguments(annotation)));
  }

  private ShapeUse shape(AnnotationMirror annotation) {
    MirrorArguments members = arguments(annotation);
    return new ShapeUse(
        annotation,
        Mirrors.entries(Mirrors.value(elements, annotation, "value"), "value"),
        Mirrors.entries(Mirrors.value(elements, annotation, "stride"), "stride"),
        new Geometry(
            members.integers("value"),
            members.constant("layout", Layout.class),
            members.constant("connection", Connection.class),
            members.integer("groups"),
            members.integers("stride"),
            members.integer("parts")));
  }

  private MirrorArguments arguments(AnnotationMirror annotation) {
    return new MirrorArguments(elements, annotation);
  }
}
