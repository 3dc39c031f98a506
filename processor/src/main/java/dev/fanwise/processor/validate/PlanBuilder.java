package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.read.AnnotationUse;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ShapeUse;
import dev.fanwise.processor.read.TypeRefs;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.scheme.Geometry;
import dev.fanwise.processor.scheme.Resolution;
import dev.fanwise.processor.scheme.Scheme;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
    List<ParameterPlan> parameters = new ArrayList<>();
    for (WeightField field : model.weights()) {
      parameters.add(parameter(model, field));
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
        isDeprecated(model),
        generatedAnnotation,
        parameters);
  }

  private static boolean isDeprecated(ModelClass model) {
    return Stream.concat(
            model.enclosing().stream(), model.weights().stream().map(WeightField::element))
        .anyMatch(element -> element.getAnnotation(Deprecated.class) != null);
  }

  private static ParameterPlan parameter(ModelClass model, WeightField field) {
    Scheme scheme = field.schemes().get(0).scheme();
    Geometry own = geometry(field);
    Geometry resolvedWith =
        scheme.otherField().map(other -> geometry(weight(model, other))).orElse(own);
    Resolution unscaled = scheme.resolve(resolvedWith);
    Resolution resolution =
        field.scaling().map(use -> use.scaling().apply(unscaled).orElseThrow()).orElse(unscaled);
    return new ParameterPlan(
        field.name(),
        FillMethods.nameFor(field.name()),
        field.type().elementType(),
        field.type().storage(),
        field.is(Modifier.FINAL),
        own.shape(),
        field.streamName(),
        Keys.id(field.streamName()),
        scheme.annotation(),
        fans(own),
        resolution.law(),
        resolution.derivation(),
        composed(field.schemes().get(0).use()),
        field.scaling().map(scaling -> composed(scaling.use())).orElse(List.of()));
  }

  private static List<String> composed(AnnotationUse use) {
    return use.isComposed() ? use.way() : List.of();
  }

  private static ParameterPlan.FanNumbers fans(Geometry geometry) {
    if (!geometry.hasFans()) {
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
