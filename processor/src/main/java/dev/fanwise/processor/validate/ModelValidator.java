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

  /** Checks whether a model's weights, and those that share its stream, can have its numbers. */
  private void checkEngine(ModelClass model, Report report) {
    model.weights().forEach(field -> EngineRules.check(model, field, report));
    for (ModelClass module : model.modules()) {
      if (validateAlone(module).isClean()) {
        module.weights().forEach(field -> EngineRules.check(module, field, report));
        EngineRules.checkReach(model, module, elements, report);
      }
    }
    EngineRules.checkModules(model, report);
  }

  /** Checks a model; the report holds whatever is wrong with it. */
  public Report validate(ModelClass model) {
    Report report = validateAlone(model);
    if (report.isClean()) {
      checkEngine(model, report);
    }
    return report;
  }

  private Report validateAlone(ModelClass model) {
    Report report = new Report();
    ModelRules.check(model, elements, report);
    StreamRules.check(
        model.fields().stream()
            .filter(field -> !(field instanceof WeightField weight && weight.isUndrawn()))
            .map(ModelField::element)
            .toList(),
        report);
    for (WeightField field : model.weights()) {
      FieldRules.check(field, report);
      CompositionRules.check(field, report);
      SymbolRules.check(model, field, report);
      field.shape().ifPresent(shape -> ShapeRules.check(field, shape, report));
      SchemeRules.check(model, field, report);
      DoubtRules.check(model, field, report);
    }
    for (SubmoduleField field : model.submodules()) {
      new SubmoduleRules(model, field, modules, elements, report).check();
    }
    return report;
  }
}
