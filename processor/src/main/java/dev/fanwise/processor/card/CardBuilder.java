package dev.fanwise.processor.card;

import dev.fanwise.RandomEngine;
import dev.fanwise.card.model.Model;
import dev.fanwise.card.model.Origin;
import dev.fanwise.card.model.Parameter;
import dev.fanwise.card.model.Sample;
import dev.fanwise.card.model.Shape;
import dev.fanwise.card.model.Submodule;
import dev.fanwise.processor.plan.Container;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.MemberPlan;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.SubmodulePlan;
import dev.fanwise.processor.plan.TypeRef;
import dev.fanwise.runtime.Keys;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes of plans what a card is made of: of a model's, and of those of all that it holds. */
public final class CardBuilder {
  /** How many elements of a submodule's parameters are drawn: there may be very many. */
  private static final int OF_SUBMODULES = 10_000;

  /** A tree may be as large as it likes, but not its card. */
  private static final int MOST_PARAMETERS = 5000;

  private final InitializerPlan plan;
  private final Modules modules;
  private final List<Parameter> parameters = new ArrayList<>();

  /** The classes that we are in: one may hold others of itself. */
  private final Deque<TypeRef> within = new ArrayDeque<>();

  private CardBuilder(InitializerPlan plan, Modules modules) {
    this.plan = plan;
    this.modules = modules;
  }

  /**
   * What the card of a model is made of.
   *
   * @param model its plan, with the numbers that are known
   * @param modules the classes of its submodules, and of theirs
   * @param source the text of the generated class
   * @param seed the seed of the draws
   */
  public static Model of(Modules.Known model, Modules modules, String source, long seed) {
    InitializerPlan plan = model.plan();
    CardBuilder builder = new CardBuilder(plan, modules);
    builder.add(model, "", null, Optional.of(seed));
    return new Model(
        Origin.COMPILED,
        binaryName(plan.model()),
        plan.modelName(),
        plan.qualifiedClassName(),
        plan.engine(),
        seed,
        builder.parameters,
        plan.submodules().stream().map(CardBuilder::submodule).toList(),
        source);
  }

  /**
   * Adds all parameters of a class.
   *
   * @param prefix the way to it
   * @param module its name, or null for the model itself
   * @param seed its seed, if it is known
   */
  private void add(Modules.Known known, String prefix, String module, Optional<Long> seed) {
    within.push(known.plan().model());
    Sampler sampler = new Sampler(seed.orElse(0L), module == null ? Sample.MOST : OF_SUBMODULES);
    for (MemberPlan member : known.plan().members()) {
      if (member instanceof ParameterPlan parameter) {
        Sample sample = sampler.next(parameter);
        add(
            known,
            prefix,
            module,
            parameter,
            seed.isPresent() ? sample : Sample.none("its seed is known at run time only"));
      } else {
        SubmodulePlan field = (SubmodulePlan) member;
        sampler.passSubmodules(field.name());
        addSubmodules(known.plan(), field, prefix, seed);
      }
    }
    within.pop();
  }

  private void addSubmodules(
      InitializerPlan holder, SubmodulePlan field, String prefix, Optional<Long> seed) {
    String way = prefix + field.name() + ".*".repeat(field.containers().size()) + ".";
    Optional<ModulePlan> shared =
        holder.modules().stream()
            .filter(one -> one.suffix().equals(field.drawSuffix()))
            .findFirst();
    if (shared.isPresent()) {
      addShared(holder, shared.get(), way);
      return;
    }
    boolean isFanwise = field.drawSuffix() == null;
    if (isFanwise && !within.contains(field.module())) {
      modules
          .of(field)
          .ifPresent(known -> add(known, way, known.plan().modelName(), inner(field, seed)));
    }
  }

  /** The seed of a submodule, of several in arrays and lists that of the first. */
  private static Optional<Long> inner(SubmodulePlan field, Optional<Long> seed) {
    if (field.containers().stream().anyMatch(one -> one.kind() == Container.Kind.MAP)) {
      return Optional.empty();
    }
    return seed.map(
        outer -> {
          long key = Keys.fold(outer, field.streamId());
          for (int i = 0; i < field.containers().size(); i++) {
            key = Keys.fold(key, 0);
          }
          return key;
        });
  }

  /** Adds a class that is drawn with the model's own stream. */
  private void addShared(InitializerPlan holder, ModulePlan module, String prefix) {
    if (within.contains(module.model())) {
      return;
    }
    within.push(module.model());
    Modules.Known known = new Modules.Known(holder, Map.of());
    for (MemberPlan member : module.members()) {
      if (member instanceof ParameterPlan parameter) {
        add(
            known,
            prefix,
            module.modelName(),
            parameter,
            Sample.none("it is drawn after all that stands before it in the model"));
      } else {
        addSubmodules(holder, (SubmodulePlan) member, prefix, Optional.empty());
      }
    }
    within.pop();
  }

  private void add(
      Modules.Known known, String prefix, String module, ParameterPlan one, Sample sample) {
    if (parameters.size() >= MOST_PARAMETERS) {
      return;
    }
    parameters.add(
        new Parameter(
            prefix + one.name(),
            module,
            known.plan() == plan ? one.methodSuffix() : null,
            shape(one.geometry()),
            one.elementType().dataType(),
            fans(one),
            new Parameter.SchemeUse(
                one.scheme(),
                one.composed().scheme(),
                one.composed().scaling(),
                one.isUnitVariance()),
            PlanLaws.law(one.law()),
            one.derivation(),
            PlanLaws.intent(one),
            new Parameter.Stream(one.stream().name(), one.stream().id(), one.hasStreamName()),
            sample,
            known.doubts().getOrDefault(one.name(), List.of())));
  }

  private static Parameter.FanNumbers fans(ParameterPlan one) {
    if (one.fans() != null) {
      return new Parameter.FanNumbers(one.fans().fanIn(), one.fans().fanOut());
    }
    if (!one.geometry().hasFans()) {
      return null;
    }
    boolean isPlain = one.engine() != RandomEngine.FANWISE;
    return FanFormulas.of(isPlain ? one.geometry().plain() : one.geometry());
  }

  private static Shape shape(Geometry geometry) {
    return new Shape(
        geometry.shape().stream().map(Dimension::toString).toList(),
        geometry.hasKnownSize() ? geometry.elements() : -1,
        geometry.layout(),
        geometry.connection(),
        geometry.groups().toString(),
        geometry.stride(),
        geometry.parts());
  }

  private static Submodule submodule(SubmodulePlan plan) {
    String container =
        plan.containers().stream()
            .map(one -> one.kind().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" of "));
    return new Submodule(
        plan.name(),
        plan.name() + ".*".repeat(plan.containers().size() + 1),
        container,
        binaryName(plan.module()),
        plan.streamName(),
        plan.streamId(),
        plan.streamNames());
  }

  private static String binaryName(TypeRef type) {
    if (type.owner() != null) {
      return binaryName(type.owner()) + "$" + type.name();
    }
    return type.packageName().isEmpty() ? type.name() : type.packageName() + "." + type.name();
  }
}
