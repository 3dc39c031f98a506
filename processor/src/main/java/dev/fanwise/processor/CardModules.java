package dev.fanwise.processor;

import dev.fanwise.RandomEngine;
import dev.fanwise.card.model.Doubt;
import dev.fanwise.processor.card.Modules;
import dev.fanwise.processor.plan.Container;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.SubmodulePlan;
import dev.fanwise.processor.read.KnownNumbers;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelReader;
import dev.fanwise.processor.read.SubmoduleField;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.source.Made;
import dev.fanwise.processor.source.Sources;
import dev.fanwise.processor.validate.CheckedModel;
import dev.fanwise.processor.validate.ModelValidator;
import dev.fanwise.processor.validate.PlanBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Models as cards show them: with the numbers that their classes fix, and the submodules that they
 * make. Those of submodules may be of this compilation or of a library.
 */
public final class CardModules {
  private final Elements elements;
  private final ModelReader reader;
  private final ModelValidator validator;
  private final Sources sources;

  public CardModules(
      Elements elements, ModelReader reader, ModelValidator validator, Sources sources) {
    this.elements = elements;
    this.reader = reader;
    this.validator = validator;
    this.sources = sources;
  }

  /** A model, or nothing if it cannot be read. */
  public Optional<Modules.Known> of(TypeElement model) {
    return known(model, sources.any(model, true), null);
  }

  /**
   * One object.
   *
   * @param object as its constructors leave it
   * @param engine the random stream of the model that holds it, or null for its own
   */
  private Optional<Modules.Known> known(
      TypeElement type, Made.Instance object, RandomEngine engine) {
    Optional<Modules.Known> known =
        known(type, object, engine, member -> sources.get(object, member).number());
    // Numbers that do not fit are an error of the object, at run time.
    return known.isPresent() ? known : known(type, object, engine, KnownNumbers.CONSTANTS);
  }

  private Optional<Modules.Known> known(
      TypeElement type, Made.Instance object, RandomEngine engine, KnownNumbers numbers) {
    if (!(reader.readKnowing(type, numbers, engine) instanceof ModelReader.Read read)) {
      return Optional.empty();
    }
    ModelClass model = read.model();
    CheckedModel checked = validator.validate(model);
    if (!checked.report().isClean()) {
      return Optional.empty();
    }
    InitializerPlan plan = PlanBuilder.build(checked, null, elements);
    return Optional.of(
        new Modules.Known(plan, doubts(checked.report()), field -> held(field, model, object)));
  }

  private Modules.Held held(SubmodulePlan plan, ModelClass model, Made.Instance object) {
    SubmoduleField field =
        model.submodules().stream()
            .filter(one -> one.name().equals(plan.name()))
            .findFirst()
            .orElseThrow();
    RandomEngine engine = plan.drawSuffix() == null ? null : model.engine();
    return held(sources.get(object, field.element()), field.containers(), field, engine);
  }

  private Modules.Held held(
      Made value, List<Container> containers, SubmoduleField field, RandomEngine engine) {
    if (containers.isEmpty() && value instanceof Made.Instance object) {
      return known(field.module(), object, engine)
          .<Modules.Held>map(Modules.Held.One::new)
          .orElse(new Modules.Held.Unreadable());
    }
    Optional<Map<String, Made>> places =
        containers.isEmpty() ? Optional.empty() : places(value, containers.get(0).kind());
    if (places.isPresent()) {
      List<Container> inner = containers.subList(1, containers.size());
      Map<String, Modules.Held> held = new LinkedHashMap<>();
      places.get().forEach((place, one) -> held.put(place, held(one, inner, field, engine)));
      return new Modules.Held.Several(held);
    }
    return known(field.module(), sources.any(field.module(), false), engine)
        .<Modules.Held>map(Modules.Held.Any::new)
        .orElse(new Modules.Held.Unreadable());
  }

  private static Optional<Map<String, Made>> places(Made value, Container.Kind kind) {
    if (value instanceof Made.Entries entries && kind == Container.Kind.MAP) {
      return Optional.of(entries.values());
    }
    boolean isCounted =
        value instanceof Made.Several several
            && several.isCounted()
            && (several.kind() == Made.Several.Kind.ARRAY) == (kind == Container.Kind.ARRAY);
    if (!isCounted || kind == Container.Kind.MAP) {
      return Optional.empty();
    }
    Map<String, Made> places = new LinkedHashMap<>();
    for (Made element : ((Made.Several) value).elements()) {
      places.put(Integer.toString(places.size()), element);
    }
    return Optional.of(places);
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
