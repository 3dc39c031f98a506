package dev.fanwise.processor.plan;

import java.util.List;

/** A type as generated code has to name it, without the compiler that it came from. */
public sealed interface TypeRef {
  /**
   * A class or interface.
   *
   * @param packageName its package
   * @param owner the class that it is nested in, or null
   * @param name its simple name
   * @param arguments its type arguments, none for a class without type parameters
   */
  record Declared(String packageName, Declared owner, String name, List<TypeRef> arguments)
      implements TypeRef {
    public Declared {
      arguments = List.copyOf(arguments);
    }
  }

  /** A use of a type variable. */
  record Variable(String name) implements TypeRef {}

  /** An array type. */
  record Array(TypeRef component) implements TypeRef {}

  /** A primitive type, by its keyword. */
  record Primitive(String keyword) implements TypeRef {}

  /**
   * A wildcard argument.
   *
   * @param isUpper whether the bound is an upper one
   * @param bound the bound, or null for {@code ?}
   */
  record Wildcard(boolean isUpper, TypeRef bound) implements TypeRef {}

  /** The declaration of a type variable. */
  record TypeParameter(String name, List<TypeRef> bounds) {
    public TypeParameter {
      bounds = List.copyOf(bounds);
    }
  }
}
