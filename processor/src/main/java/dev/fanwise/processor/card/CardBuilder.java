package dev.fanwise.processor.card;

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
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes of plans what a card is made of: of a model's, and of those of all that it holds. */
public final class CardBuilder {
  /** How many elements of a submodule's parameters are drawn: there may be very many. */
  private static final int OF_SUBMODULES = 10_000;

  /** A tree may be as large as it likes, but not its card. */
  private static final int MOST_PARAMETERS = 5000;

  private final InitializerPlan plan;
  private final List<Parameter> parameters = new ArrayList<>();

  /** The classes that we are in: one may hold others of itself. */
  private final Deque<TypeRef> within = new ArrayDeque<>();

  private CardBuilder(InitializerPlan plan) {
    this.plan = plan;
  }

  /**
   * What the card of a model is made of.
   *
   * @param model its plan, with the numbers that are known, and what it holds
   * @param source the text of the generated class
   * @param seed the seed of the draws
   */
  public static Model of(Modules.Known model, String source, long seed) {
    InitializerPlan plan = model.plan();
    CardBuilder builder = new CardBuilder(plan);
    builder.add(model, new Place("", null, plan.parameters(), Optional.of(seed), null));
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
   * Where in the model another is.
   *
   * @param prefix the way to it
   * @param module its class, or null for the model itself
   * @param written the parameters of its class as the model's initialiser fills them, if it does
   * @param seed its seed, if it is known
   * @param shared what draws it, if that is the stream of what holds it; else null
   */
  private record Place(
      String prefix,
      String module,
      List<ParameterPlan> written,
      Optional<Long> seed,
      Sampler shared) {
    /** The first elements of the next parameter, or why there are none. */
    Sample sample(ParameterPlan one, Sampler sampler) {
      if (shared != null && (!one.streamFacts().isOneSequence() || shared.isLost())) {
        return Sample.none("it is drawn after all that stands before it in the model");
      }
      return shared != null || seed.isPresent()
          ? sampler.next(one)
          : Sample.none("its seed is known at run time only");
    }

    Place named(String more, String className) {
      return new Place(prefix + more, className, written, seed, shared);
    }

    /** What the methods for a parameter end with, if the model's initialiser has some. */
    String methodSuffix(ParameterPlan one) {
      return written.stream()
          .filter(other -> other.name().equals(one.name()))
          .map(ParameterPlan::methodSuffix)
          .findFirst()
          .orElse(null);
    }
  }

  /** Adds all parameters of a model in its place. */
  private void add(Modules.Known known, Place place) {
    within.push(known.plan().model());
    int most = place.module() == null ? Sample.MOST : OF_SUBMODULES;
    Sampler sampler =
        place.shared() == null ? new Sampler(place.seed().orElse(0L), most) : place.shared();
    for (MemberPlan member : known.plan().members()) {
      if (member instanceof ParameterPlan parameter) {
        add(known, place, parameter, place.sample(parameter, sampler));
      } else {
        addSubmodules(known, (SubmodulePlan) member, place, sampler);
      }
    }
    within.pop();
  }

  private void addSubmodules(
      Modules.Known holder, SubmodulePlan field, Place place, Sampler sampler) {
    boolean isShared = field.drawSuffix() != null;
    boolean isWritten = isShared && (place.module() == null || place.shared() != null);
    Optional<ModulePlan> written =
        plan.modules().stream()
            .filter(one -> isWritten && one.model().equals(field.module()))
            .findFirst();
    Place inner =
        new Place(
            place.prefix() + field.name(),
            null,
            written.map(ModulePlan::parameters).orElse(List.of()),
            place.shared() == null
                ? place.seed().map(seed -> Keys.fold(seed, field.streamId()))
                : Optional.empty(),
            isShared ? sampler : null);
    add(holder.submodules().of(field), field, 0, inner);
  }

  /**
   * Adds what is in a field, or in a place of what is.
   *
   * @param depth in how many arrays, lists and maps that is
   */
  private void add(Modules.Held held, SubmodulePlan field, int depth, Place place) {
    if (parameters.size() >= MOST_PARAMETERS) {
      return;
    }
    if (held instanceof Modules.Held.Several several) {
      Container container = field.containers().get(depth);
      several
          .places()
          .forEach((name, one) -> add(one, field, depth + 1, at(name, container, place)));
      return;
    }
    if (held instanceof Modules.Held.One one) {
      add(one.model(), place.named(".", one.model().plan().modelName()));
      return;
    }
    if (place.shared() != null) {
      place.shared().passSubmodules(field.name());
    }
    if (held instanceof Modules.Held.Any any && !within.contains(any.model().plan().model())) {
      Place unknown = place;
      for (int i = depth; i < field.containers().size(); i++) {
        unknown = at("*", field.containers().get(i), unknown);
      }
      add(any.model(), unknown.named(".", any.model().plan().modelName()));
    }
  }

  /** A place in an array, list or map; where it is not known which, the seed is of the first. */
  private static Place at(String name, Container container, Place place) {
    boolean isMap = container.kind() == Container.Kind.MAP;
    Optional<Long> seed = place.seed();
    if (isMap && name.equals("*")) {
      seed = Optional.empty();
    } else {
      long id = isMap ? Keys.id(name) : name.equals("*") ? 0 : Integer.parseInt(name);
      seed = seed.map(outer -> Keys.fold(outer, id));
    }
    return new Place(
        place.prefix() + "." + name, place.module(), place.written(), seed, place.shared());
  }

  private void add(Modules.Known known, Place place, ParameterPlan one, Sample sample) {
    if (parameters.size() >= MOST_PARAMETERS) {
      return;
    }
    parameters.add(
        new Parameter(
            place.prefix() + one.name(),
            place.module(),
            place.methodSuffix(one),
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
    return FanFormulas.of(one.streamFacts().counted(one.geometry()));
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
