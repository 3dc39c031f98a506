package dev.fanwise.processor.validate;

import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.StreamFacts;
import dev.fanwise.processor.read.Lombok;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelField;
import dev.fanwise.processor.read.SchemeUse;
import dev.fanwise.processor.read.SubmoduleField;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import dev.fanwise.processor.scheme.StreamSchemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Which weights can have the numbers of another library. */
final class EngineRules {
  private EngineRules() {}

  /** Checks a weight of a model about which there is no other complaint. */
  static void check(CheckedModel model, WeightField field, Report report) {
    RandomEngine engine = model.model().engine();
    SchemeUse use = field.schemes().get(0);
    StreamSchemes.of(engine)
        .refusal(
            new StreamSchemes.Weight(
                use.scheme(),
                model.weight(field).resolution().law(),
                field.type().elementType(),
                field.shape().orElseThrow().geometry(),
                field.type().isNested()))
        .ifPresent(
            reason ->
                report.add(
                    Site.of(field.element(), use.use().onField()),
                    Problem.RANDOM_STREAM,
                    use.scheme().annotation(),
                    field.name(),
                    engine,
                    reason));
  }

  /** Checks that a model's initialiser can reach all of a class that shares its stream. */
  static void checkReach(ModelClass model, ModelClass module, Elements elements, Report report) {
    for (ModelField field : module.fields()) {
      for (Element element : needed(module, field)) {
        boolean isComponent = element.getEnclosingElement().getKind() == ElementKind.RECORD;
        boolean reached =
            elements.getPackageOf(element).getQualifiedName().contentEquals(model.packageName())
                || isComponent
                || Lombok.modifiersOf(element).contains(Modifier.PUBLIC);
        if (!reached) {
          report.add(
              Site.of(model.element()),
              Problem.RANDOM_STREAM_REACH,
              module.name() + "." + field.name(),
              model.name(),
              element.getSimpleName(),
              module.name(),
              model.engine());
          return;
        }
      }
    }
  }

  /** What the code that draws a field names. */
  private static List<Element> needed(ModelClass module, ModelField field) {
    List<Element> needed = new ArrayList<>();
    needed.add(field.element());
    if (field instanceof WeightField weights) {
      weights
          .numbers()
          .map(module.symbols()::element)
          .flatMap(Optional::stream)
          .forEach(needed::add);
      return needed;
    }
    for (Element type = ((SubmoduleField) field).module();
        type instanceof TypeElement;
        type = type.getEnclosingElement()) {
      needed.add(type);
    }
    return needed;
  }

  /** Checks that submodules which choose a stream choose that of the model. */
  static void checkModules(ModelClass model, Report report) {
    if (StreamFacts.of(model.engine()).isByName()) {
      return;
    }
    List<ModelClass> all = new ArrayList<>(model.modules());
    all.add(0, model);
    for (ModelClass holder : all) {
      for (SubmoduleField field : holder.submodules()) {
        field
            .engine()
            .filter(other -> other != model.engine())
            .ifPresent(
                other ->
                    report.add(
                        Site.of(field.element(), field.annotation()),
                        Problem.RANDOM_STREAM_CONFLICT,
                        field.name(),
                        field.module().getSimpleName(),
                        other,
                        model.name(),
                        model.engine()));
      }
    }
  }
}
