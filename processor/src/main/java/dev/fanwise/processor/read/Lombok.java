package dev.fanwise.processor.read;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * The modifiers that elements have in the end. Lombok changes them in javac's trees, which other
 * processors see in the next round only, when their code is written: so what it is about to do is
 * read from its annotations, known by name. Where it has done it, they are gone.
 *
 * <p>The rules are those of its handlers for {@code @Value}, {@code @FieldDefaults} and
 * {@code @UtilityClass}; its other annotations change no modifiers. What a {@code lombok.config}
 * says of classes without annotations cannot be seen here.
 */
public final class Lombok {
  private static final String VALUE = "lombok.Value";
  private static final String OLD_VALUE = "lombok.experimental.Value";
  private static final String FIELD_DEFAULTS = "lombok.experimental.FieldDefaults";
  private static final String UTILITY_CLASS = "lombok.experimental.UtilityClass";
  private static final String PACKAGE_PRIVATE = "lombok.experimental.PackagePrivate";
  private static final String NON_FINAL = "lombok.experimental.NonFinal";

  private static final Set<Modifier> ACCESS =
      EnumSet.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE);

  /**
   * What the fields of a class become where they do not say something else.
   *
   * @param annotation the name of what says so
   * @param access the access of those without one, or null if that stays
   */
  private record Defaults(String annotation, Modifier access, boolean makesFinal) {}

  private Lombok() {}

  /** The modifiers of a class or a member of one. */
  public static Set<Modifier> modifiersOf(Element element) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    modifiers.addAll(element.getModifiers());
    if (isMadeStatic(element)) {
      modifiers.add(Modifier.STATIC);
    }
    if (element.getKind() != ElementKind.FIELD || modifiers.contains(Modifier.STATIC)) {
      return modifiers;
    }
    defaults(element)
        .ifPresent(
            defaults -> {
              if (isMadeAccessible(element, defaults)) {
                modifiers.add(defaults.access());
              }
              if (defaults.makesFinal() && !has(element, NON_FINAL)) {
                modifiers.add(Modifier.FINAL);
              }
            });
    return modifiers;
  }

  /** The annotation, as one writes it, that makes a private field private, if one does. */
  public static Optional<String> madePrivateBy(Element field) {
    return modifiersOf(field).contains(Modifier.PRIVATE)
            && !field.getModifiers().contains(Modifier.PRIVATE)
        ? defaults(field).map(Lombok::written)
        : Optional.empty();
  }

  /** The annotation, as one writes it, that makes a static member static, if one does. */
  public static Optional<String> madeStaticBy(Element member) {
    return isMadeStatic(member) && !member.getModifiers().contains(Modifier.STATIC)
        ? Optional.of("@UtilityClass")
        : Optional.empty();
  }

  private static String written(Defaults defaults) {
    return "@" + defaults.annotation().substring(defaults.annotation().lastIndexOf('.') + 1);
  }

  private static boolean isMadeAccessible(Element field, Defaults defaults) {
    return defaults.access() != null
        && field.getModifiers().stream().noneMatch(ACCESS::contains)
        && !has(field, PACKAGE_PRIVATE);
  }

  /** A utility class, if it is nested, and all its members are made static. */
  private static boolean isMadeStatic(Element element) {
    boolean isNested = element.getEnclosingElement() instanceof TypeElement;
    return isNested
        && (isUtilityClass(element)
            || element.getKind() != ElementKind.CONSTRUCTOR
                && isUtilityClass(element.getEnclosingElement()));
  }

  private static boolean isUtilityClass(Element type) {
    return type.getKind() == ElementKind.CLASS && has(type, UTILITY_CLASS);
  }

  /** What is said of the fields around one: {@code @Value} is silent beside the other. */
  private static Optional<Defaults> defaults(Element field) {
    Element type = field.getEnclosingElement();
    boolean isClass = type.getKind() == ElementKind.CLASS;
    if (!(isClass || type.getKind() == ElementKind.ENUM)
        || field.getSimpleName().toString().startsWith("$")) {
      return Optional.empty();
    }
    Optional<AnnotationMirror> fieldDefaults = Mirrors.find(type, FIELD_DEFAULTS);
    if (fieldDefaults.isPresent()) {
      return fieldDefaults.map(Lombok::defaults);
    }
    boolean isValue = isClass && (has(type, VALUE) || has(type, OLD_VALUE));
    return isValue ? Optional.of(new Defaults(VALUE, Modifier.PRIVATE, true)) : Optional.empty();
  }

  private static Defaults defaults(AnnotationMirror annotation) {
    AnnotationValue makeFinal = Mirrors.given(annotation, "makeFinal");
    return new Defaults(
        FIELD_DEFAULTS,
        access(Mirrors.given(annotation, "level")),
        makeFinal != null && Boolean.TRUE.equals(makeFinal.getValue()));
  }

  /** Of the levels that have no modifier, NONE, PACKAGE and MODULE, Lombok makes nothing. */
  private static Modifier access(AnnotationValue level) {
    if (level == null || !(level.getValue() instanceof VariableElement constant)) {
      return null;
    }
    return Stream.of(Modifier.PUBLIC, Modifier.PROTECTED, Modifier.PRIVATE)
        .filter(access -> constant.getSimpleName().contentEquals(access.name()))
        .findFirst()
        .orElse(null);
  }

  private static boolean has(Element element, String annotation) {
    return Mirrors.find(element, annotation).isPresent();
  }
}
