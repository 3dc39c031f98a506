package dev.fanwise.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.Elements;

/** What the initialiser of a model, a class in the model's package, may name. */
public final class Reach {
  private Reach() {}

  /**
   * Whether generated code may name a member that the model has or inherits.
   *
   * <p>A package-private member is inherited within its package only, and the chain breaks for
   * good: if {@code q.Middle extends p.Base} and {@code p.Net extends q.Middle}, then {@code p.Net}
   * has not inherited a package-private member of {@code p.Base}, though they share a package.
   */
  public static boolean from(TypeElement model, Element member, Elements elements) {
    Set<Modifier> modifiers = Lombok.modifiersOf(member);
    if (modifiers.contains(Modifier.PUBLIC)) {
      return isStaticOfReachable(model, member, elements);
    }
    if (modifiers.contains(Modifier.PRIVATE)) {
      return false;
    }
    TypeElement owner = (TypeElement) member.getEnclosingElement();
    if (modifiers.contains(Modifier.PROTECTED)) {
      return samePackage(owner, model, elements);
    }
    return classesBetween(owner, model).stream()
        .allMatch(type -> samePackage(type, model, elements));
  }

  /** Static members are named through their class, which must be in reach as well. */
  private static boolean isStaticOfReachable(TypeElement model, Element member, Elements elements) {
    if (!Lombok.modifiersOf(member).contains(Modifier.STATIC)) {
      return true;
    }
    for (Element around = member.getEnclosingElement();
        around instanceof TypeElement type;
        around = around.getEnclosingElement()) {
      if (!type.getModifiers().contains(Modifier.PUBLIC) && !samePackage(type, model, elements)) {
        return false;
      }
    }
    return true;
  }

  /** The classes from the model up to one of its superclasses; that alone if it is none. */
  private static List<TypeElement> classesBetween(TypeElement owner, TypeElement model) {
    List<TypeElement> classes = new ArrayList<>();
    for (TypeElement type = model; !type.equals(owner); ) {
      classes.add(type);
      if (type.getSuperclass().getKind() != TypeKind.DECLARED) {
        return List.of(owner);
      }
      type = (TypeElement) ((DeclaredType) type.getSuperclass()).asElement();
    }
    classes.add(owner);
    return classes;
  }

  private static boolean samePackage(TypeElement one, TypeElement other, Elements elements) {
    return elements.getPackageOf(one).equals(elements.getPackageOf(other));
  }
}
