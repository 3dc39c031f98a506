package dev.fanwise.processor.read;

import dev.fanwise.Connection;
import dev.fanwise.HalfPrecision;
import dev.fanwise.Layout;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.scheme.Scaling;
import dev.fanwise.processor.scheme.Scheme;
import dev.fanwise.processor.scheme.Schemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Reads the annotations of fields. */
final class FieldReader {
  private static final String SHAPE = "dev.fanwise.Shape";
  private static final String SCALING = "dev.fanwise.ResidualScaled";
  private static final String PRECISION = "dev.fanwise.Precision";
  private static final String UNIT_VARIANCE = "dev.fanwise.UnitVariance";
  private static final String LAZY = "dev.fanwise.Lazy";

  /** The annotations that are no schemes. */
  static final Set<String> OTHERS =
      Set.of(
          SHAPE,
          SCALING,
          PRECISION,
          UNIT_VARIANCE,
          LAZY,
          StreamNames.ANNOTATION,
          SubmoduleReader.SUBMODULE);

  /** Those of them that have no place on a submodule. */
  private static final Set<String> FOR_WEIGHTS =
      Set.of(SHAPE, SCALING, PRECISION, UNIT_VARIANCE, LAZY);

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
  boolean isOurs(VariableElement field) {
    return field.getAnnotationMirrors().stream().map(Mirrors::name).anyMatch(OTHERS::contains)
        || compositions.leadToParts(field);
  }

  /** The annotations of ours on a field that are for weights alone. */
  List<AnnotationMirror> weightAnnotations(VariableElement field) {
    List<AnnotationMirror> found = new ArrayList<>();
    for (AnnotationMirror annotation : field.getAnnotationMirrors()) {
      if (FOR_WEIGHTS.contains(Mirrors.name(annotation)) || compositions.leadsToParts(annotation)) {
        found.add(annotation);
      }
    }
    return found;
  }

  /** The weight field that an element is. */
  WeightField read(TypeElement owner, VariableElement field, Symbols symbols) {
    Compositions.Parts parts = compositions.of(field);
    List<SchemeUse> schemes = new ArrayList<>();
    List<ScalingUse> scalings = new ArrayList<>();
    for (AnnotationUse use : parts.uses()) {
      MirrorArguments members = arguments(use.own());
      if (Mirrors.name(use.own()).equals(SCALING)) {
        scalings.add(scaling(use, members, symbols));
      } else {
        schemes.add(new SchemeUse(use, scheme(use, members)));
      }
    }
    Optional<AnnotationMirror> precision = Mirrors.find(field, PRECISION);
    HalfPrecision format =
        precision
            .map(annotation -> arguments(annotation).constant("value", HalfPrecision.class))
            .orElse(null);
    return new WeightField(
        field,
        owner,
        WeightType.of(field.asType(), format),
        Mirrors.find(field, SHAPE).map(shape -> shape(shape, symbols)),
        schemes,
        scalings,
        precision,
        Mirrors.find(field, UNIT_VARIANCE),
        Mirrors.find(field, LAZY),
        StreamNames.of(field),
        parts.cycles());
  }

  private static Scheme scheme(AnnotationUse use, MirrorArguments members) {
    return Schemes.reader(Mirrors.name(use.own())).orElseThrow().apply(members);
  }

  private static ScalingUse scaling(AnnotationUse use, MirrorArguments members, Symbols symbols) {
    Optional<DimensionUse> layersOf = named(use.own(), "layers", "layersOf", symbols);
    Dimension layers =
        layersOf
            .map(DimensionUse::dimension)
            .orElseGet(() -> Dimension.of(members.integer("layers")));
    return new ScalingUse(use, Scaling.read(members, layers), layersOf);
  }

  /** A number that a member names, unless another has it already. */
  private static Optional<DimensionUse> named(
      AnnotationMirror annotation, String number, String name, Symbols symbols) {
    AnnotationValue given = Mirrors.given(annotation, name);
    return given == null || Mirrors.given(annotation, number) != null
        ? Optional.empty()
        : Optional.of(symbols.read(name, given, Mirrors.text(given, name)));
  }

  private ShapeUse shape(AnnotationMirror annotation, Symbols symbols) {
    MirrorArguments members = arguments(annotation);
    Optional<DimensionUse> groupsOf = named(annotation, "groups", "groupsOf", symbols);
    List<DimensionUse> dimensions = dimensions(annotation, symbols);
    return new ShapeUse(
        annotation,
        dimensions,
        groupsOf,
        Mirrors.entries(Mirrors.value(elements, annotation, "stride"), "stride"),
        new Geometry(
            dimensions.stream().map(DimensionUse::dimension).toList(),
            members.constant("layout", Layout.class),
            members.constant("connection", Connection.class),
            groupsOf
                .map(DimensionUse::dimension)
                .orElseGet(() -> Dimension.of(members.integer("groups"))),
            members.integers("stride"),
            members.integer("parts"),
            false));
  }

  /** The entries of {@code value}, or of {@code dims} where there are none of {@code value}. */
  private List<DimensionUse> dimensions(AnnotationMirror annotation, Symbols symbols) {
    List<DimensionUse> dimensions = new ArrayList<>();
    for (AnnotationValue entry :
        Mirrors.entries(Mirrors.value(elements, annotation, "value"), "value")) {
      int number = Mirrors.number(entry, "value").intValue();
      dimensions.add(new DimensionUse("value", entry, Dimension.of(number), null));
    }
    if (dimensions.isEmpty()) {
      for (AnnotationValue entry :
          Mirrors.entries(Mirrors.value(elements, annotation, "dims"), "dims")) {
        dimensions.add(symbols.read("dims", entry, Mirrors.text(entry, "dims")));
      }
    }
    return dimensions;
  }

  private MirrorArguments arguments(AnnotationMirror annotation) {
    return new MirrorArguments(elements, annotation);
  }
}
