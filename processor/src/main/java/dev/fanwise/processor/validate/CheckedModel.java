package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ShapeUse;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Report;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A class and what was found out about it: what is wrong, and what its weights come to. Each shape
 * is judged once and each weight resolved once, whoever asks: rules of other weights, rules of
 * other libraries' streams, the plan.
 */
public final class CheckedModel {
  private final ModelClass model;
  private final Report report = new Report();
  private final Map<WeightField, ShapeRules.Judgement> shapes = new IdentityHashMap<>();
  private final Map<WeightField, ResolvedWeight> weights = new IdentityHashMap<>();
  private final List<CheckedModel> modules = new ArrayList<>();

  CheckedModel(ModelClass model) {
    this.model = model;
  }

  /** The class as it was written. */
  public ModelClass model() {
    return model;
  }

  /** Whatever is wrong with it. */
  public Report report() {
    return report;
  }

  /** The classes of submodules that are drawn with it, if nothing is wrong with itself. */
  List<CheckedModel> modules() {
    return modules;
  }

  /** What is to be said of a weight's shape, if it has one. */
  Optional<ShapeRules.Judgement> shape(WeightField field) {
    return field
        .shape()
        .map(shape -> shapes.computeIfAbsent(field, any -> ShapeRules.judge(field, shape)));
  }

  /** A weight's shape if a scheme can be resolved for it. */
  Optional<Geometry> soundGeometry(WeightField field) {
    return shape(field)
        .filter(ShapeRules.Judgement::isSound)
        .flatMap(any -> field.shape())
        .map(ShapeUse::geometry);
  }

  /** The weight of a name, if there is one. */
  Optional<WeightField> named(String name) {
    return model.weights().stream().filter(one -> one.name().equals(name)).findFirst();
  }

  /** Takes note of what a weight comes to. */
  void resolved(WeightField field, ResolvedWeight weight) {
    weights.put(field, weight);
  }

  /** What a weight without problems comes to. */
  ResolvedWeight weight(WeightField field) {
    return weights.computeIfAbsent(field, any -> ResolvedWeight.of(model, field));
  }
}
