package dev.fanwise.processor.validate;

import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.Numbers;
import dev.fanwise.processor.read.Mirrors;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.SchemeUse;
import dev.fanwise.processor.read.ShapeUse;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import dev.fanwise.processor.report.Suggestion;
import dev.fanwise.processor.scheme.Complaints;
import dev.fanwise.processor.scheme.Geometry;
import dev.fanwise.processor.scheme.Scheme;
import java.util.List;
import java.util.Optional;

/** What holds for a scheme, in itself and for the tensor that it shall draw. */
final class SchemeRules {
  private SchemeRules() {}

  static void check(ModelClass model, WeightField field, Report report) {
    for (SchemeUse use : field.schemes()) {
      MemberComplaints complaints = new MemberComplaints(field, use, report);
      use.scheme().check(complaints);
      Optional<Geometry> geometry = geometry(model, field, use.scheme(), complaints);
      if (geometry.isPresent() && complaints.none) {
        checkLaw(field, use.scheme().resolve(geometry.get()).law(), complaints);
      }
    }
  }

  /** The geometry that a scheme is resolved with, if there is nothing wrong with it. */
  private static Optional<Geometry> geometry(
      ModelClass model, WeightField field, Scheme scheme, MemberComplaints complaints) {
    if (scheme.otherField().isPresent()) {
      return otherGeometry(model, field, scheme.otherField().get(), complaints);
    }
    Optional<Geometry> own = soundGeometry(field);
    if (own.isPresent() && !own.get().hasFans() && scheme.withoutFans().isPresent()) {
      complaints.add(
          null, scheme.withoutFans().get(), scheme.annotation(), field.name(), own.get().shape());
      return Optional.empty();
    }
    return own;
  }

  private static Optional<Geometry> otherGeometry(
      ModelClass model, WeightField field, String other, MemberComplaints complaints) {
    if (other.equals(field.name())) {
      complaints.add("of", Problem.BIAS_SELF, other);
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
          "of", Problem.BIAS_UNKNOWN, other, model.name(), Suggestion.sentence(other, known));
      return Optional.empty();
    }
    Optional<Geometry> geometry = soundGeometry(weights.get());
    if (geometry.isPresent() && !geometry.get().hasFans()) {
      complaints.add("of", Problem.BIAS_WITHOUT_FANS, other, geometry.get().shape());
      return Optional.empty();
    }
    return geometry;
  }

  private static Optional<Geometry> soundGeometry(WeightField field) {
    return field.shape().filter(ShapeRules::isSound).map(ShapeUse::geometry);
  }

  /** Whether the numbers can be held and drawn in the field's type. */
  private static void checkLaw(WeightField field, Law law, MemberComplaints complaints) {
    ElementType type = field.type().elementType();
    if (type == null) {
      return;
    }
    if (law instanceof Law.Constant constant) {
      if (!Double.isFinite(type.round(constant.value()))) {
        complaints.add(
            "value",
            Problem.CONSTANT_VALUE,
            Numbers.text(constant.value()),
            field.name(),
            type.keyword());
      }
      return;
    }
    double std = standardDeviation(law);
    // A uniform's step, 2⁻²³ or 2⁻⁵² of its bound, must be a normal number.
    double least =
        type == ElementType.FLOAT ? Float.MIN_NORMAL * 0x1p23 : Double.MIN_NORMAL * 0x1p52;
    // Draws reach 8.3 standard deviations; a float's quantile has a product of 2³¹ of them on the
    // way.
    double most = type == ElementType.FLOAT && !(law instanceof Law.Uniform) ? 0x1p31 : 16;
    if (!(std >= least) || !Double.isFinite(type.round(std * most))) {
      complaints.add(
          null,
          Problem.SPREAD,
          complaints.use.scheme().annotation(),
          field.name(),
          Numbers.text(std),
          type.keyword());
    }
  }

  private static double standardDeviation(Law law) {
    if (law instanceof Law.Uniform uniform) {
      return uniform.std();
    }
    if (law instanceof Law.Normal normal) {
      return normal.std();
    }
    return ((Law.TruncatedNormal) law).std();
  }

  /** Complaints of a scheme about its members. */
  private static final class MemberComplaints implements Complaints {
    private final WeightField field;
    private final SchemeUse use;
    private final Report report;
    private boolean none = true;

    MemberComplaints(WeightField field, SchemeUse use, Report report) {
      this.field = field;
      this.use = use;
      this.report = report;
    }

    @Override
    public String field() {
      return field.name();
    }

    @Override
    public void add(String member, Problem problem, Object... details) {
      none = false;
      report.add(
          Site.of(
              field.element(),
              use.annotation(),
              member == null ? null : Mirrors.given(use.annotation(), member)),
          problem,
          details);
    }
  }
}
