package dev.fanwise.processor.validate;

import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Report;
import javax.lang.model.util.Elements;

/** Finds everything that is wrong with a model. */
public final class ModelValidator {
  private final Elements elements;

  public ModelValidator(Elements elements) {
    this.elements = elements;
  }

  /** Checks a model; the report holds whatever is wrong with it. */
  public Report validate(ModelClass model) {
    Report report = new Report();
    ModelRules.check(model, elements, report);
    StreamRules.check(model.weights().stream().map(WeightField::element).toList(), report);
    for (WeightField field : model.weights()) {
      FieldRules.check(field, report);
      CompositionRules.check(field, report);
      field.shape().ifPresent(shape -> ShapeRules.check(field, shape, report));
      SchemeRules.check(model, field, report);
    }
    return report;
  }
}
