package dev.fanwise.processor.validate;

import dev.fanwise.processor.read.AnnotationUse;
import dev.fanwise.processor.read.Compositions;
import dev.fanwise.processor.read.ScalingUse;
import dev.fanwise.processor.read.SchemeUse;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What holds for the annotations that a user composed, at the fields that have them. */
final class CompositionRules {
  private final WeightField field;
  private final Report report;

  private CompositionRules(WeightField field, Report report) {
    this.field = field;
    this.report = report;
  }

  static void check(WeightField field, Report report) {
    CompositionRules rules = new CompositionRules(field, report);
    field.cycles().forEach(rules::addCycle);
    if (field.cycles().isEmpty()) {
      rules.checkSingle(field.schemes().stream().map(SchemeUse::use).toList());
      rules.checkSingle(field.scalings().stream().map(ScalingUse::use).toList());
    }
    List<AnnotationUse> uses =
        Stream.concat(
                field.schemes().stream().map(SchemeUse::use),
                field.scalings().stream().map(ScalingUse::use))
            .filter(AnnotationUse::isComposed)
            .toList();
    rules.checkRetention(uses);
    uses.forEach(rules::checkMembers);
  }

  private void addCycle(Compositions.Cycle cycle) {
    List<TypeElement> through = cycle.through();
    TypeElement back = through.get(through.size() - 1);
    add(
        cycle.onField(),
        Problem.COMPOSED_CYCLE,
        name(through.get(0)),
        field.name(),
        through.stream().map(type -> "@" + name(type)).collect(Collectors.joining(", ")),
        name(back),
        through.get(through.size() - 2).getQualifiedName());
  }

  /** An annotation stands for one scheme, and for one scaling. */
  private void checkSingle(List<AnnotationUse> uses) {
    List<AnnotationUse> first = new ArrayList<>();
    for (AnnotationUse use : uses) {
      first.stream()
          .filter(earlier -> earlier.onField() == use.onField())
          .findFirst()
          .ifPresentOrElse(
              earlier ->
                  add(
                      use.onField(),
                      Problem.COMPOSED_TWICE,
                      use.name(),
                      field.name(),
                      earlier.ownText(),
                      use.ownText(),
                      use.through().get(0).getQualifiedName()),
              () -> first.add(use));
    }
  }

  private void checkRetention(List<AnnotationUse> uses) {
    Set<TypeElement> seen = new LinkedHashSet<>();
    for (AnnotationUse use : uses) {
      for (TypeElement type : use.through()) {
        Retention retention = type.getAnnotation(Retention.class);
        if (retention != null && retention.value() == RetentionPolicy.SOURCE && seen.add(type)) {
          add(
              use.onField(),
              Problem.COMPOSED_RETENTION,
              use.name(),
              field.name(),
              type.getQualifiedName());
        }
      }
    }
  }

  /** Members are not handed on; one that looks as if it were would be ignored without a word. */
  private void checkMembers(AnnotationUse use) {
    TypeElement own = (TypeElement) use.own().getAnnotationType().asElement();
    Set<String> known = members(own);
    for (TypeElement type : use.through()) {
      for (String member : members(type)) {
        if (known.contains(member)) {
          add(
              use.onField(),
              Problem.COMPOSED_MEMBER,
              member,
              use.name(),
              field.name(),
              member,
              name(own),
              type.getQualifiedName());
        }
      }
    }
  }

  private static Set<String> members(TypeElement annotationType) {
    return ElementFilter.methodsIn(annotationType.getEnclosedElements()).stream()
        .map(ExecutableElement::getSimpleName)
        .map(Object::toString)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static String name(TypeElement type) {
    return type.getSimpleName().toString();
  }

  private void add(AnnotationMirror onField, Problem problem, Object... details) {
    report.add(Site.of(field.element(), onField), problem, details);
  }
}
