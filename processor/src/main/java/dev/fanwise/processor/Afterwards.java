package dev.fanwise.processor;

import dev.fanwise.processor.read.ClassId;
import dev.fanwise.processor.read.Lombok;
import dev.fanwise.processor.read.ModelClass;
import dev.fanwise.processor.read.ModelField;
import dev.fanwise.processor.read.WeightField;
import dev.fanwise.processor.report.Printer;
import dev.fanwise.processor.report.Problem;
import dev.fanwise.processor.report.Quoted;
import dev.fanwise.processor.report.Report;
import dev.fanwise.processor.report.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * What other processors have made of models after their initialisers were written. Lombok changes
 * modifiers where a {@code lombok.config} says so, of classes without any annotation of its own;
 * the last round sees it. Without this, javac would report what is wrong inside of generated code.
 */
final class Afterwards {
  private static final String MADE_PRIVATE =
      "Another annotation processor makes it private, perhaps Lombok for a lombok.config: add"
          + " @PackagePrivate";

  /**
   * What generated code names.
   *
   * @param owner the class that declares it
   * @param isAssigned whether it is given an array
   * @param weight the weight that it is a number of, or null for a weight or submodule
   * @param namedBy the member that names such a number
   */
  private record Member(
      ClassId owner,
      String name,
      boolean isField,
      boolean isAssigned,
      String weight,
      String namedBy) {
    static Member of(Element element, boolean isAssigned, String weight, String namedBy) {
      return new Member(
          ClassId.of((TypeElement) element.getEnclosingElement()),
          element.getSimpleName().toString(),
          element.getKind().isField(),
          isAssigned,
          weight,
          namedBy);
    }

    boolean isSame(Element other) {
      return other.getKind().isField() == isField && other.getSimpleName().contentEquals(name);
    }
  }

  private final Elements elements;
  private final Map<ClassId, List<Member>> written = new LinkedHashMap<>();

  Afterwards(Elements elements) {
    this.elements = elements;
  }

  /** Takes note of a model as its initialiser was written for it. */
  void add(ModelClass model) {
    List<Member> members = new ArrayList<>();
    for (ModelField field : model.fields()) {
      if (field.is(Modifier.PRIVATE)) {
        continue; // A record's component, which generated code reads by its accessor.
      }
      boolean isAssigned = field instanceof WeightField && !field.is(Modifier.FINAL);
      members.add(Member.of(field.element(), isAssigned, null, null));
      if (field instanceof WeightField weights) {
        weights
            .numbers()
            .forEach(
                use ->
                    model
                        .symbols()
                        .element(use)
                        .map(number -> Member.of(number, false, field.name(), use.member()))
                        .ifPresent(members::add));
      }
    }
    written.put(ClassId.of(model.element()), members);
  }

  /** Prints, in the last round, what generated code can no longer do. */
  void report(Printer printer) {
    written.forEach(
        (id, members) -> {
          TypeElement model = id.in(elements);
          if (model != null) {
            Report report = new Report();
            members.forEach(member -> check(member, report));
            printer.print(report, model);
          }
        });
  }

  private void check(Member member, Report report) {
    TypeElement owner = member.owner().in(elements);
    if (owner == null) {
      return;
    }
    for (Element now : owner.getEnclosedElements()) {
      if (member.isSame(now)) {
        check(member, now, report);
      }
    }
  }

  private static void check(Member before, Element now, Report report) {
    Set<Modifier> modifiers = Lombok.modifiersOf(now);
    String owner = now.getEnclosingElement().getSimpleName().toString();
    if (modifiers.contains(Modifier.PRIVATE) && before.weight() == null) {
      report.add(Site.of(now), Problem.PRIVATE_FIELD, before.name(), MADE_PRIVATE);
    } else if (modifiers.contains(Modifier.PRIVATE)) {
      String fix = MADE_PRIVATE + ", or name a method that you write";
      report.add(
          Site.of(now),
          Problem.DIMS_PRIVATE,
          Quoted.of(before.name()),
          before.namedBy(),
          before.weight(),
          owner,
          fix);
    }
    if (modifiers.contains(Modifier.FINAL) && before.isAssigned()) {
      report.add(Site.of(now), Problem.MADE_FINAL, before.name(), owner);
    }
  }
}
