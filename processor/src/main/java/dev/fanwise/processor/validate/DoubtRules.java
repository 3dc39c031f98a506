package dev.fanwise.processor.validate;

import dev.fanwise.Connection;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.read.Mirrors;
import dev.fanwise.processor.read.SchemeUse;
import dev.fanwise.processor.read.ShapeUse;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Warnings about weights without errors whose shape is perhaps not what was meant. */
final class DoubtRules {
  private static final String BIAS = "bias";

  private final CheckedModel model;
  private final WeightField field;
  private final ShapeUse shape;
  private final Report report;

  private DoubtRules(CheckedModel model, WeightField field, ShapeUse shape, Report report) {
    this.model = model;
    this.field = field;
    this.shape = shape;
    this.report = report;
  }

  /** Checks a weight of the model's own; its superclass is warned of the others. */
  static void check(CheckedModel model, WeightField field, Report report) {
    boolean isOwn = field.owner().equals(model.model().element());
    if (isOwn && model.soundGeometry(field).isPresent()) {
      new DoubtRules(model, field, field.shape().orElseThrow(), report).check();
    }
  }

  private void check() {
    Geometry geometry = shape.geometry();
    boolean transposed = geometry.connection() == Connection.TRANSPOSED;
    if (Mirrors.given(shape.annotation(), "layout") == null && Misreadings.readsLikeIo(geometry)) {
      add(
          shape.member(),
          Problem.LAYOUT_DOUBTFUL,
          field.name(),
          geometry.shape(),
          transposed ? "[k..., out, in]" : "[k..., in, out]",
          transposed ? "[in, out, k...]" : "[out, in, k...]");
    }
    if (Misreadings.looksUndivided(geometry)) {
      int groups = geometry.groups().value();
      int divided = Misreadings.dividedChannels(geometry).value();
      add(
          shape.groupsMember(),
          Problem.GROUPS_UNDIVIDED,
          groups,
          field.name(),
          (long) groups * divided,
          transposed ? "outputs" : "inputs",
          divided,
          geometry.shape(),
          divided,
          divided / groups);
    }
    checkBias();
  }

  private void checkBias() {
    Optional<WeightField> weights = weightsOfBias();
    OptionalLong outputs =
        weights
            .flatMap(model::soundGeometry)
            .map(Misreadings::outputs)
            .orElse(OptionalLong.empty());
    Geometry own = shape.geometry();
    if (outputs.isEmpty() || !own.shape().stream().allMatch(Dimension::isKnown)) {
      return;
    }
    // Several biases in one array, as of a GRU, have an axis for each.
    if (own.rank() == 1 && own.elements() != outputs.getAsLong()) {
      add(
          shape.member(),
          Problem.BIAS_LENGTH,
          field.name(),
          own.elements() == 1 ? "1 element" : own.elements() + " elements",
          weights.get().name(),
          weights.get().shape().orElseThrow().dimensions(),
          outputs.getAsLong() == 1 ? "1 output" : outputs.getAsLong() + " outputs",
          outputs.getAsLong());
    }
  }

  /** The weights that a bias belongs to: those that its scheme names, or else its own name does. */
  private Optional<WeightField> weightsOfBias() {
    Optional<String> named =
        field.schemes().stream()
            .map(SchemeUse::scheme)
            .flatMap(scheme -> scheme.otherField().stream())
            .findFirst();
    if (named.isPresent()) {
      return model.named(named.get());
    }
    String name = plain(field.name());
    if (!name.endsWith(BIAS) || shape.dimensions().size() != 1) {
      return Optional.empty();
    }
    String layer = name.substring(0, name.length() - BIAS.length());
    List<String> candidates =
        List.of(layer, layer + "weight", layer + "weights", layer + "kernel", layer + "w");
    List<WeightField> found =
        model.model().weights().stream()
            .filter(one -> one != field && candidates.contains(plain(one.name())))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  private void add(String member, Problem problem, Object... details) {
    Site site = ShapeRules.site(field, shape, member);
    report.add(site, problem, details);
  }
}
