package dev.fanwise.processor.source;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Values as the variables of a type hold them: what is no {@code int} there is unknown, since
 * another type counts otherwise.
 */
final class Typed {
  private Typed() {}

  /**
   * A value in a variable.
   *
   * @param type its type as it is written; null for {@code var}
   */
  static Made of(Made value, Tree type) {
    return type == null ? value : of(value, base(type));
  }

  static Made of(Made value, TypeMirror type) {
    TypeMirror base = type;
    while (base instanceof ArrayType array) {
      base = array.getComponentType();
    }
    return of(value, base.getKind());
  }

  /** What is in arrays of a type that is written. */
  static TypeKind base(Tree type) {
    Tree base = type;
    while (!(base instanceof PrimitiveTypeTree)) {
      if (base instanceof ArrayTypeTree array) {
        base = array.getType();
      } else if (base instanceof AnnotatedTypeTree annotated) {
        base = annotated.getUnderlyingType();
      } else {
        return TypeKind.DECLARED;
      }
    }
    return ((PrimitiveTypeTree) base).getPrimitiveTypeKind();
  }

  private static Made of(Made value, TypeKind base) {
    if (value instanceof Made.Constant constant) {
      TypeKind own =
          constant.value() instanceof Integer
              ? TypeKind.INT
              : constant.value() instanceof Boolean ? TypeKind.BOOLEAN : TypeKind.DECLARED;
      return own == base ? value : Made.UNKNOWN;
    }
    boolean isOther =
        value instanceof Made.Several several
            && several.kind() == Made.Several.Kind.ARRAY
            && several.elements().stream().anyMatch(one -> of(one, base) != one);
    return isOther ? Made.UNKNOWN : value;
  }
}
