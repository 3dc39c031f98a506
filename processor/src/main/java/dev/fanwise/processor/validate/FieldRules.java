package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.read.SchemeUse;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.read.WeightType;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** What holds for a weight field as a field. */
final class FieldRules {
  private FieldRules() {}

  static void check(WeightField field, Report report) {
    Site site = Site.of(field.element());
    if (field.owner().getKind() == ElementKind.RECORD && !field.is(Modifier.STATIC)) {
      report.add(
          site, Problem.RECORD_COMPONENT, field.name(), field.owner().getSimpleName().toString());
    } else if (field.is(Modifier.PRIVATE)) {
      report.add(site, Problem.PRIVATE_FIELD, field.name());
    }
    if (field.is(Modifier.STATIC)) {
      report.add(site, Problem.STATIC_FIELD, field.name());
    }
    if (field.type().elementType() == null) {
      String array = WeightType.arrayText(ElementType.FLOAT, 1);
      report.add(site, Problem.FIELD_TYPE, field.name(), field.type().text(), array);
    }
    checkPrecision(field, report);
    checkAnnotations(field, report);
  }

  private static void checkPrecision(WeightField field, Report report) {
    if (field.type().isShort() && field.precision().isEmpty()) {
      report.add(Site.of(field.element()), Problem.MISSING_PRECISION, field.name());
    } else if (field.precision().isPresent() && !field.type().isShort()) {
      report.add(
          Site.of(field.element(), field.precision().get()),
          Problem.PRECISION_TYPE,
          field.name(),
          field.type().text());
    }
  }

  private static void checkAnnotations(WeightField field, Report report) {
    if (field.schemes().isEmpty() && field.scaling().isPresent()) {
      report.add(
          Site.of(field.element(), field.scaling().get().annotation()),
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
      SchemeUse first = field.schemes().get(0);
      report.add(
          Site.of(field.element(), first.annotation()),
          Problem.SHAPE_MISSING,
          first.scheme().annotation(),
          field.name());
    }
    for (SchemeUse further : field.schemes().stream().skip(1).toList()) {
      report.add(
          Site.of(field.element(), further.annotation()),
          Problem.TWO_SCHEMES,
          field.name(),
          field.schemes().get(0).scheme().annotation(),
          further.scheme().annotation());
    }
  }
}
