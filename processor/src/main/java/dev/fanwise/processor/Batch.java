package dev.fanwise.processor;

import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.read.ClassId;
import dev.fanwise.processor.read.Mirrors;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelReader;
import dev.fanwise.processor.report.PlanText;
import dev.fanwise.processor.report.Printer;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import dev.fanwise.processor.validate.CheckedModel;
import dev.fanwise.processor.validate.ModelRules;
import dev.fanwise.processor.validate.ModelValidator;
import dev.fanwise.processor.validate.PlanBuilder;
import dev.fanwise.processor.write.InitializerWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/**
 * The models of a round that could be read. All are checked before the first is written: a model
 * with a submodule whose class has an error would call an initialiser that does not exist.
 */
final class Batch {
  private final Elements elements;
  private final Output output;
  private final Printer printer;
  private final Guard guard;
  private final ModelValidator validator;
  private final Options options;
  private final CardModules cards;

  /** The models without problems. */
  private final Map<ClassId, CheckedModel> models = new LinkedHashMap<>();

  Batch(
      Elements elements,
      Output output,
      Printer printer,
      ModelValidator validator,
      CardModules cards,
      Options options) {
    this.elements = elements;
    this.output = output;
    this.printer = printer;
    this.guard = new Guard(printer);
    this.validator = validator;
    this.cards = cards;
    this.options = options;
  }

  /**
   * Checks a model and prints what is wrong with it.
   *
   * @return whether it can be written
   */
  boolean add(ModelClass model) {
    CheckedModel checked = validator.validate(model);
    printer.print(checked.report(), model.element());
    if (checked.report().isClean()) {
      models.put(ClassId.of(model.element()), checked);
    }
    return checked.report().isClean();
  }

  /**
   * Takes out the models that have one of some classes among their submodules, or among those of
   * their submodules.
   *
   * @param classes the classes; those of models that are taken out are added
   * @param removed is told of each
   */
  void removeHoldersOf(Set<ClassId> classes, Consumer<ClassId> removed) {
    boolean changed = true;
    while (changed) {
      changed =
          models
              .entrySet()
              .removeIf(
                  entry -> {
                    boolean holds =
                        entry.getValue().model().submodules().stream()
                            .anyMatch(field -> classes.contains(ClassId.of(field.module())));
                    if (holds) {
                      classes.add(entry.getKey());
                      removed.accept(entry.getKey());
                    }
                    return holds;
                  });
    }
  }

  /** Writes the initialisers of all models that are left. */
  void write() {
    for (CheckedModel checked : models.values()) {
      guard.run(checked.model().element(), () -> write(checked));
    }
  }

  /** The models that are left. */
  List<ModelClass> models() {
    return models.values().stream().map(CheckedModel::model).toList();
  }

  private void write(CheckedModel checked) {
    ModelClass model = checked.model();
    Report report = checked.report();
    InitializerPlan plan = PlanBuilder.build(checked, generatedAnnotation(model), elements);
    if (options.isVerbose()) {
      printer.note(PlanText.of(plan), model.element());
    }
    String source = InitializerWriter.write(plan);
    if (writeSource(plan, source, model, report) && options.hasReport()) {
      writeCard(plan, source, model, report);
    }
    printer.print(report, model.element());
  }

  /** Whether the class was written; if not, the report says why. */
  private boolean writeSource(
      InitializerPlan plan, String source, ModelClass model, Report report) {
    try {
      writeSource(plan, source, model.element());
      return true;
    } catch (FilerException e) {
      report.add(
          Site.of(model.element()),
          Problem.NAME_TAKEN,
          model.initializerName(),
          model.name(),
          isOfEarlierBuild(plan, model) ? ModelRules.REMOVE : ModelRules.RENAME);
    } catch (IOException e) {
      report.add(
          Site.of(model.element()), Problem.UNWRITABLE, model.initializerName(), e.getMessage());
    }
    return false;
  }

  /**
   * Whether the name of a class to generate is taken by what we wrote in an earlier compilation. If
   * not, it is another's, or that of Outer.Mlp, which Outer_Mlp in the same package would have too.
   */
  private boolean isOfEarlierBuild(InitializerPlan plan, ModelClass model) {
    TypeElement existing = ClassId.seenFrom(model.element(), plan.qualifiedClassName(), elements);
    return existing != null
        && Mirrors.find(existing, ModelReader.OURS).isPresent()
        && !output.hasWritten(plan.qualifiedClassName(), model.element());
  }

  private void writeSource(InitializerPlan plan, String source, TypeElement model)
      throws IOException {
    JavaFileObject file = output.source(plan.qualifiedClassName(), model);
    try (Writer writer = file.openWriter()) {
      writer.write(source);
    } catch (IOException e) {
      file.delete(); // Half a class would hide what went wrong behind errors of its own.
      throw e;
    }
  }

  private void writeCard(InitializerPlan plan, String source, ModelClass model, Report report) {
    try {
      new CardFiles(output, cards, options.reportSeed()).write(plan, source, model.element());
    } catch (IOException e) {
      report.add(
          Site.of(model.element()),
          Problem.UNWRITABLE,
          "The card of " + model.name(),
          e.getMessage());
    }
  }

  /** The JDK's {@code Generated}, if the model's module reads the module that it is in. */
  private String generatedAnnotation(ModelClass model) {
    String name = "javax.annotation.processing.Generated";
    return ClassId.seenFrom(model.element(), name, elements) == null ? null : name;
  }
}
