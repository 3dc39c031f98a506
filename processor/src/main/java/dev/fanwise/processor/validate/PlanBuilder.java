package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.FanSource;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.MemberPlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.SubmodulePlan;
import dev.fanwise.processor.plan.TypeRef;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelField;
import dev.fanwise.processor.read.Modules;
import dev.fanwise.processor.read.ShapeUse;
import dev.fanwise.processor.read.SubmoduleField;
import dev.fanwise.processor.read.TypeRefs;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.scheme.Resolution;
import dev.fanwise.processor.scheme.Scheme;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;

/** The one door into {@link InitializerPlan}; it opens only for a model without problems. */
public final class PlanBuilder {
  private PlanBuilder() {}

  /**
   * The plan of a model.
   *
   * @param report the model's report, which must be clean
   * @param generatedAnnotation the JDK's {@code Generated} that the model's module sees, or null
   */
  public static InitializerPlan build(ModelClass model, Report report, String generatedAnnotation) {
    if (!report.isClean()) {
      throw new IllegalStateException("a model with problems has no plan: " + model.name());
    }
    List<MemberPlan> members = new ArrayList<>();
    for (ModelField field : model.fields()) {
      members.add(
          field instanceof WeightField weights
              ? parameter(model, weights)
              : submodule((SubmoduleField) field));
    }
    boolean isPublic =
        model.enclosing().stream().allMatch(type -> type.getModifiers().contains(Modifier.PUBLIC));
    return new InitializerPlan(
        model.packageName(),
        model.initializerName(),
        model.name(),
        TypeRefs.of(model.element()),
        TypeRefs.typeParameters(model.element()),
        isPublic,
        suppressed(model),
        generatedAnnotation,
        members);
  }

  private static List<String> suppressed(ModelClass model) {
    List<String> suppressed = new ArrayList<>();
    if (isDeprecated(model)) {
      suppressed.addAll(List.of("deprecation", "removal"));
    }
    if (model.submodules().stream().anyMatch(SubmoduleField::isUnchecked)) {
      suppressed.add("unchecked");
    }
    return suppressed;
  }

  private static boolean isDeprecated(ModelClass model) {
    return Stream.concat(
                model.enclosing().stream(), model.fields().stream().map(ModelField::element))
            .anyMatch(element -> element.getAnnotation(Deprecated.class) != null)
        || model.weights().stream()
            .flatMap(field -> geometry(field).shape().stream())
            .filter(dimension -> !dimension.isKnown())
            .anyMatch(dimension -> model.symbols().isDeprecated(dimension.symbol().name()));
  }

  private static ParameterPlan parameter(ModelClass model, WeightField field) {
    Scheme scheme = field.schemes().get(0).scheme();
    Geometry own = geometry(field);
    String source = scheme.otherField().orElse(field.name());
    Geometry resolvedWith = geometry(weight(model, source));
    Resolution unscaled = scheme.resolve(resolvedWith);
    Resolution resolution =
        field.scaling().map(use -> use.scaling().apply(unscaled).orElseThrow()).orElse(unscaled);
    return new ParameterPlan(
        field.name(),
        FillMethods.nameFor(field.name()),
        field.type().elementType(),
        field.type().storage(),
        field.is(Modifier.FINAL),
        own,
        Keys.id(field.name()),
        scheme.annotation(),
        fans(own),
        resolution.law(),
        resolution.derivation(),
        resolution.steps(),
        resolution.steps().isEmpty() ? null : new FanSource(source, resolvedWith));
  }

  private static SubmodulePlan submodule(SubmoduleField field) {
    TypeRef.Declared module = TypeRefs.raw(field.module());
    return new SubmodulePlan(
        field.name(),
        field.owner().getKind() == ElementKind.RECORD,
        Keys.id(field.name()),
        field.containers(),
        new TypeRef.Declared(
            module.packageName(), null, Modules.simpleInitializerName(field.module()), List.of()));
  }

  private static ParameterPlan.FanNumbers fans(Geometry geometry) {
    if (!geometry.hasFans() || !geometry.isKnown()) {
      return null;
    }
    Fans fans = geometry.fans();
    return new ParameterPlan.FanNumbers(fans.fanIn(), fans.fanOut());
  }

  private static Geometry geometry(WeightField field) {
    return field.shape().map(ShapeUse::geometry).orElseThrow();
  }

  private static WeightField weight(ModelClass model, String name) {
    return model.weights().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
