package dev.fanwise.processor.read;

import dev.fanwise.processor.plan.TypeRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.IntersectionType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;

/** Types of the compiler as types of the plan. */
public final class TypeRefs {
  private TypeRefs() {}

  /** A class's own type, with its type variables as arguments. */
  public static TypeRef.Declared of(TypeElement type) {
    return (TypeRef.Declared) type.asType().accept(new Translator(names(type)), null);
  }

  /** The type variables that a class's own type uses: those of enclosing classes come first. */
  public static List<TypeRef.TypeParameter> typeParameters(TypeElement type) {
    Map<Element, String> names = names(type);
    Translator translator = new Translator(names);
    List<TypeRef.TypeParameter> all = new ArrayList<>();
    for (TypeElement owner : owners(type)) {
      for (TypeParameterElement parameter : owner.getTypeParameters()) {
        List<TypeRef> bounds = new ArrayList<>();
        for (TypeMirror bound : parameter.getBounds()) {
          bounds.add(bound.accept(translator, null));
        }
        all.add(new TypeRef.TypeParameter(names.get(parameter), bounds));
      }
    }
    return all;
  }

  /** A type in the bounds of a class's type variables that does not exist, if there is one. */
  static Optional<String> missingIn(TypeElement type) {
    for (TypeElement owner : owners(type)) {
      for (TypeParameterElement parameter : owner.getTypeParameters()) {
        for (TypeMirror bound : parameter.getBounds()) {
          Optional<String> missing = Optional.ofNullable(bound.accept(new MissingType(), null));
          if (missing.isPresent()) {
            return missing;
          }
        }
      }
    }
    return Optional.empty();
  }

  /** The class, after those enclosing it whose type variables it can see. */
  private static List<TypeElement> owners(TypeElement type) {
    List<TypeElement> owners = new ArrayList<>();
    owners.add(type);
    TypeElement inner = type;
    while (isInner(inner)) {
      TypeElement outer = (TypeElement) inner.getEnclosingElement();
      owners.add(0, outer);
      inner = outer;
    }
    return owners;
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

  /** A name for each type variable in sight: another one where an inner class hides it. */
  private static Map<Element, String> names(TypeElement type) {
    Map<Element, String> names = new HashMap<>();
    List<TypeElement> innermostFirst = owners(type);
    Collections.reverse(innermostFirst);
    for (TypeElement owner : innermostFirst) {
      for (TypeParameterElement parameter : owner.getTypeParameters()) {
        String name = parameter.getSimpleName().toString();
        while (names.containsValue(name)) {
          name += "_";
        }
        names.put(parameter, name);
      }
    }
    return names;
  }

  /** A class by its name alone. */
  public static TypeRef.Declared raw(TypeElement type) {
    TypeRef.Declared owner =
        type.getEnclosingElement() instanceof TypeElement outer ? raw(outer) : null;
    return new TypeRef.Declared(packageOf(type), owner, type.getSimpleName().toString(), List.of());
  }

  private static String packageOf(Element element) {
    Element around = element;
    while (!(around instanceof PackageElement)) {
      around = around.getEnclosingElement();
    }
    return ((PackageElement) around).getQualifiedName().toString();
  }

  private static final class Translator extends SimpleTypeVisitor14<TypeRef, Void> {
    private final Map<Element, String> names;

    Translator(Map<Element, String> names) {
      this.names = names;
    }

    @Override
    public TypeRef visitDeclared(DeclaredType type, Void unused) {
      TypeElement element = (TypeElement) type.asElement();
      List<TypeRef> arguments = new ArrayList<>();
      for (TypeMirror argument : type.getTypeArguments()) {
        arguments.add(argument.accept(this, null));
      }
      Element around = element.getEnclosingElement();
      TypeRef.Declared owner = null;
      // For Eclipse's compiler a static class, too, has a type around it.
      if (isInner(element) && type.getEnclosingType().getKind() == TypeKind.DECLARED) {
        owner = (TypeRef.Declared) type.getEnclosingType().accept(this, null);
      } else if (around instanceof TypeElement outer) {
        owner = raw(outer);
      }
      return new TypeRef.Declared(
          packageOf(element), owner, element.getSimpleName().toString(), arguments);
    }

    @Override
    public TypeRef visitTypeVariable(TypeVariable type, Void unused) {
      return new TypeRef.Variable(names.get(type.asElement()));
    }

    @Override
    public TypeRef visitArray(ArrayType type, Void unused) {
      return new TypeRef.Array(type.getComponentType().accept(this, null));
    }

    @Override
    public TypeRef visitPrimitive(PrimitiveType type, Void unused) {
      return new TypeRef.Primitive(type.getKind().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public TypeRef visitWildcard(WildcardType type, Void unused) {
      if (type.getExtendsBound() != null) {
        return new TypeRef.Wildcard(true, type.getExtendsBound().accept(this, null));
      }
      return new TypeRef.Wildcard(
          false, type.getSuperBound() == null ? null : type.getSuperBound().accept(this, null));
    }

    @Override
    protected TypeRef defaultAction(TypeMirror type, Void unused) {
      throw new IllegalArgumentException("no type of a declaration: " + type.getKind());
    }
  }

  /** The name of the first type that does not exist, or null. */
  private static final class MissingType extends SimpleTypeVisitor14<String, Void> {
    @Override
    public String visitError(ErrorType type, Void unused) {
      return type.toString();
    }

    @Override
    public String visitDeclared(DeclaredType type, Void unused) {
      return first(type.getTypeArguments());
    }

    @Override
    public String visitArray(ArrayType type, Void unused) {
      return type.getComponentType().accept(this, null);
    }

    @Override
    public String visitIntersection(IntersectionType type, Void unused) {
      return first(type.getBounds());
    }

    @Override
    public String visitWildcard(WildcardType type, Void unused) {
      TypeMirror bound =
          type.getExtendsBound() != null ? type.getExtendsBound() : type.getSuperBound();
      return bound == null ? null : bound.accept(this, null);
    }

    private String first(List<? extends TypeMirror> types) {
      for (TypeMirror type : types) {
        String missing = type.accept(this, null);
        if (missing != null) {
          return missing;
        }
      }
      return null;
    }
  }
}
