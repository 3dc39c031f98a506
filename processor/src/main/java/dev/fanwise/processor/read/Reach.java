package dev.fanwise.processor.read;

import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
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
  public static boolean from(ClassLine line, Element member, Elements elements) {
    TypeElement model = line.type();
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
    // Of an interface, which is not of the line, the package is what counts.
    return samePackage(owner, model, elements)
        && line.downFrom(owner).stream().allMatch(type -> samePackage(type, model, elements));
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

  private static boolean samePackage(TypeElement one, TypeElement other, Elements elements) {
    return elements.getPackageOf(one).equals(elements.getPackageOf(other));
  }
}
