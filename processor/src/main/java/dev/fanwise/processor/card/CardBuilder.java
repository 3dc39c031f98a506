package dev.fanwise.processor.card;

import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.MemberPlan;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.SubmodulePlan;
import dev.fanwise.processor.plan.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes a model's card of its plan. */
public final class CardBuilder {
  private final InitializerPlan plan;
  private final Sampler sampler;
  private final List<ParameterCard> parameters = new ArrayList<>();
  private final List<SubmoduleCard> submodules = new ArrayList<>();

  private CardBuilder(InitializerPlan plan, long seed) {
    this.plan = plan;
    this.sampler = new Sampler(seed);
  }

  /**
   * The card of a model.
   *
   * @param source the text of the generated class
   * @param seed the seed of the draws
   */
  public static ModelCard of(InitializerPlan plan, String source, long seed) {
    CardBuilder builder = new CardBuilder(plan, seed);
    builder.addMembers();
    builder.addModules();
    Reference reference = builder.judge();
    String prefix = plan.packageName().isEmpty() ? "" : plan.packageName() + ".";
    ModelCard card =
        new ModelCard(
            binaryName(plan.model()),
            plan.modelName(),
            prefix + plan.className(),
            plan.engine(),
            seed,
            builder.parameters,
            builder.submodules,
            reference,
            List.of(),
            source);
    return card.with(new Suspicions(card).all());
  }

  private void addMembers() {
    for (MemberPlan member : plan.members()) {
      if (member instanceof ParameterPlan parameter) {
        add(null, parameter, sampler.next(parameter));
      } else {
        SubmodulePlan submodule = (SubmodulePlan) member;
        sampler.passSubmodules(submodule.name());
        submodules.add(submodule(submodule));
      }
    }
  }

  private void addModules() {
    for (ModulePlan module : plan.modules()) {
      for (ParameterPlan parameter : module.parameters()) {
        add(
            module.modelName(),
            parameter,
            Sample.none("it is drawn after all that stands before it in the model"));
      }
    }
  }

  private void add(String module, ParameterPlan parameter, Sample drawn) {
    Moments moments = parameter.law().isKnown() ? Moments.of(parameter) : null;
    Sample sample =
        drawn.isDrawn() && !moments.allowStatistics()
            ? Sample.none("its numbers are so large or small that no double holds their squares")
            : drawn;
    Density density = sample.isDrawn() ? Density.of(parameter) : null;
    parameters.add(
        new ParameterCard(
            parameters.size() + 1,
            module,
            parameter,
            moments,
            null,
            density == null ? null : Draws.of(sample.values(), density),
            sample.reason(),
            density));
  }

  /** Measures each layer against the gain that most have. */
  private Reference judge() {
    List<Optional<Layer>> layers = parameters.stream().map(one -> Layer.of(one.plan())).toList();
    Reference reference = Reference.of(layers.stream().flatMap(Optional::stream).toList());
    int last = -1;
    for (int i = 0; i < parameters.size(); i++) {
      last = parameters.get(i).module() == null && parameters.get(i).isLayer() ? i : last;
    }
    for (int i = 0; i < parameters.size(); i++) {
      if (layers.get(i).isPresent()) {
        Verdict verdict = Verdict.of(layers.get(i).get(), reference, i == last);
        parameters.set(i, parameters.get(i).with(verdict));
      }
    }
    return reference;
  }

  private static SubmoduleCard submodule(SubmodulePlan plan) {
    String container =
        plan.containers().stream()
            .map(one -> one.kind().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(" of "));
    return new SubmoduleCard(
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
