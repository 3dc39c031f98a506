package dev.fanwise.processor.validate;

import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.Modules;
import dev.fanwise.processor.read.SubmoduleField;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What holds for a field with {@code @Submodule}. */
final class SubmoduleRules {
  private final ModelClass model;
  private final SubmoduleField field;
  private final Modules modules;
  private final Elements elements;
  private final Report report;

  SubmoduleRules(
      ModelClass model, SubmoduleField field, Modules modules, Elements elements, Report report) {
    this.model = model;
    this.field = field;
    this.modules = modules;
    this.elements = elements;
    this.report = report;
  }

  void check() {
    boolean isComponent =
        field.owner().getKind() == ElementKind.RECORD && !field.is(Modifier.STATIC);
    if (!isComponent) {
      FieldRules.checkModifiers(field, Site.of(field.element(), field.annotation()), report);
    }
    if (field.others().isEmpty()) {
      checkModule();
    } else {
      // Which of the annotations is meant is for the user to say, before more is said of the type.
      AnnotationMirror other = field.others().get(0);
      report.add(
          Site.of(field.element(), other),
          Problem.SUBMODULE_AND_WEIGHTS,
          field.name(),
          ((TypeElement) other.getAnnotationType().asElement()).getSimpleName().toString());
    }
  }

  private void checkModule() {
    TypeElement module = field.module();
    if (module == null) {
      add(Problem.SUBMODULE_TYPE, field.name(), field.element().asType());
    } else if (!modules.hasMembers(module)) {
      add(Problem.SUBMODULE_WITHOUT_WEIGHTS, field.name(), name(module));
    } else if (!modules.hasInitializer(module)) {
      add(Problem.SUBMODULE_UNPROCESSED, field.name(), name(module), field.initializerName());
    } else if (!isReachable(module)) {
      add(Problem.SUBMODULE_ACCESS, field.name(), field.initializerName(), name(module));
    } else if (field.containers().isEmpty()) {
      new Cycles(modules)
          .toReport(model.element(), field.name(), module)
          .ifPresent(path -> add(Problem.SUBMODULE_CYCLE, path, model.name()));
    }
  }

  /** An initialiser is public if its model is, and all classes around it. */
  private boolean isReachable(TypeElement module) {
    if (elements.getPackageOf(module).equals(elements.getPackageOf(model.element()))) {
      return true;
    }
    for (Element around = module;
        around instanceof TypeElement;
        around = around.getEnclosingElement()) {
      if (!around.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  private static String name(TypeElement type) {
    return type.getSimpleName().toString();
  }

  private void add(Problem problem, Object... details) {
    report.add(Site.of(field.element(), field.annotation()), problem, details);
  }
}
