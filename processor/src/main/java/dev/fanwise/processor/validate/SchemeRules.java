package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.read.AnnotationUse;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ScalingUse;
import dev.fanwise.processor.read.SchemeUse;
import dev.fanwise.processor.read.ShapeUse;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Quoted;
import dev.fanwise.processor.report.Report;
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

  static void check(ModelClass model, WeightField field, Report report) {
    Optional<ScalingUse> scaling = field.scaling().filter(use -> isSound(field, use, report));
    for (SchemeUse use : field.schemes()) {
      MemberComplaints complaints = new MemberComplaints(field, use.use(), report);
      Scheme scheme = use.scheme();
      scheme.check(complaints);
      Optional<Geometry> geometry =
          scheme.otherField().isPresent()
              ? otherGeometry(model, field, scheme.otherField().get(), complaints)
              : soundGeometry(field);
      if (geometry.isEmpty() || complaints.hasErrors) {
        continue;
      }
      scheme.checkTensor(geometry.get(), complaints);
      if (!complaints.hasErrors) {
        // A field with two schemes has an error already; what is wrong with its scaling is said
        // once.
        boolean isFirst = use == field.schemes().get(0);
        checkLaw(
            field, use, isFirst ? scaling : Optional.empty(), geometry.get(), complaints, report);
      }
    }
  }

  private static Optional<Geometry> otherGeometry(
      ModelClass model, WeightField field, String other, MemberComplaints complaints) {
    if (other.equals(field.name())) {
      complaints.add("of", Problem.BIAS_SELF, Quoted.of(other));
      return Optional.empty();
    }
    Optional<WeightField> weights =
        model.weights().stream().filter(one -> one.name().equals(other)).findFirst();
    if (weights.isEmpty()) {
      List<String> known =
          model.weights().stream()
              .filter(one -> one != field)
              .filter(one -> soundGeometry(one).map(Geometry::hasFans).orElse(false))
              .map(WeightField::name)
              .toList();
      complaints.add(
          "of",
          Problem.BIAS_UNKNOWN,
          Quoted.of(other),
          model.name(),
          Suggestion.sentence(other, known));
      return Optional.empty();
    }
    Optional<Geometry> geometry = soundGeometry(weights.get());
    if (geometry.isPresent() && !geometry.get().hasFans()) {
      complaints.add("of", Problem.BIAS_WITHOUT_FANS, Quoted.of(other), geometry.get().shape());
      return Optional.empty();
    }
    return geometry;
  }

  private static Optional<Geometry> soundGeometry(WeightField field) {
    return field.shape().filter(shape -> ShapeRules.isSound(field, shape)).map(ShapeUse::geometry);
  }

  /** Says what is wrong with the members of a scaling, and whether nothing is. */
  private static boolean isSound(WeightField field, ScalingUse use, Report report) {
    MemberComplaints complaints = new MemberComplaints(field, use.use(), report);
    use.scaling().check(complaints);
    return !complaints.hasErrors;
  }

  /** Whether the numbers, scaled if they are to be, can be held and drawn in the field's type. */
  private static void checkLaw(
      WeightField field,
      SchemeUse use,
      Optional<ScalingUse> scaling,
      Geometry geometry,
      MemberComplaints complaints,
      Report report) {
    Resolution resolution = use.scheme().resolve(geometry);
    if (scaling.isPresent()) {
      Optional<Resolution> scaled = scaling.get().scaling().apply(resolution);
      if (scaled.isEmpty()) {
        new MemberComplaints(field, scaling.get().use(), report)
            .add(null, Problem.SCALING_LAW, field.name(), use.use().name());
        return;
      }
      resolution = scaled.get();
    }
    if (!resolution.law().isDivisible() && isTooLarge(field, geometry)) {
      complaints.add(
          null,
          Problem.SHAPE_TOO_LARGE,
          field.name(),
          geometry.elements(),
          "a Java array holds",
          Geometry.LONGEST_ARRAY,
          " for @" + use.scheme().annotation() + ", which is drawn as a whole");
      return;
    }
    if (field.type().elementType() != null) {
      LawRules.check(
          resolution.law(),
          resolution.steps(),
          field.type().elementType(),
          use.scheme().annotation(),
          complaints);
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
      hasErrors |= problem.severity() == Problem.Severity.ERROR;
      report.addNoted(
          use.note(), Site.of(field.element(), use.onField(), use.value(member)), problem, details);
    }
  }
}
