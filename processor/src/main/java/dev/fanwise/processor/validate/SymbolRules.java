package dev.fanwise.processor.validate;

import dev.fanwise.processor.read.AnnotationUse;
import dev.fanwise.processor.read.DimensionUse;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ScalingUse;
import dev.fanwise.processor.read.ShapeUse;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Quoted;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import java.util.stream.Stream;

/** What holds for the names of numbers that a model shall have, whichever member has them. */
final class SymbolRules {
  private final ModelClass model;
  private final WeightField field;
  private final Report report;

  private SymbolRules(ModelClass model, WeightField field, Report report) {
    this.model = model;
    this.field = field;
    this.report = report;
  }

  static void check(ModelClass model, WeightField field, Report report) {
    SymbolRules rules = new SymbolRules(model, field, report);
    field.shape().ifPresent(rules::check);
    field.scalings().forEach(rules::check);
  }

  private void check(ShapeUse shape) {
    Stream.concat(shape.entries().stream(), shape.groupsOf().stream())
        .forEach(use -> check(use, Site.of(field.element(), shape.annotation(), use.entry()), ""));
  }

  private void check(ScalingUse scaling) {
    AnnotationUse use = scaling.use();
    scaling
        .layersOf()
        .ifPresent(
            layers ->
                check(
                    layers,
                    Site.of(field.element(), use.onField(), use.value(layers.member())),
                    use.note()));
  }

  private void check(DimensionUse use, Site site, String note) {
    if (use.fault() == null) {
      return;
    }
    String text = (String) use.entry().getValue();
    report.addNoted(
        note,
        site,
        switch (use.fault()) {
          case UNKNOWN -> Problem.DIMS_UNKNOWN;
          case TOO_LARGE -> Problem.DIMS_TOO_LARGE;
          case PRIVATE -> Problem.DIMS_PRIVATE;
          case UNREACHABLE -> Problem.DIMS_UNREACHABLE;
          case KIND -> Problem.DIMS_KIND;
        },
        Quoted.of(text),
        use.member(),
        field.name(),
        model.name(),
        switch (use.fault()) {
          case UNKNOWN -> Fixes.ofUnknownDimension(model, text);
          case PRIVATE -> Fixes.ofPrivateDimension(model, text);
          default -> "";
        });
  }
}
