package dev.fanwise.processor.source;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import dev.fanwise.processor.read.ClassId;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** What the names in the code of a class stand for: javac has not looked them up yet. */
final class Names {
  private final TypeElement type;
  private final CompilationUnitTree unit;
  private final Elements elements;

  Names(TypeElement type, CompilationUnitTree unit, Elements elements) {
    this.type = type;
    this.unit = unit;
    this.elements = elements;
  }

  /** The class that a tree names, or null. */
  TypeElement type(Tree tree) {
    if (tree instanceof ParameterizedTypeTree generic) {
      return type(generic.getType());
    }
    if (tree instanceof AnnotatedTypeTree annotated) {
      return type(annotated.getUnderlyingType());
    }
    if (tree instanceof IdentifierTree simple) {
      return simple(simple.getName().toString());
    }
    if (tree instanceof MemberSelectTree select) {
      TypeElement outer = type(select.getExpression());
      return outer == null
          ? qualified(select.toString())
          : member(outer, select.getIdentifier().toString());
    }
    return null;
  }

  private TypeElement qualified(String name) {
    return ClassId.seenFrom(type, name, elements);
  }

  /** The scopes of the language from the inside out. */
  private TypeElement simple(String name) {
    for (Element around = type;
        around instanceof TypeElement outer;
        around = around.getEnclosingElement()) {
      for (TypeParameterElement parameter : outer.getTypeParameters()) {
        if (parameter.getSimpleName().contentEquals(name)) {
          return null;
        }
      }
      TypeElement found = outer.getSimpleName().contentEquals(name) ? outer : member(outer, name);
      if (found != null) {
        return found;
      }
    }
    for (String imported : imported(false)) {
      if (imported.endsWith("." + name)) {
        return qualified(imported);
      }
    }
    String home = elements.getPackageOf(type).getQualifiedName().toString();
    TypeElement near = qualified(home.isEmpty() ? name : home + "." + name);
    return near != null ? near : onDemand(name);
  }

  private TypeElement onDemand(String name) {
    List<String> around = new ArrayList<>(List.of("java.lang.*"));
    around.addAll(imported(false));
    for (String imported : around) {
      TypeElement found =
          imported.endsWith(".*")
              ? qualified(imported.substring(0, imported.length() - 1) + name)
              : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private List<String> imported(boolean isStatic) {
    return unit.getImports().stream()
        .filter(one -> one.isStatic() == isStatic)
        .map(ImportTree::getQualifiedIdentifier)
        .map(Tree::toString)
        .toList();
  }

  /** A class that another has or inherits. */
  private static TypeElement member(TypeElement outer, String name) {
    for (TypeElement one : withSupertypes(outer)) {
      for (TypeElement inner : ElementFilter.typesIn(one.getEnclosedElements())) {
        if (inner.getSimpleName().contentEquals(name)) {
          return inner;
        }
      }
    }
    return null;
  }

  /** A class, those above it, and their interfaces. */
  private static List<TypeElement> withSupertypes(TypeElement type) {
    List<TypeElement> all = new ArrayList<>(List.of(type));
    List<TypeMirror> above = new ArrayList<>(List.of(type.getSuperclass()));
    above.addAll(type.getInterfaces());
    for (TypeMirror one : above) {
      if (one instanceof DeclaredType declared) {
        all.addAll(withSupertypes((TypeElement) declared.asElement()));
      }
    }
    return all;
  }

  /** The field that a name stands for where no local variable has it, or null. */
  VariableElement field(String name) {
    for (Element around = type;
        around instanceof TypeElement outer;
        around = around.getEnclosingElement()) {
      VariableElement found = field(outer, name);
      if (found != null) {
        return found;
      }
    }
    for (String imported : imported(true)) {
      int dot = imported.lastIndexOf('.');
      String last = imported.substring(dot + 1);
      TypeElement owner = qualified(imported.substring(0, dot));
      if (owner != null && (last.equals(name) || last.equals("*"))) {
        VariableElement found = field(owner, name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The field of a class that a name stands for: its own, or one that it inherits; or null. */
  VariableElement field(TypeElement owner, String name) {
    for (TypeElement one : withSupertypes(owner)) {
      for (VariableElement field : ElementFilter.fieldsIn(one.getEnclosedElements())) {
        if (field.getSimpleName().contentEquals(name) && (one == owner || isInherited(field))) {
          return field;
        }
      }
    }
    return null;
  }

  private boolean isInherited(VariableElement field) {
    boolean isNear = elements.getPackageOf(field).equals(elements.getPackageOf(type));
    return !field.getModifiers().contains(Modifier.PRIVATE)
        && (isNear
            || field.getModifiers().contains(Modifier.PUBLIC)
            || field.getModifiers().contains(Modifier.PROTECTED));
  }
}
