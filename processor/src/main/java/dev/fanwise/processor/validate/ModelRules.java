package dev.fanwise.processor.validate;

import dev.fanwise.processor.read.ClassId;
import dev.fanwise.processor.read.Fields;
import dev.fanwise.processor.read.Mirrors;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelField;
import dev.fanwise.processor.read.ModelReader;
import dev.fanwise.processor.read.Reach;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** What holds for a model as a class. */
public final class ModelRules {
  /** What to do about a class that has the name of an initialiser. */
  public static final String RENAME = ". Rename one of the two.";

  /** What to do about an initialiser of an earlier compilation. */
  public static final String REMOVE =
      ": Fanwise wrote it in an earlier build. Take the folder of generated files out of the"
          + " sources and the class path, or build clean.";

  private ModelRules() {}

  static void check(ModelClass model, Elements elements, Report report) {
    if (isImplicit(model, elements)) {
      TypeElement outermost = model.enclosing().get(0);
      report.add(Site.of(outermost), Problem.IMPLICIT_CLASS, outermost.getSimpleName().toString());
      return;
    }
    checkReach(model, report);
    checkNames(model, report);
    checkInherited(model, elements, report);
    checkGeneratedName(model, elements, report);
  }

  /** Whether a class is, or is in, one that has a name for messages only. */
  private static boolean isImplicit(ModelClass model, Elements elements) {
    return model.packageName().isEmpty()
        && ClassId.of(model.enclosing().get(0)).in(elements) == null;
  }

  private static void checkReach(ModelClass model, Report report) {
    for (TypeElement type : model.enclosing()) {
      if (type.getModifiers().contains(Modifier.PRIVATE)) {
        report.add(
            Site.of(type),
            Problem.MODEL_PRIVATE,
            type.getSimpleName().toString(),
            model.element().getSimpleName().toString());
      }
    }
  }

  private static void checkNames(ModelClass model, Report report) {
    Map<String, WeightField> byMethod = new HashMap<>();
    for (WeightField field : model.weights()) {
      WeightField earlier = byMethod.putIfAbsent(FillMethods.nameFor(field.name()), field);
      if (earlier != null && !earlier.name().equals(field.name())) {
        report.add(
            Site.of(field.element()),
            Problem.METHOD_CLASH,
            earlier.name(),
            field.name(),
            FillMethods.nameFor(field.name()));
      }
    }
  }

  private static void checkInherited(ModelClass model, Elements elements, Report report) {
    for (ModelField field : model.fields()) {
      if (field.owner().equals(model.element())) {
        continue;
      }
      checkHiding(model, field, report);
      if (!isReachable(model, field, elements)) {
        report.add(
            Site.of(model.element()),
            Problem.INHERITED_ACCESS,
            model.name(),
            field.name(),
            field.owner().getSimpleName().toString(),
            packageOf(field.owner(), elements));
      }
    }
  }

  private static boolean isReachable(ModelClass model, ModelField field, Elements elements) {
    // FieldRules reports private ones.
    return field.is(Modifier.PRIVATE) || Reach.from(model.line(), field.element(), elements);
  }

  private static String packageOf(TypeElement type, Elements elements) {
    return elements.getPackageOf(type).getQualifiedName().toString();
  }

  /** Looks for fields below the weight's own class that have its name. */
  private static void checkHiding(ModelClass model, ModelField weight, Report report) {
    List<TypeElement> classes = model.line().downFrom(weight.owner());
    for (TypeElement type : classes.subList(1, classes.size())) {
      for (VariableElement field : Fields.of(type)) {
        if (field.getSimpleName().contentEquals(weight.name())) {
          report.add(
              Site.of(field),
              Problem.HIDDEN_WEIGHT,
              weight.name(),
              type.getSimpleName().toString(),
              weight.owner().getSimpleName().toString());
        }
      }
    }
  }

  private static void checkGeneratedName(ModelClass model, Elements elements, Report report) {
    String prefix = model.packageName().isEmpty() ? "" : model.packageName() + ".";
    String name = prefix + model.initializerName();
    TypeElement existing = ClassId.seenFrom(model.element(), name, elements);
    if (existing != null && Mirrors.find(existing, ModelReader.OURS).isEmpty()) {
      report.add(
          Site.of(model.element()),
          Problem.NAME_TAKEN,
          model.initializerName(),
          model.name(),
          RENAME);
    }
  }
}
