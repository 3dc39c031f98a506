package dev.fanwise.processor.read;

import dev.fanwise.HalfPrecision;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Storage;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The type of a weight field.
 *
 * @param elementType what its elements are, or null if the field cannot hold weights; a {@code
 *     short[]} without a format counts as one of bfloat16
 * @param storage how they are kept, or null
 * @param brackets how many array dimensions the type has
 * @param isShort whether it is a {@code short[]}
 * @param text the type as one says it
 */
public record WeightType(
    ElementType elementType, Storage storage, int brackets, boolean isShort, String text) {
  /**
   * @param precision the format of a {@code short[]}, or null
   */
  static WeightType of(TypeMirror type, HalfPrecision precision) {
    int brackets = 0;
    TypeMirror component = type;
    while (component.getKind() == TypeKind.ARRAY) {
      component = ((ArrayType) component).getComponentType();
      brackets++;
    }
    if (component.getKind() == TypeKind.ERROR) {
      throw new Mirrors.UnreadableValueException(component.toString());
    }
    if (brackets == 0) {
      return ofBuffer(type);
    }
    boolean isShort = brackets == 1 && component.getKind() == TypeKind.SHORT;
    ElementType elementType =
        switch (component.getKind()) {
          case FLOAT -> ElementType.FLOAT;
          case DOUBLE -> ElementType.DOUBLE;
          case SHORT -> isShort ? half(precision) : null;
          default -> null;
        };
    if (elementType == null) {
      return new WeightType(null, null, brackets, false, type.toString());
    }
    Storage storage = brackets == 1 ? Storage.FLAT : Storage.NESTED;
    return new WeightType(
        elementType, storage, brackets, isShort, arrayText(elementType, brackets));
  }

  private static ElementType half(HalfPrecision precision) {
    return precision == HalfPrecision.FP16 ? ElementType.FP16 : ElementType.BF16;
  }

  private static WeightType ofBuffer(TypeMirror type) {
    String name =
        type.getKind() == TypeKind.DECLARED
            ? ((TypeElement) ((DeclaredType) type).asElement()).getQualifiedName().toString()
            : "";
    return switch (name) {
      case "java.nio.FloatBuffer" ->
          new WeightType(ElementType.FLOAT, Storage.BUFFER, 0, false, "FloatBuffer");
      case "java.nio.DoubleBuffer" ->
          new WeightType(ElementType.DOUBLE, Storage.BUFFER, 0, false, "DoubleBuffer");
      default -> new WeightType(null, null, 0, false, type.toString());
    };
  }

  /** An array type as one writes it: {@code float[][]}. */
  public static String arrayText(ElementType elementType, int brackets) {
    return elementType.keyword() + "[]".repeat(brackets);
  }

  /** Whether the field is an array of arrays of 16-bit numbers, which weights cannot be. */
  public boolean isNestedShort() {
    return elementType == null && brackets > 1 && text.startsWith("short[");
  }

  /** Whether the field is an array of arrays. */
  public boolean isNested() {
    return storage == Storage.NESTED;
  }
}
