package dev.fanwise.processor.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A class and the line of its superclasses. The compiler is asked for it, and for the annotations
 * on its fields, once in a round.
 */
public final class ClassLine {
  private final TypeElement type;
  private final ClassLine above;
  private final TypeMirror missing;
  private final Predicate<VariableElement> isMember;
  private List<VariableElement> members;

  private ClassLine(
      TypeElement type, ClassLine above, TypeMirror missing, Predicate<VariableElement> isMember) {
    this.type = type;
    this.above = above;
    this.missing = missing;
    this.isMember = isMember;
  }

  /** The class itself. */
  TypeElement type() {
    return type;
  }

  /** Where the line ends too early: the superclass that there is not, if there is none. */
  Optional<TypeMirror> missing() {
    return above == null ? Optional.ofNullable(missing) : above.missing();
  }

  /** The class, the one above it, and so on to the top. */
  List<ClassLine> upwards() {
    List<ClassLine> lines = new ArrayList<>();
    for (ClassLine line = this; line != null; line = line.above) {
      lines.add(line);
    }
    return lines;
  }

  /** The classes from one of the line down to this one; none if it is not of the line. */
  public List<TypeElement> downFrom(TypeElement first) {
    List<TypeElement> classes = new ArrayList<>();
    for (ClassLine line = this; line != null; line = line.above) {
      classes.add(0, line.type);
      if (line.type.equals(first)) {
        return classes;
      }
    }
    return List.of();
  }

  /** The fields with annotations of ours that the class itself declares. */
  List<VariableElement> members() {
    if (members == null) {
      members = Fields.of(type).stream().filter(isMember).toList();
    }
    return members;
  }

  /** The lines of the classes of a round, each with those above it. */
  static final class Lines {
    private final Map<TypeElement, ClassLine> lines = new HashMap<>();
    private final Predicate<VariableElement> isMember;

    Lines(Predicate<VariableElement> isMember) {
      this.isMember = isMember;
    }

    /** Forgets all: what was missing may be there, and what was asked may be another. */
    void newRound() {
      lines.clear();
    }

    /** The line of a class. */
    ClassLine of(TypeElement type) {
      ClassLine line = lines.get(type);
      if (line == null) {
        TypeMirror superclass = type.getSuperclass();
        boolean isThere = superclass.getKind() == TypeKind.DECLARED;
        line =
            new ClassLine(
                type,
                isThere ? of((TypeElement) ((DeclaredType) superclass).asElement()) : null,
                superclass.getKind() == TypeKind.ERROR ? superclass : null,
                isMember);
        lines.put(type, line);
      }
      return line;
    }
  }
}
