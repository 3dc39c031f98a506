package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.read.AnnotationUse;
import dev.fanwise.processor.read.ModelField;
import dev.fanwise.processor.read.ScalingUse;
import dev.fanwise.processor.read.SchemeUse;
import dev.fanwise.processor.read.StreamNames;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.read.WeightType;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** What holds for a weight field as a field. */
final class FieldRules {
  private FieldRules() {}

  static void check(WeightField field, Report report) {
    if (field.isUndrawn()) {
      addUndrawn(field, report);
      return;
    }
    Site site = Site.of(field.element());
    if (field.owner().getKind() == ElementKind.RECORD && !field.is(Modifier.STATIC)) {
      report.add(
          site, Problem.RECORD_COMPONENT, field.name(), field.owner().getSimpleName().toString());
    } else {
      checkModifiers(field, site, report);
    }
    boolean isConstant = field.element().getKind() == ElementKind.ENUM_CONSTANT;
    if (field.type().elementType() == null && !isConstant) {
      report.add(site, Problem.FIELD_TYPE, field.name(), field.type().text(), weightType(field));
    }
    checkPrecision(field, report);
    checkUnitVariance(field, report);
    checkAnnotations(field, report);
  }

  /** A type that the field could have. */
  private static String weightType(WeightField field) {
    if (!field.type().isNestedShort()) {
      return EngineTypes.advice(field.type().text())
          .orElse("float[], or as nested arrays with one pair of brackets for each dimension");
    }
    if (field.shape().map(ShapeRules::fitsFlat).orElse(true)) {
      return "short[], which takes any shape";
    }
    int rank = field.shape().orElseThrow().dimensions().size();
    return WeightType.arrayText(ElementType.FLOAT, rank)
        + (field.precision().isPresent() ? " and remove @Precision" : "");
  }

  private static void addUndrawn(WeightField field, Report report) {
    if (field.precision().isPresent()) {
      Site site = Site.of(field.element(), field.precision().get());
      report.add(site, Problem.PRECISION_ALONE, field.name());
    } else if (field.unitVariance().isPresent()) {
      Site site = Site.of(field.element(), field.unitVariance().get());
      report.add(site, Problem.UNIT_VARIANCE_ALONE, field.name());
    } else if (field.isLazy()) {
      Site site = Site.of(field.element(), field.lazy().get());
      report.add(site, Problem.LAZY_ALONE, field.name());
    } else {
      AnnotationMirror name = StreamNames.annotation(field.element()).orElseThrow();
      report.add(Site.of(field.element(), name), Problem.STREAM_ALONE, field.name());
    }
  }

  /** That the field is in objects of the model, where generated code can reach it. */
  static void checkModifiers(ModelField field, Site site, Report report) {
    if (field.is(Modifier.PRIVATE)) {
      report.add(site, Problem.PRIVATE_FIELD, field.name(), Fixes.ofPrivate(field));
    }
    if (field.is(Modifier.STATIC)) {
      report.add(site, Problem.STATIC_FIELD, field.name(), Fixes.ofStatic(field));
    }
  }

  private static void checkPrecision(WeightField field, Report report) {
    if (field.type().isShort() && field.precision().isEmpty()) {
      report.add(Site.of(field.element()), Problem.MISSING_PRECISION, field.name());
    } else if (field.precision().isPresent()
        && !field.type().isShort()
        && !field.type().isNestedShort()) {
      report.add(
          Site.of(field.element(), field.precision().get()),
          Problem.PRECISION_TYPE,
          field.name(),
          field.type().text());
    }
  }

  private static void checkAnnotations(WeightField field, Report report) {
    if (!field.cycles().isEmpty()) {
      return; // CompositionRules reports them; what schemes there are is a guess.
    }
    if (field.schemes().isEmpty() && field.scaling().isPresent()) {
      AnnotationUse scaling = field.scaling().get().use();
      report.addNoted(
          scaling.note(),
          Site.of(field.element(), scaling.onField()),
          Problem.SCALING_ALONE,
          field.name());
    } else if (field.schemes().isEmpty()) {
      report.add(
          field
              .shape()
              .map(shape -> Site.of(field.element(), shape.annotation()))
              .orElse(Site.of(field.element())),
          Problem.SCHEME_MISSING,
          field.name());
    } else if (field.shape().isEmpty()) {
      AnnotationUse first = field.schemes().get(0).use();
      report.add(
          Site.of(field.element(), first.onField()),
          Problem.SHAPE_MISSING,
          first.name(),
          field.name());
    }
    checkSingle(field, field.schemes().stream().map(SchemeUse::use), Problem.TWO_SCHEMES, report);
    checkSingle(
        field, field.scalings().stream().map(ScalingUse::use), Problem.TWO_SCALINGS, report);
  }

  /** Only weights that make a layer's output can be scaled for it. */
  private static void checkUnitVariance(WeightField field, Report report) {
    if (field.unitVariance().isPresent() && field.shape().isPresent()) {
      Geometry geometry = field.shape().get().geometry();
      if (geometry.rank() == 1) {
        report.add(
            Site.of(field.element(), field.unitVariance().get()),
            Problem.UNIT_VARIANCE_RANK,
            field.name(),
            geometry.shape());
      }
    }
  }

  /** There is one scheme at most, and one scaling. */
  private static void checkSingle(
      WeightField field, Stream<AnnotationUse> all, Problem problem, Report report) {
    List<AnnotationUse> uses = all.toList();
    for (AnnotationUse further : uses.stream().skip(1).toList()) {
      // Two in one composed annotation are for CompositionRules.
      if (further.onField() != uses.get(0).onField()) {
        report.add(
            Site.of(field.element(), further.onField()),
            problem,
            field.name(),
            uses.get(0).name(),
            further.name());
      }
    }
  }
}
