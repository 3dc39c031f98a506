package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.Composed;
import dev.fanwise.processor.plan.FanSource;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.Holder;
import dev.fanwise.processor.plan.Intent;
import dev.fanwise.processor.plan.MemberPlan;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Resolved;
import dev.fanwise.processor.plan.StreamFacts;
import dev.fanwise.processor.plan.StreamRef;
import dev.fanwise.processor.plan.SubmodulePlan;
import dev.fanwise.processor.plan.Term;
import dev.fanwise.processor.plan.TypeRef;
import dev.fanwise.processor.read.AnnotationUse;
import dev.fanwise.processor.read.Fields;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelField;
import dev.fanwise.processor.read.ShapeUse;
import dev.fanwise.processor.read.StreamNames;
import dev.fanwise.processor.read.SubmoduleField;
import dev.fanwise.processor.read.TypeRefs;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.scheme.Resolution;
import dev.fanwise.processor.scheme.Scheme;
import dev.fanwise.runtime.Fans;
import dev.fanwise.runtime.Keys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** The plans of a model's members, and of the classes of submodules that are drawn with them. */
final class ModulePlans {
  private final CheckedModel checkedRoot;
  private final ModelClass root;
  private final StreamFacts facts;

  /** What the names of methods end with, for each class that is drawn with the model. */
  private final Map<TypeElement, String> suffixes = new LinkedHashMap<>();

  ModulePlans(CheckedModel checkedRoot) {
    this.checkedRoot = checkedRoot;
    this.root = checkedRoot.model();
    this.facts = StreamFacts.of(root.engine());
    Set<String> taken = fillMethods(root, "");
    for (ModelClass module : root.modules()) {
      // Not root itself: a model may hold others of its class in a list.
      String name = module.name().replace('.', '_');
      int number = 2;
      String suffix = name;
      while (suffixes.containsValue(suffix)
          || !Collections.disjoint(taken, fillMethods(module, suffix))) {
        suffix = name + number++;
      }
      suffixes.put(module.element(), suffix);
      taken.addAll(fillMethods(module, suffix));
    }
  }

  private static Set<String> fillMethods(ModelClass model, String suffix) {
    return model.weights().stream()
        .map(field -> FillMethods.nameFor(suffix, field.name()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** The classes that are drawn with the model. */
  List<ModulePlan> all() {
    return checkedRoot.modules().stream()
        .map(
            module ->
                new ModulePlan(
                    suffixes.get(module.model().element()),
                    module.model().name(),
                    TypeRefs.of(module.model().element()),
                    members(module)))
        .toList();
  }

  /** The members of the model, or of one of these classes. */
  List<MemberPlan> members(CheckedModel model) {
    List<MemberPlan> members = new ArrayList<>();
    for (ModelField field : model.model().fields()) {
      members.add(
          field instanceof WeightField weights
              ? parameter(model, weights, number(members))
              : submodule((SubmoduleField) field));
    }
    return members;
  }

  private ParameterPlan parameter(CheckedModel checked, WeightField field, int number) {
    ModelClass model = checked.model();
    Geometry own = field.shape().map(ShapeUse::geometry).orElseThrow();
    ResolvedWeight resolved = checked.weight(field);
    Resolution resolution = resolved.resolution();
    return new ParameterPlan(
        field.name(),
        fillMethod(model, field.name()),
        model == root,
        new Holder(
            field.type().elementType(),
            field.type().storage(),
            field.is(Modifier.FINAL),
            field.isNullable(),
            field.isLazy()),
        own,
        new StreamRef(root.engine(), number, field.streamName(), Keys.id(field.streamName())),
        new Resolved(
            resolved.scheme().annotation(),
            fans(facts.counted(own)),
            resolution.law(),
            resolution.derivation(),
            intent(resolved.scheme(), field),
            resolution.steps(),
            resolution.steps().stream().anyMatch(step -> step.term().needsFans())
                ? source(model, resolved)
                : null),
        new Composed(
            composed(field.schemes().get(0).use()),
            field.scaling().map(scaling -> composed(scaling.use())).orElse(List.of())),
        field.unitVariance().isPresent());
  }

  private static Intent intent(Scheme scheme, WeightField field) {
    Term factor = field.scaling().map(use -> use.scaling().factor()).orElse(Term.of(1));
    // One that only the model knows is of a law that is not judged.
    return factor.isKnown() ? scheme.intent().times(factor.value()) : scheme.intent();
  }

  /** The number of the next parameter, or -1 if it depends on submodules. */
  private static int number(List<MemberPlan> earlier) {
    boolean isKnown = earlier.stream().allMatch(ParameterPlan.class::isInstance);
    return isKnown ? earlier.size() : -1;
  }

  private String fillMethod(ModelClass model, String field) {
    return FillMethods.nameFor(model == root ? "" : suffixes.get(model.element()), field);
  }

  private FanSource source(ModelClass model, ResolvedWeight resolved) {
    String suffix = fillMethod(model, resolved.source()).substring("fill".length());
    Geometry geometry = resolved.geometry();
    return new FanSource(resolved.source(), suffix, facts.counted(geometry));
  }

  private static List<String> composed(AnnotationUse use) {
    return use.isComposed() ? use.way() : List.of();
  }

  private SubmodulePlan submodule(SubmoduleField field) {
    TypeRef module = TypeRefs.of(field.module());
    return new SubmodulePlan(
        field.name(),
        field.owner().getKind() == ElementKind.RECORD,
        field.isErased() ? TypeRefs.of(field.owner()) : null,
        field.streamName(),
        Keys.id(field.streamName()),
        field.containers(),
        field.engine().filter(engine -> !StreamFacts.of(engine).isByName()).isPresent(),
        suffixes.get(field.module()),
        module,
        streamNames(field),
        new TypeRef(module.packageName(), null, field.initializerName(), 0));
  }

  /** The names in {@code @StreamName}s of a class of submodules; it has been found in order. */
  private static List<String> streamNames(SubmoduleField field) {
    return Fields.of(field.module()).stream()
        .filter(member -> StreamNames.annotation(member).isPresent())
        .map(StreamNames::of)
        .toList();
  }

  private static ParameterPlan.FanNumbers fans(Geometry geometry) {
    if (!geometry.hasFans() || !geometry.isKnown()) {
      return null;
    }
    Fans fans = geometry.fans();
    return new ParameterPlan.FanNumbers(fans.fanIn(), fans.fanOut());
  }
}
