package dev.fanwise.processor.report;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * Records without a place: Eclipse's compiler knows where a class is, but not where a record is,
 * and from 3.42 on not where its components are.
 */
final class RecordPlaces {
  private final boolean isEclipse;

  RecordPlaces(Messager messager) {
    isEclipse = Eclipse.made(messager);
  }

  /**
   * The record that an element is, or is a field of, if the compiler has no place for the element;
   * else null.
   */
  TypeElement unplaced(Element element) {
    if (!isEclipse) {
      return null;
    }
    if (element.getKind() == ElementKind.RECORD) {
      return (TypeElement) element;
    }
    return element.getKind() == ElementKind.FIELD
            && element.getEnclosingElement() instanceof TypeElement owner
            && owner.getKind() == ElementKind.RECORD
            && !placedFields(owner).contains(element)
        ? owner
        : null;
  }

  /** Members are sorted by their places: those without come first, components among them. */
  private static List<Element> placedFields(TypeElement owner) {
    List<Element> placed = new ArrayList<>();
    boolean isPlaced = false;
    for (Element member : owner.getEnclosedElements()) {
      isPlaced |= member.getKind() == ElementKind.RECORD_COMPONENT;
      if (isPlaced && member.getKind() == ElementKind.FIELD) {
        placed.add(member);
      }
    }
    return placed;
  }

  /** What is nearest to a record and has a place: a field of it, or what it is in; null if none. */
  static Element near(Element type) {
    if (type.getKind() == ElementKind.PACKAGE) {
      return null;
    }
    if (type.getKind() != ElementKind.RECORD) {
      return type;
    }
    return placedFields((TypeElement) type).stream()
        .findFirst()
        .orElseGet(() -> near(type.getEnclosingElement()));
  }
}
