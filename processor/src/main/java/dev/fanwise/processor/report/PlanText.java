package dev.fanwise.processor.report;

import dev.fanwise.processor.plan.Container;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.MemberPlan;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Step;
import dev.fanwise.processor.plan.SubmodulePlan;
import dev.fanwise.processor.plan.Term;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A plan as people read it in a terminal: a line for each member of the model. */
public final class PlanText {
  private PlanText() {}

  /** The plan; several lines, without an end of line after the last. */
  public static String of(InitializerPlan plan) {
    String head =
        "[Fanwise] "
            + plan.className()
            + " for "
            + plan.modelName()
            + ", "
            + plan.engine()
            + " stream:";
    return plan.members().stream()
        .map(PlanText::member)
        .collect(Collectors.joining("\n  ", head + "\n  ", ""));
  }

  private static String member(MemberPlan member) {
    return member instanceof ParameterPlan parameter
        ? parameter(parameter)
        : submodule((SubmodulePlan) member);
  }

  private static String parameter(ParameterPlan parameter) {
    StringBuilder text = new StringBuilder(parameter.name());
    text.append(' ').append(parameter.shape());
    text.append(' ').append(type(parameter));
    text.append(" @").append(parameter.scheme());
    text.append(parameter.isUnitVariance() ? " @UnitVariance" : "");
    if (parameter.fans() != null) {
      text.append(", fan_in ").append(Numbers.text(parameter.fans().fanIn()));
      text.append(", fan_out ").append(Numbers.text(parameter.fans().fanOut()));
    }
    text.append(": ").append(law(parameter.law()));
    for (Step step : parameter.steps()) {
      text.append(", ").append(step.name()).append(" = ").append(formula(step.term()));
    }
    return text.append(stream(parameter.stream().name(), parameter.stream().id())).toString();
  }

  private static String type(ParameterPlan parameter) {
    String keyword = parameter.elementType().keyword();
    String format =
        parameter.elementType().isHalf() ? " (" + parameter.elementType().name() + ")" : "";
    return switch (parameter.storage()) {
      case FLAT -> keyword + "[]" + format;
      case NESTED -> keyword + "[]".repeat(parameter.shape().size()) + format;
      case BUFFER ->
          keyword.substring(0, 1).toUpperCase(Locale.ROOT) + keyword.substring(1) + "Buffer";
    };
  }

  private static String law(Law law) {
    return law.accept(
        new Law.Cases<>(
            constant -> "all " + Numbers.text(constant.value()),
            uniform -> "uniform from " + uniform.low().text() + " to " + uniform.high().text(),
            normal -> "normal" + mean(normal.mean()) + std(normal.std()),
            cut ->
                "normal"
                    + mean(cut.mean())
                    + std(cut.std())
                    + ", cut at "
                    + Numbers.text(cut.lower())
                    + " and "
                    + Numbers.text(cut.upper())
                    + " std",
            structured ->
                structured.kernel() + "." + structured.method() + arguments(structured.arguments()),
            symbolic ->
                symbolic.pattern() + "." + symbolic.factory() + arguments(symbolic.arguments())));
  }

  private static String mean(double mean) {
    return mean == 0 ? "" : ", mean " + Numbers.text(mean);
  }

  /** The number; where it is a step alone, that follows. */
  private static String std(Term std) {
    return std instanceof Term.Named ? "" : ", std " + formula(std);
  }

  private static String formula(Term term) {
    String text = term.text();
    return term instanceof Term.Binary ? text.substring(1, text.length() - 1) : text;
  }

  private static String arguments(List<Law.Argument> arguments) {
    return arguments.stream()
        .map(argument -> argument.name() + " = " + Numbers.text(argument.value().doubleValue()))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String submodule(SubmodulePlan submodule) {
    StringBuilder around = new StringBuilder();
    for (Container container : submodule.containers()) {
      around.append(container.kind().name().toLowerCase(Locale.ROOT)).append(" of ");
    }
    return submodule.name()
        + ": "
        + around
        + submodule.initializer().name()
        + stream(submodule.streamName(), submodule.streamId());
  }

  private static String stream(String name, long id) {
    return "; stream " + Quoted.of(name) + " " + Numbers.hex(id);
  }
}
