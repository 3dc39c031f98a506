package dev.fanwise.processor.read;

import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Symbol;
import dev.fanwise.processor.report.Quoted;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The numbers that a model class can name: its fields and methods, and inherited ones. */
public final class Symbols {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

  private final ClassLine model;
  private final Elements elements;

  /** The numbers of fields as far as they are known before there is an object, or null. */
  private final KnownNumbers known;

  /** Fields and methods by name, nearest class first. */
  private final Map<String, List<Element>> members = new LinkedHashMap<>();

  /**
   * @param known the numbers of fields in the place of their names, beside those that are
   *     constants; null if names stay names
   */
  Symbols(ClassLine model, ClassLine.Lines lines, Elements elements, KnownNumbers known) {
    this.model = model;
    this.elements = elements;
    this.known = known;
    Set<TypeElement> types = new LinkedHashSet<>();
    addTypes(model, lines, types);
    for (TypeElement type : types) {
      for (Element member : type.getEnclosedElements()) {
        if (member.getKind().isField() || member.getKind() == ElementKind.METHOD) {
          String name = member.getSimpleName().toString();
          members.computeIfAbsent(name, any -> new ArrayList<>()).add(member);
        }
      }
    }
  }

  /**
   * A class, its superclasses without the last, whose hashCode() is no dimension, then their
   * interfaces.
   */
  private static void addTypes(ClassLine line, ClassLine.Lines lines, Set<TypeElement> types) {
    List<ClassLine> classes = line.upwards();
    classes.removeIf(one -> one.type().getQualifiedName().contentEquals("java.lang.Object"));
    classes.forEach(one -> types.add(one.type()));
    Collections.reverse(classes);
    for (ClassLine one : classes) {
      for (TypeMirror above : one.type().getInterfaces()) {
        if (above.getKind() == TypeKind.DECLARED) {
          addTypes(lines.of((TypeElement) ((DeclaredType) above).asElement()), lines, types);
        }
      }
    }
  }

  /** The names of numbers. */
  public List<String> names() {
    return members.keySet().stream().filter(name -> resolve(name) != null).toList();
  }

  /** Whether there is a field or method of a name, whatever it is. */
  public boolean declares(String name) {
    return members.containsKey(name);
  }

  /** The number of a name that is private and not read therefore. */
  public Optional<Element> privateNumber(String name) {
    return members.getOrDefault(name, List.of()).stream()
        .filter(member -> isNumber(member) && isPrivate(member))
        .findFirst();
  }

  /** Whether the compiler warns where a number is read, unless it is told not to. */
  public boolean isDeprecated(DimensionUse use) {
    for (Element around = element(use).orElse(null);
        around != null && around.getKind() != ElementKind.PACKAGE;
        around = around.getEnclosingElement()) {
      if (elements.isDeprecated(around)) {
        return true;
      }
    }
    return false;
  }

  /** Resolves a text that a member has. */
  DimensionUse read(String member, AnnotationValue entry, String text) {
    if (NUMBER.matcher(text).matches()) {
      try {
        return new DimensionUse(member, entry, Dimension.of(Integer.parseInt(text)), null);
      } catch (NumberFormatException e) {
        return fault(member, entry, text, DimensionUse.Fault.TOO_LARGE);
      }
    }
    Element found = resolve(text);
    if (found != null) {
      return new DimensionUse(member, entry, dimension(found), null);
    }
    List<Element> named = members.getOrDefault(text, List.of());
    if (named.isEmpty()) {
      return fault(member, entry, text, DimensionUse.Fault.UNKNOWN);
    }
    boolean isNumber = named.stream().anyMatch(Symbols::isNumber);
    boolean isPrivate = named.stream().filter(Symbols::isNumber).allMatch(Symbols::isPrivate);
    return fault(
        member,
        entry,
        text,
        !isNumber
            ? DimensionUse.Fault.KIND
            : isPrivate ? DimensionUse.Fault.PRIVATE : DimensionUse.Fault.UNREACHABLE);
  }

  private Dimension dimension(Element found) {
    if (known == null) {
      return Dimension.of(symbol(found));
    }
    boolean isConstant =
        found instanceof VariableElement field && field.getConstantValue() instanceof Integer;
    Integer number =
        isConstant ? (Integer) ((VariableElement) found).getConstantValue() : known.of(found);
    return number == null ? Dimension.of(symbol(found)) : Dimension.of(number);
  }

  /** What is no name stands in quotes, so that it can be part of a message. */
  private static DimensionUse fault(
      String member, AnnotationValue entry, String text, DimensionUse.Fault fault) {
    boolean isName = fault != DimensionUse.Fault.UNKNOWN && fault != DimensionUse.Fault.TOO_LARGE;
    String name = isName ? text : Quoted.of(text);
    return new DimensionUse(member, entry, Dimension.of(new Symbol(name, false, null)), fault);
  }

  /**
   * The field of a name, or else the method, that generated code can read. Only the nearest field
   * counts, since it hides those further up.
   */
  private Element resolve(String name) {
    List<Element> named = members.getOrDefault(name, List.of());
    Element field = named.stream().filter(one -> one.getKind().isField()).findFirst().orElse(null);
    if (field != null && isReadable(field)) {
      return field;
    }
    return named.stream()
        .filter(one -> one.getKind() == ElementKind.METHOD)
        .filter(this::isReadable)
        .findFirst()
        .orElse(null);
  }

  private boolean isReadable(Element member) {
    return isNumber(member) && Reach.from(model, member, elements);
  }

  /** The field or method that a member names, if it names one. */
  public Optional<Element> element(DimensionUse use) {
    return use.dimension().isKnown()
        ? Optional.empty()
        : Optional.ofNullable(resolve(use.dimension().symbol().name()));
  }

  private static boolean isPrivate(Element member) {
    return Lombok.modifiersOf(member).contains(Modifier.PRIVATE);
  }

  private static boolean isNumber(Element member) {
    if (!(member instanceof ExecutableElement method)) {
      return member.asType().getKind() == TypeKind.INT;
    }
    boolean inherited =
        !Lombok.modifiersOf(method).contains(Modifier.STATIC)
            || method.getEnclosingElement().getKind() != ElementKind.INTERFACE;
    return method.getReturnType().getKind() == TypeKind.INT
        && method.getParameters().isEmpty()
        && method.getThrownTypes().isEmpty()
        && inherited;
  }

  private static Symbol symbol(Element member) {
    boolean isStatic = Lombok.modifiersOf(member).contains(Modifier.STATIC);
    return new Symbol(
        member.getSimpleName().toString(),
        member.getKind() == ElementKind.METHOD,
        isStatic ? TypeRefs.raw((TypeElement) member.getEnclosingElement()) : null);
  }
}
