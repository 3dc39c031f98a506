package dev.fanwise.processor.validate;

import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelField;
import dev.fanwise.processor.read.Modules;
import dev.fanwise.processor.read.SubmoduleField;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Report;
import javax.lang.model.util.Elements;

/** Finds everything that is wrong with a model. */
public final class ModelValidator {
  private final Elements elements;
  private final Modules modules;

  public ModelValidator(Elements elements, Modules modules) {
    this.elements = elements;
    this.modules = modules;
  }

  /** Checks a model; the report holds whatever is wrong with it. */
  public Report validate(ModelClass model) {
    Report report = new Report();
    ModelRules.check(model, elements, report);
    StreamRules.check(model.fields().stream().map(ModelField::element).toList(), report);
    for (WeightField field : model.weights()) {
      FieldRules.check(field, report);
      CompositionRules.check(field, report);
      field.shape().ifPresent(shape -> ShapeRules.check(model, field, shape, report));
      SchemeRules.check(model, field, report);
    }
    for (SubmoduleField field : model.submodules()) {
      new SubmoduleRules(model, field, modules, elements, report).check();
    }
    return report;
  }
}
