package dev.fanwise.processor.read;

import dev.fanwise.processor.plan.TypeRef;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Classes of the compiler as classes of the plan. */
public final class TypeRefs {
  private TypeRefs() {}

  /**
   * The type of all objects of a class, whatever its type arguments are: {@code Layer<?>}.
   *
   * <p>Not {@code Layer<T>} with a type variable of a method: what is declared as an {@code L
   * extends Layer<?>} is a {@code Layer<?>}, but javac finds no T for it, and Eclipse's compiler
   * finds none for the elements of a {@code List<? extends Layer<?>>} if T is bounded by itself.
   */
  public static TypeRef of(TypeElement type) {
    Element around = type.getEnclosingElement();
    TypeRef owner = null;
    if (around instanceof TypeElement outer) {
      owner = isInner(type) ? of(outer) : raw(outer);
    }
    int wildcards = type.getTypeParameters().size();
    return new TypeRef(packageOf(type), owner, type.getSimpleName().toString(), wildcards);
  }

  /** A class by its name alone. */
  public static TypeRef raw(TypeElement type) {
    TypeRef owner = type.getEnclosingElement() instanceof TypeElement outer ? raw(outer) : null;
    return new TypeRef(packageOf(type), owner, type.getSimpleName().toString(), 0);
  }

  /**
   * Whether objects of a class belong to one of the class around it. Eclipse's compiler does not
   * say of all the others that they are static.
   */
  private static boolean isInner(TypeElement type) {
    return type.getKind() == ElementKind.CLASS
        && !Lombok.modifiersOf(type).contains(Modifier.STATIC)
        && type.getEnclosingElement() instanceof TypeElement outer
        && !outer.getKind().isInterface();
  }

  private static String packageOf(Element element) {
    Element around = element;
    while (!(around instanceof PackageElement)) {
      around = around.getEnclosingElement();
    }
    return ((PackageElement) around).getQualifiedName().toString();
  }
}
