package dev.fanwise.processor.validate;

import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelField;
import dev.fanwise.processor.read.Modules;
import dev.fanwise.processor.read.SubmoduleField;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Report;
import java.util.IdentityHashMap;
import java.util.Map;
import javax.lang.model.util.Elements;

/** Finds everything that is wrong with a model. */
public final class ModelValidator {
  private final Elements elements;
  private final Modules modules;

  /** The classes of submodules that were checked in this round; several models may hold one. */
  private final Map<ModelClass, CheckedModel> shared = new IdentityHashMap<>();

  public ModelValidator(Elements elements, Modules modules) {
    this.elements = elements;
    this.modules = modules;
  }

  /** To be called before anything is checked in a round. */
  public void newRound() {
    shared.clear();
  }

  /** Checks a model; its report holds whatever is wrong with it. */
  public CheckedModel validate(ModelClass model) {
    CheckedModel checked = checkAlone(model);
    if (checked.report().isClean()) {
      checkEngine(checked);
    }
    return checked;
  }

  /** Checks whether a model's weights, and those that share its stream, can have its numbers. */
  private void checkEngine(CheckedModel checked) {
    ModelClass model = checked.model();
    Report report = checked.report();
    model.weights().forEach(field -> EngineRules.check(checked, field, report));
    for (ModelClass module : model.modules()) {
      CheckedModel below = shared.computeIfAbsent(module, this::checkAlone);
      checked.modules().add(below);
      if (below.report().isClean()) {
        module.weights().forEach(field -> EngineRules.check(below, field, report));
        EngineRules.checkReach(model, module, elements, report);
      }
    }
    EngineRules.checkModules(model, report);
  }

  private CheckedModel checkAlone(ModelClass model) {
    CheckedModel checked = new CheckedModel(model);
    Report report = checked.report();
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
      checked.shape(field).ifPresent(shape -> report.addAll(shape.problems()));
      SchemeRules.check(checked, field, report);
      DoubtRules.check(checked, field, report);
    }
    for (SubmoduleField field : model.submodules()) {
      new SubmoduleRules(model, field, modules, elements, report).check();
    }
    return checked;
  }
}
