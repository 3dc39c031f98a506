package dev.fanwise.processor.card;

import dev.fanwise.card.model.Intent;
import dev.fanwise.card.model.Law;
import dev.fanwise.card.model.Model;
import dev.fanwise.card.model.Parameter;
import dev.fanwise.card.model.Sample;
import dev.fanwise.card.model.Shape;
import dev.fanwise.card.model.Submodule;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.MemberPlan;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.SubmodulePlan;
import dev.fanwise.processor.plan.TypeRef;
import dev.fanwise.runtime.OrthogonalPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes of a plan what a card is made of. */
public final class CardBuilder {
  private final Sampler sampler;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Submodule> submodules = new ArrayList<>();

  private CardBuilder(long seed) {
    this.sampler = new Sampler(seed);
  }

  /**
   * What the card of a model is made of.
   *
   * @param source the text of the generated class
   * @param seed the seed of the draws
   */
  public static Model of(InitializerPlan plan, String source, long seed) {
    CardBuilder builder = new CardBuilder(seed);
    builder.addMembers(plan);
    builder.addModules(plan);
    return new Model(
        binaryName(plan.model()),
        plan.modelName(),
        plan.qualifiedClassName(),
        plan.engine(),
        seed,
        builder.parameters,
        builder.submodules,
        source);
  }

  private void addMembers(InitializerPlan plan) {
    for (MemberPlan member : plan.members()) {
      if (member instanceof ParameterPlan parameter) {
        parameters.add(parameter(null, parameter, sampler.next(parameter)));
      } else {
        SubmodulePlan submodule = (SubmodulePlan) member;
        sampler.passSubmodules(submodule.name());
        submodules.add(submodule(submodule));
      }
    }
  }

  private void addModules(InitializerPlan plan) {
    for (ModulePlan module : plan.modules()) {
      for (ParameterPlan parameter : module.parameters()) {
        parameters.add(
            parameter(
                module.modelName(),
                parameter,
                Sample.none("it is drawn after all that stands before it in the model")));
      }
    }
  }

  private static Parameter parameter(String module, ParameterPlan plan, Sample sample) {
    return new Parameter(
        module,
        plan.name(),
        plan.methodSuffix(),
        shape(plan.geometry()),
        plan.elementType().dataType(),
        plan.fans() == null
            ? null
            : new Parameter.FanNumbers(plan.fans().fanIn(), plan.fans().fanOut()),
        new Parameter.SchemeUse(
            plan.scheme(), plan.composedScheme(), plan.composedScaling(), plan.isUnitVariance()),
        law(plan.law()),
        plan.derivation(),
        intent(plan),
        new Parameter.Stream(plan.streamName(), plan.streamId(), plan.hasStreamName()),
        sample);
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

  private static Law law(dev.fanwise.processor.plan.Law law) {
    Law known = law.isKnown() ? known(law) : null;
    return known != null ? known : new Law.Unknown(distribution(law), law.isRandom());
  }

  private static Law known(dev.fanwise.processor.plan.Law law) {
    if (law instanceof dev.fanwise.processor.plan.Law.Constant constant) {
      return new Law.Constant(constant.value());
    }
    if (law instanceof dev.fanwise.processor.plan.Law.Uniform uniform) {
      return new Law.Uniform(uniform.std().value(), uniform.low().value(), uniform.high().value());
    }
    if (law instanceof dev.fanwise.processor.plan.Law.Normal normal) {
      return new Law.Normal(normal.mean(), normal.std().value());
    }
    if (law instanceof dev.fanwise.processor.plan.Law.TruncatedNormal cut) {
      return new Law.TruncatedNormal(cut.mean(), cut.std().value(), cut.lower(), cut.upper());
    }
    var structured = (dev.fanwise.processor.plan.Law.Structured) law;
    return new Law.Placed(structured.pattern(), structured.isKeyed());
  }

  private static String distribution(dev.fanwise.processor.plan.Law law) {
    if (law instanceof dev.fanwise.processor.plan.Law.Uniform) {
      return "uniform";
    }
    if (law instanceof dev.fanwise.processor.plan.Law.Normal) {
      return "normal";
    }
    return law instanceof dev.fanwise.processor.plan.Law.TruncatedNormal
        ? "truncated normal"
        : "structured";
  }

  private static Intent intent(ParameterPlan plan) {
    var intent = plan.intent();
    if (plan.fans() == null || intent.basis() == dev.fanwise.processor.plan.Intent.Basis.OWN) {
      return null;
    }
    return new Intent(intent.nonlinearity(), intent.slope(), counted(plan), intent.factor());
  }

  /** The number that a scheme counts by. */
  private static double counted(ParameterPlan plan) {
    double in = plan.fans().fanIn();
    double out = plan.fans().fanOut();
    return switch (plan.intent().basis()) {
      case FAN_OUT -> out;
      case FAN_AVG -> (in + out) / 2;
      case FAN_GEO_AVG -> Math.sqrt(in * out);
      case LONGER_SIDE -> {
        var law = (dev.fanwise.processor.plan.Law.Structured) plan.law();
        OrthogonalPattern matrix = (OrthogonalPattern) law.pattern();
        yield Math.max(matrix.height(), matrix.width());
      }
      default -> in;
    };
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
