package dev.fanwise.processor.read;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * A field with a shape or a scheme, as it was written: not yet checked.
 *
 * @param element the field
 * @param owner the class that declares it: the model, or a superclass of it
 * @param type its type
 * @param shape its {@code @Shape}, if it has one
 * @param schemes its scheme annotations, in the order they stand
 */
public record WeightField(
    VariableElement element,
    TypeElement owner,
    WeightType type,
    Optional<ShapeUse> shape,
    List<SchemeUse> schemes) {
  public WeightField {
    schemes = List.copyOf(schemes);
  }

  /** The field's name. */
  public String name() {
    return element.getSimpleName().toString();
  }

  /** Whether the field has a modifier. */
  public boolean is(Modifier modifier) {
    return element.getModifiers().contains(modifier);
  }
}
