package dev.fanwise.processor.read;

import dev.fanwise.processor.report.Eclipse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Annotations as the compiler sees them. */
public final class Mirrors {
  /** What says that a field may be null, in whichever library. */
  private static final Set<String> NULLABLE =
      Set.of("Nullable", "CheckForNull", "MonotonicNonNull");

  /**
   * Thrown where a value is no value or a type no type, as with an undefined constant; the compiler
   * reports it.
   */
  static final class UnreadableValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableValueException(String member) {
      super(member, null, false, false);
    }
  }

  /** Thrown where a type is needed that does not exist, or not yet. */
  static final class MissingTypeException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingTypeException(String type) {
      super(type, null, false, false);
    }
  }

  private Mirrors() {}

  /** An annotation's type. */
  static TypeElement type(AnnotationMirror annotation) {
    return (TypeElement) annotation.getAnnotationType().asElement();
  }

  /** The qualified name of an annotation's type. */
  public static String name(AnnotationMirror annotation) {
    return type(annotation).getQualifiedName().toString();
  }

  /** The annotation of the given type on an element, if it is there. */
  public static Optional<AnnotationMirror> find(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (name(mirror).equals(annotation)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  /** Whether an annotation of a field, or of its type, says that it may be null. */
  static boolean isNullable(VariableElement field) {
    return Stream.of(field, field.asType())
        .flatMap(annotated -> annotated.getAnnotationMirrors().stream())
        .map(annotation -> type(annotation).getSimpleName().toString())
        .anyMatch(NULLABLE::contains);
  }

  /** The value that the user wrote for a member, or null. */
  public static AnnotationValue given(AnnotationMirror annotation, String member) {
    return lookUp(readable(annotation::getElementValues, member), member);
  }

  /** The value of a member, its default if the user wrote none. */
  static AnnotationValue value(Elements elements, AnnotationMirror annotation, String member) {
    AnnotationValue value =
        lookUp(readable(() -> elements.getElementValuesWithDefaults(annotation), member), member);
    if (value == null) {
      throw new UnreadableValueException(member);
    }
    return value;
  }

  private static <T> T readable(Supplier<T> values, String member) {
    try {
      return values.get();
    } catch (RuntimeException e) {
      // Eclipse's compiler: a text or boolean for a double, whose type it reports itself.
      throw new UnreadableValueException(member);
    }
  }

  private static AnnotationValue lookUp(
      Map<? extends ExecutableElement, ? extends AnnotationValue> values, String member) {
    for (var entry : values.entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return entry.getValue();
      }
    }
    return null;
  }

  /** A number. */
  static Number number(AnnotationValue value, String member) {
    if (value.getValue() instanceof Number number) {
      return number;
    }
    if (value.getValue() instanceof Character character) {
      return (int) character;
    }
    throw new UnreadableValueException(member);
  }

  /** Yes or no. */
  static boolean flag(AnnotationValue value, String member) {
    if (value.getValue() instanceof Boolean flag) {
      return flag;
    }
    throw new UnreadableValueException(member);
  }

  /** A text. */
  static String text(AnnotationValue value, String member) {
    if (value.getValue() instanceof String text && !isError(value)) {
      return text;
    }
    throw new UnreadableValueException(member);
  }

  /**
   * Whether a text is what compilers have in the place of an undefined constant or another type.
   */
  private static boolean isError(AnnotationValue text) {
    // Javac alone does not print it as a literal.
    return text.toString().equals(Eclipse.made(text) ? "\"<error>\"" : "<error>");
  }

  /** A constant of an enum. */
  static <E extends Enum<E>> E constant(AnnotationValue value, String member, Class<E> type) {
    if (value.getValue() instanceof VariableElement variable) {
      String name = variable.getSimpleName().toString();
      for (E constant : type.getEnumConstants()) {
        if (constant.name().equals(name)) {
          return constant;
        }
      }
    }
    throw new UnreadableValueException(member);
  }

  /** The entries of an array. */
  static List<AnnotationValue> entries(AnnotationValue value, String member) {
    if (!(value.getValue() instanceof List<?> list)) {
      throw new UnreadableValueException(member);
    }
    List<AnnotationValue> entries = new ArrayList<>();
    for (Object entry : list) {
      if (!(entry instanceof AnnotationValue one)) {
        throw new UnreadableValueException(member);
      }
      entries.add(one);
    }
    return entries;
  }
}
