package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.read.AnnotationUse;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ScalingUse;
import dev.fanwise.processor.read.SchemeUse;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Quoted;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Severity;
import dev.fanwise.processor.report.Site;
import dev.fanwise.processor.report.Suggestion;
import dev.fanwise.processor.scheme.Complaints;
import dev.fanwise.processor.scheme.Resolution;
import dev.fanwise.processor.scheme.Scheme;
import java.util.List;
import java.util.Optional;

/** What holds for a scheme, in itself and for the tensor that it shall draw. */
final class SchemeRules {
  private SchemeRules() {}

  static void check(CheckedModel model, WeightField field, Report report) {
    Optional<ScalingUse> scaling = field.scaling().filter(use -> isSound(field, use, report));
    for (SchemeUse use : field.schemes()) {
      MemberComplaints complaints = new MemberComplaints(field, use.use(), report);
      Scheme scheme = use.scheme();
      scheme.check(complaints);
      Optional<Geometry> geometry =
          scheme.otherField().isPresent()
              ? otherGeometry(model, field, scheme.otherField().get(), complaints)
              : model.soundGeometry(field);
      if (geometry.isEmpty() || complaints.hasErrors) {
        continue;
      }
      scheme.checkTensor(geometry.get(), complaints);
      if (!complaints.hasErrors) {
        // A field with two schemes has an error already; what is wrong with its scaling is said
        // once.
        boolean isFirst = use == field.schemes().get(0);
        Optional<ResolvedWeight> resolved =
            resolve(
                model.model(),
                field,
                use,
                isFirst ? scaling : Optional.empty(),
                geometry.get(),
                report);
        resolved.ifPresent(one -> checkLaw(field, one, complaints));
        if (isFirst) {
          resolved.ifPresent(one -> model.resolved(field, one));
        }
      }
    }
  }

  private static Optional<Geometry> otherGeometry(
      CheckedModel model, WeightField field, String other, MemberComplaints complaints) {
    if (other.equals(field.name())) {
      complaints.add("of", Problem.BIAS_SELF, Quoted.of(other));
      return Optional.empty();
    }
    Optional<WeightField> weights = model.named(other);
    if (weights.isEmpty()) {
      List<String> known =
          model.model().weights().stream()
              .filter(one -> one != field)
              .filter(one -> model.soundGeometry(one).map(Geometry::hasFans).orElse(false))
              .map(WeightField::name)
              .toList();
      complaints.add(
          "of",
          Problem.BIAS_UNKNOWN,
          Quoted.of(other),
          model.model().name(),
          Suggestion.sentence(other, known));
      return Optional.empty();
    }
    Optional<Geometry> geometry = model.soundGeometry(weights.get());
    if (geometry.isPresent() && !geometry.get().hasFans()) {
      complaints.add("of", Problem.BIAS_WITHOUT_FANS, Quoted.of(other), geometry.get().shape());
      return Optional.empty();
    }
    return geometry;
  }

  /** Says what is wrong with the members of a scaling, and whether nothing is. */
  private static boolean isSound(WeightField field, ScalingUse use, Report report) {
    MemberComplaints complaints = new MemberComplaints(field, use.use(), report);
    use.scaling().check(complaints);
    return !complaints.hasErrors;
  }

  /** The law, scaled if it is to be; says so if it cannot. */
  private static Optional<ResolvedWeight> resolve(
      ModelClass model,
      WeightField field,
      SchemeUse use,
      Optional<ScalingUse> scaling,
      Geometry geometry,
      Report report) {
    Optional<ResolvedWeight> resolved = ResolvedWeight.of(model, field, use, scaling, geometry);
    if (resolved.isEmpty()) {
      new MemberComplaints(field, scaling.orElseThrow().use(), report)
          .add(null, Problem.SCALING_LAW, field.name(), use.use().name());
    }
    return resolved;
  }

  /** Whether the numbers can be held and drawn in the field's type. */
  private static void checkLaw(
      WeightField field, ResolvedWeight weight, MemberComplaints complaints) {
    Resolution resolution = weight.resolution();
    String annotation = weight.scheme().annotation();
    if (!resolution.law().isDivisible() && isTooLarge(field, weight.geometry())) {
      complaints.add(
          null,
          Problem.SHAPE_TOO_LARGE,
          field.name(),
          weight.geometry().elements(),
          "a Java array holds",
          Geometry.LONGEST_ARRAY,
          " for @" + annotation + ", which is drawn as a whole");
    } else if (field.type().elementType() != null) {
      LawRules.check(
          resolution.law(), resolution.steps(), field.type().elementType(), annotation, complaints);
    }
  }

  /** Whether a field that needs no array has a shape that none holds. */
  private static boolean isTooLarge(WeightField field, Geometry geometry) {
    return field.isLazy()
        && !field.type().isNested()
        && geometry.isKnown()
        && geometry.elements() > Geometry.LONGEST_ARRAY;
  }

  /** Complaints about the members of an annotation. */
  private static final class MemberComplaints implements Complaints {
    private final WeightField field;
    private final AnnotationUse use;
    private final Report report;
    private boolean hasErrors;

    MemberComplaints(WeightField field, AnnotationUse use, Report report) {
      this.field = field;
      this.use = use;
      this.report = report;
    }

    @Override
    public String field() {
      return field.name();
    }

    @Override
    public boolean isGiven(String member) {
      return use.isGiven(member);
    }

    @Override
    public void add(String member, Problem problem, Object... details) {
      hasErrors |= problem.severity() == Severity.ERROR;
      report.addNoted(
          use.note(), Site.of(field.element(), use.onField(), use.value(member)), problem, details);
    }
  }
}
