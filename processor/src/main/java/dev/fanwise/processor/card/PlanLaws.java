package dev.fanwise.processor.card;

import dev.fanwise.FanMode;
import dev.fanwise.card.model.Intent;
import dev.fanwise.card.model.Law;
import dev.fanwise.processor.plan.Law.Cases;
import dev.fanwise.processor.plan.Law.Structured;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.runtime.Formulas;
import dev.fanwise.runtime.OrthogonalPattern;
import java.util.Set;

/** What a plan says of a law, for a card. */
final class PlanLaws {
  /** Schemes whose standard deviation their author wrote. */
  private static final Set<String> WRITTEN =
      Set.of("NormalInit", "UniformInit", "TruncatedNormalInit");

  private PlanLaws() {}

  static Law law(dev.fanwise.processor.plan.Law law) {
    return law.isKnown() ? known(law) : new Law.Unknown(distribution(law), law.isRandom());
  }

  private static Law known(dev.fanwise.processor.plan.Law law) {
    return law.accept(
        new Cases<Law>(
            constant -> new Law.Constant(constant.value()),
            uniform ->
                new Law.Uniform(
                    uniform.std().value(), uniform.low().value(), uniform.high().value()),
            normal -> new Law.Normal(normal.mean(), normal.std().value()),
            cut -> new Law.TruncatedNormal(cut.mean(), cut.std().value(), cut.lower(), cut.upper()),
            structured -> new Law.Placed(structured.pattern(), structured.isKeyed()),
            symbolic -> new Law.Unknown(distribution(law), symbolic.isKeyed())));
  }

  private static String distribution(dev.fanwise.processor.plan.Law law) {
    return law.accept(
        new Cases<>(
            constant -> "constant",
            uniform -> "uniform",
            normal -> "normal",
            cut -> "truncated normal",
            structured -> "structured",
            symbolic -> "structured"));
  }

  /** What a standard deviation is for, or null where fans are not known. */
  static Intent intent(ParameterPlan plan) {
    if (plan.fans() == null) {
      return null;
    }
    var intent = plan.resolved().intent();
    boolean isOwn = intent.basis() == dev.fanwise.processor.plan.Intent.Basis.OWN;
    Intent.Basis basis =
        WRITTEN.contains(plan.scheme())
            ? Intent.Basis.WRITTEN
            : isOwn ? Intent.Basis.OWN : Intent.Basis.COUNTED;
    return new Intent(intent.nonlinearity(), intent.slope(), basis, counted(plan), intent.factor());
  }

  /** The number that a scheme counts by. */
  private static double counted(ParameterPlan plan) {
    ParameterPlan.FanNumbers fans = plan.fans();
    var basis = plan.resolved().intent().basis();
    return switch (basis) {
      case FAN_IN, FAN_OUT, FAN_AVG, FAN_GEO_AVG ->
          Formulas.fan(FanMode.valueOf(basis.name()), fans.fanIn(), fans.fanOut());
      case LONGER_SIDE -> {
        OrthogonalPattern matrix = (OrthogonalPattern) ((Structured) plan.law()).pattern();
        yield Math.max(matrix.height(), matrix.width());
      }
      case OWN -> fans.fanIn();
    };
  }
}
