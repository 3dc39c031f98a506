package dev.fanwise.processor;

import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.report.PlanText;
import dev.fanwise.processor.report.Printer;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import dev.fanwise.processor.validate.ModelValidator;
import dev.fanwise.processor.validate.PlanBuilder;
import dev.fanwise.processor.write.InitializerWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/**
 * The models of a round that could be read. All are checked before the first is written: a model
 * with a submodule whose class has an error would call an initialiser that does not exist.
 */
final class Batch {
  private final Elements elements;
  private final Filer filer;
  private final Printer printer;
  private final Guard guard;
  private final ModelValidator validator;
  private final Options options;

  /** The models without problems, and their clean reports, by name. */
  private final Map<String, ModelClass> models = new LinkedHashMap<>();

  private final Map<String, Report> reports = new LinkedHashMap<>();

  Batch(
      Elements elements, Filer filer, Printer printer, ModelValidator validator, Options options) {
    this.elements = elements;
    this.filer = filer;
    this.printer = printer;
    this.guard = new Guard(printer);
    this.validator = validator;
    this.options = options;
  }

  /**
   * Checks a model and prints what is wrong with it.
   *
   * @return whether it can be written
   */
  boolean add(ModelClass model) {
    Report report = validator.validate(model);
    printer.print(report, model.element());
    if (report.isClean()) {
      models.put(nameOf(model.element()), model);
      reports.put(nameOf(model.element()), report);
    }
    return report.isClean();
  }

  /**
   * Takes out the models that have one of the named classes among their submodules, or among those
   * of their submodules.
   *
   * @param names the classes; those of models that are taken out are added
   * @param removed is told of each
   */
  void removeHoldersOf(Set<String> names, Consumer<String> removed) {
    boolean changed = true;
    while (changed) {
      changed =
          models
              .entrySet()
              .removeIf(
                  entry -> {
                    boolean holds =
                        entry.getValue().submodules().stream()
                            .anyMatch(field -> names.contains(nameOf(field.module())));
                    if (holds) {
                      names.add(entry.getKey());
                      removed.accept(entry.getKey());
                    }
                    return holds;
                  });
    }
  }

  /** Writes the initialisers of all models that are left. */
  void write() {
    models.forEach(
        (name, model) -> guard.run(model.element(), () -> write(model, reports.get(name))));
  }

  /** The models that are left. */
  Collection<ModelClass> models() {
    return models.values();
  }

  private void write(ModelClass model, Report report) {
    InitializerPlan plan = PlanBuilder.build(model, report, generatedAnnotation(model));
    if (options.isVerbose()) {
      printer.note(PlanText.of(plan), model.element());
    }
    try {
      String source = InitializerWriter.write(plan);
      writeSource(plan, source, model.element());
      if (options.hasReport()) {
        new CardFiles(filer, options.reportSeed()).write(plan, source, model.element());
      }
    } catch (FilerException e) {
      // Outer.Mlp and Outer_Mlp in one package: the first of them has taken the name.
      report.add(
          Site.of(model.element()), Problem.NAME_TAKEN, model.initializerName(), model.name());
      printer.print(report, model.element());
    } catch (IOException e) {
      report.add(
          Site.of(model.element()), Problem.UNWRITABLE, model.initializerName(), e.getMessage());
      printer.print(report, model.element());
    }
  }

  private void writeSource(InitializerPlan plan, String source, TypeElement model)
      throws IOException {
    String name = plan.packageName().isEmpty() ? "" : plan.packageName() + ".";
    JavaFileObject file = filer.createSourceFile(name + plan.className(), model);
    try (Writer writer = file.openWriter()) {
      writer.write(source);
    } catch (IOException e) {
      file.delete(); // Half a class would hide what went wrong behind errors of its own.
      throw e;
    }
  }

  private static String nameOf(Element type) {
    return ((TypeElement) type).getQualifiedName().toString();
  }

  /** The JDK's {@code Generated}, if the model's module reads the module that it is in. */
  private String generatedAnnotation(ModelClass model) {
    String name = "javax.annotation.processing.Generated";
    TypeElement annotation =
        elements.getModuleOf(model.element()) == null
            ? elements.getTypeElement(name)
            : elements.getTypeElement(elements.getModuleOf(model.element()), name);
    return annotation == null ? null : name;
  }
}
