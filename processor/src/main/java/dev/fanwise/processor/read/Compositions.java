package dev.fanwise.processor.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Annotations that users compose: an annotation type that carries some of ours stands for these, as
 * does one that carries such a type.
 */
public final class Compositions {
  /** What the annotations of a field stand for, in the order they stand. */
  record Parts(List<AnnotationUse> uses, List<Cycle> cycles) {}

  /**
   * A composed annotation that is composed of itself.
   *
   * @param onField the annotation that stands on the field
   * @param through the annotation types from that to the one that leads back, and this again
   */
  public record Cycle(AnnotationMirror onField, List<TypeElement> through) {
    public Cycle {
      through = List.copyOf(through);
    }
  }

  private final Predicate<String> isPart;

  /**
   * @param isPart whether the annotation of a name is one of ours that others are composed of
   */
  Compositions(Predicate<String> isPart) {
    this.isPart = isPart;
  }

  /** Whether the annotations of an element, or theirs, are some of ours. */
  boolean leadToParts(Element element) {
    return leadToParts(element, new HashSet<>());
  }

  private boolean leadToParts(Element carrier, Set<TypeElement> seen) {
    for (AnnotationMirror annotation : carrier.getAnnotationMirrors()) {
      TypeElement type = Mirrors.type(annotation);
      if (isPart(annotation) || (seen.add(type) && leadToParts(type, seen))) {
        return true;
      }
    }
    return false;
  }

  /** Whether an annotation is one of ours, or composed of ours. */
  boolean leadsToParts(AnnotationMirror annotation) {
    return isPart(annotation) || leadToParts(Mirrors.type(annotation));
  }

  private boolean isPart(AnnotationMirror annotation) {
    return isPart.test(Mirrors.name(annotation));
  }

  /** What the annotations of a field stand for. */
  Parts of(Element field) {
    Parts parts = new Parts(new ArrayList<>(), new ArrayList<>());
    for (AnnotationMirror annotation : field.getAnnotationMirrors()) {
      if (isPart(annotation)) {
        parts.uses.add(new AnnotationUse(annotation, annotation, List.of()));
      } else {
        new Walk(annotation, parts).into(Mirrors.type(annotation));
      }
    }
    return parts;
  }

  /** A walk from one annotation on a field through the annotation types behind it. */
  private final class Walk {
    private final AnnotationMirror onField;
    private final Parts parts;
    private final Deque<TypeElement> way = new ArrayDeque<>();
    private final Set<TypeElement> done = new HashSet<>();

    Walk(AnnotationMirror onField, Parts parts) {
      this.onField = onField;
      this.parts = parts;
    }

    void into(TypeElement type) {
      if (way.contains(type)) {
        List<TypeElement> through = new ArrayList<>(way);
        through.add(type);
        parts.cycles.add(new Cycle(onField, through));
        return;
      }
      // A type that is met twice stands for the same; annotations like @Documented carry
      // themselves.
      if (!done.add(type) || !leadToParts(type)) {
        return;
      }
      way.addLast(type);
      for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
        if (isPart(annotation)) {
          parts.uses.add(new AnnotationUse(onField, annotation, List.copyOf(way)));
        } else {
          into(Mirrors.type(annotation));
        }
      }
      way.removeLast();
    }
  }
}
