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
  static final Set<String> OTHERS = Set.of(SHAPE, SCALING, PRECISION, StreamNames.ANNOTATION);

  private final Elements elements;
  private final Compositions compositions;

  FieldReader(Elements elements) {
    this.elements = elements;
    this.compositions = new Compositions(FieldReader::isPart);
  }

  /** Whether an annotation may be part of a user's own. */
  private static boolean isPart(String annotation) {
    return annotation.equals(SCALING) || Schemes.reader(annotation).isPresent();
  }

  /** Whether a field has an annotation of ours, or one composed of ours. */
  boolean isWeight(VariableElement field) {
    return field.getAnnotationMirrors().stream().map(Mirrors::name).anyMatch(OTHERS::contains)
        || compositions.leadToParts(field);
  }

  /** The weight field that an element is, if it has an annotation of ours. */
  Optional<WeightField> read(TypeElement owner, VariableElement field) {
    if (!isWeight(field)) {
      return Optional.empty();
    }
    Compositions.Parts parts = compositions.of(field);
    List<SchemeUse> schemes = new ArrayList<>();
    List<ScalingUse> scalings = new ArrayList<>();
    for (AnnotationUse use : parts.uses()) {
      MirrorArguments members = arguments(use.own());
      if (Mirrors.name(use.own()).equals(SCALING)) {
        scalings.add(new ScalingUse(use, Scaling.read(members)));
      } else {
        schemes.add(new SchemeUse(use, scheme(use, members)));
      }
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
            scalings,
            precision,
            StreamNames.of(field),
            parts.cycles()));
  }

  private static Scheme scheme(AnnotationUse use, MirrorArguments members) {
    return Schemes.reader(Mirrors.name(use.own())).orElseThrow().apply(members);
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
