package dev.fanwise.processor;

import dev.fanwise.card.model.Doubt;
import dev.fanwise.processor.card.Modules;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.TypeRef;
import dev.fanwise.processor.read.ClassId;
import dev.fanwise.processor.read.ModelReader;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.validate.CheckedModel;
import dev.fanwise.processor.validate.ModelValidator;
import dev.fanwise.processor.validate.PlanBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Models as cards show them: with the numbers that their classes fix. Those of submodules may be of
 * this compilation or of a library.
 */
public final class CardModules {
  private final Elements elements;
  private final ModelReader reader;
  private final ModelValidator validator;

  public CardModules(Elements elements, ModelReader reader, ModelValidator validator) {
    this.elements = elements;
    this.reader = reader;
    this.validator = validator;
  }

  /** The classes of submodules that a model can see. */
  public Modules seenFrom(TypeElement model) {
    return field ->
        Optional.ofNullable(ClassId.seenFrom(model, qualifiedName(field.module()), elements))
            .flatMap(this::of);
  }

  private static String qualifiedName(TypeRef type) {
    String around = type.owner() == null ? type.packageName() : qualifiedName(type.owner());
    return around.isEmpty() ? type.name() : around + "." + type.name();
  }

  /** A model, or nothing if the numbers that it fixes do not fit. */
  public Optional<Modules.Known> of(TypeElement model) {
    if (!(reader.readKnowing(model, Map.of()) instanceof ModelReader.Read read)) {
      return Optional.empty();
    }
    CheckedModel checked = validator.validate(read.model());
    if (!checked.report().isClean()) {
      return Optional.empty();
    }
    InitializerPlan plan = PlanBuilder.build(checked, null, elements);
    return Optional.of(new Modules.Known(plan, doubts(checked.report())));
  }

  private static Map<String, List<Doubt>> doubts(Report report) {
    Map<String, List<Doubt>> doubts = new HashMap<>();
    for (Report.Warning warning : report.warnings()) {
      kind(warning.problem())
          .ifPresent(
              kind ->
                  doubts
                      .computeIfAbsent(
                          warning.element().getSimpleName().toString(), any -> new ArrayList<>())
                      .add(doubt(kind, warning)));
    }
    return doubts;
  }

  private static Optional<Doubt.Kind> kind(Problem problem) {
    return switch (problem) {
      case LAYOUT_DOUBTFUL -> Optional.of(Doubt.Kind.LAYOUT);
      case GROUPS_UNDIVIDED -> Optional.of(Doubt.Kind.GROUPS);
      case BIAS_LENGTH -> Optional.of(Doubt.Kind.BIAS_LENGTH);
      default -> Optional.empty();
    };
  }

  /** The compiler's words, without their id; the second sentence is the advice. */
  private static Doubt doubt(Doubt.Kind kind, Report.Warning warning) {
    String text = warning.message().substring(warning.message().indexOf(']') + 2);
    int end = text.indexOf(". ");
    return end < 0
        ? new Doubt(kind, text, "")
        : new Doubt(kind, text.substring(0, end), text.substring(end + 2));
  }
}
