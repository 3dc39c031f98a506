package dev.fanwise.processor.read;

import dev.fanwise.processor.plan.ElementType;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The type of a weight field.
 *
 * @param elementType the type of the elements, or null if the field cannot hold weights
 * @param brackets how many array dimensions the type has
 * @param text the type as one says it
 */
public record WeightType(ElementType elementType, int brackets, String text) {
  /** Reads a type. */
  static WeightType of(TypeMirror type) {
    int brackets = 0;
    TypeMirror component = type;
    while (component.getKind() == TypeKind.ARRAY) {
      component = ((ArrayType) component).getComponentType();
      brackets++;
    }
    if (component.getKind() == TypeKind.ERROR) {
      throw new Mirrors.UnreadableValueException(component.toString());
    }
    ElementType elementType =
        brackets == 0
            ? null
            : switch (component.getKind()) {
              case FLOAT -> ElementType.FLOAT;
              case DOUBLE -> ElementType.DOUBLE;
              default -> null;
            };
    String text = elementType == null ? type.toString() : arrayText(elementType, brackets);
    return new WeightType(elementType, brackets, text);
  }

  /** An array type as one writes it: {@code float[][]}. */
  public static String arrayText(ElementType elementType, int brackets) {
    return elementType.keyword() + "[]".repeat(brackets);
  }

  /** Whether the field is an array of arrays. */
  public boolean isNested() {
    return brackets > 1;
  }
}
