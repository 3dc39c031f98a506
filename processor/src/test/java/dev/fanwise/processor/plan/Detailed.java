package dev.fanwise.processor.plan;

import dev.fanwise.processor.report.PlanText;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A plan with all that is in it: the text that users may ask for, and behind each line the rest.
 */
final class Detailed {
  private static final String INDENT = "\n      ";

  private final StringBuilder text = new StringBuilder();

  private Detailed() {}

  static String text(InitializerPlan plan) {
    Detailed detailed = new Detailed();
    detailed.add(plan);
    for (ModulePlan module : plan.modules()) {
      detailed.add(plan, module);
    }
    return detailed.text.append('\n').toString();
  }

  private void add(InitializerPlan plan) {
    List<String> lines = lines(plan);
    text.append(lines.get(0));
    detail(
        (plan.isPublic() ? "public" : "not public") + (plan.isConstant() ? ", constant," : ","),
        named(plan.model()),
        "in",
        plan.packageName() + ",",
        plan.parameters().size() + " weights,",
        plan.submodules().size() + " submodules");
    detail(plan.suppressed());
    addMembers(lines, plan.module().members());
  }

  private void add(InitializerPlan plan, ModulePlan module) {
    text.append("\n  with ").append(module.suffix()).append(", ").append(module.modelName());
    detail(named(module.model()));
    InitializerPlan asPlan =
        new InitializerPlan(
            plan.packageName(),
            plan.className(),
            module.modelName(),
            module.model(),
            plan.isPublic(),
            plan.isFinal(),
            List.of(),
            false,
            null,
            plan.engine(),
            List.of(),
            module.members());
    addMembers(lines(asPlan), module.members());
  }

  private static List<String> lines(InitializerPlan plan) {
    return PlanText.of(plan).lines().toList();
  }

  private void addMembers(List<String> lines, List<MemberPlan> members) {
    for (int i = 0; i < members.size(); i++) {
      text.append('\n').append(lines.get(1 + i));
      if (members.get(i) instanceof ParameterPlan parameter) {
        add(parameter);
      } else {
        add((SubmodulePlan) members.get(i));
      }
    }
  }

  private void detail(Object... parts) {
    List<String> shown = Arrays.stream(parts).map(String::valueOf).toList();
    if (!List.of("[]").equals(shown)) {
      text.append(INDENT).append(String.join(" ", shown));
    }
  }

  private void add(ParameterPlan parameter) {
    Intent intent = parameter.resolved().intent();
    detail(
        parameter.fillMethod() + " of " + parameter.methodSuffix() + ",",
        parameter.hasKnownShape() ? parameter.elements() + " elements," : "any number,",
        parameter.stream().number()
            + (parameter.isFinal() ? ", final," : ",")
            + (parameter.isNullable() ? " nullable," : ""),
        (parameter.isPublished() ? "published" : "inner")
            + (parameter.hasStreamName() ? ", renamed;" : ";"),
        intent.basis(),
        intent.nonlinearity(),
        Numbers.text(intent.slope()),
        "times",
        Numbers.text(intent.factor()) + geometry(parameter.geometry()));
    parameter.derivation().forEach(line -> detail("|", line));
    detail(law(parameter.law()));
    if (!parameter.steps().isEmpty()) {
      detail("draws with", parameter.stepsOfDraws().stream().map(Step::name).toList());
      parameter.steps().forEach(step -> detail(step.name(), "=", step.term()));
    }
    detail(parameter.symbols());
    FanSource source = parameter.fanSource();
    if (source != null) {
      detail("fans of", source.field(), source.methodSuffix() + geometry(source.geometry()));
    }
    detail(parameter.composed().scheme());
    detail(parameter.composed().scaling());
  }

  /** What of a geometry is not as usual, and not in the user's text. */
  private static String geometry(Geometry geometry) {
    String text =
        "; %s %s groups %s stride %s parts %d"
            .formatted(
                geometry.layout(),
                geometry.connection(),
                geometry.groups(),
                geometry.stride(),
                geometry.parts());
    String plain = geometry.isPlain() ? "; plain" : "";
    return (text.equals("; OI FORWARD groups 1 stride [] parts 1") ? "" : text) + plain;
  }

  private static String law(Law law) {
    String text =
        (law.isRandom() ? "random" : "not random") + (law.isKnown() ? ", known" : ", not known");
    if (law instanceof Law.Uniform uniform) {
      return text + ", std " + uniform.std().text();
    }
    if (law instanceof Law.Structured structured) {
      return text
          + (structured.isDivisible() ? ", divisible, " : ", whole, ")
          + structured.moments();
    }
    return law instanceof Law.Symbolic symbolic
        ? text + (symbolic.isDivisible() ? ", divisible" : ", whole")
        : text;
  }

  private void add(SubmodulePlan submodule) {
    detail(
        (submodule.isComponent() ? "component" : "field")
            + (submodule.view() == null ? "" : " of " + named(submodule.view()))
            + (submodule.hasOwnStream() ? ", own stream," : ","),
        named(submodule.module()),
        "by",
        named(submodule.initializer()),
        "drawn by",
        submodule.drawSuffix());
    detail(submodule.streamNames());
  }

  private static String named(TypeRef type) {
    String around = type.owner() == null ? type.packageName() + "." : named(type.owner()) + ".";
    String wildcards =
        type.wildcards() == 0
            ? ""
            : Collections.nCopies(type.wildcards(), "?").stream()
                .collect(Collectors.joining(", ", "<", ">"));
    return around + type.name() + wildcards;
  }
}
