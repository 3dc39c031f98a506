package dev.fanwise.processor.read;

import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** A field with an annotation of ours, as it was written: not yet checked. */
public sealed interface ModelField permits WeightField, SubmoduleField {
  /** The field. */
  VariableElement element();

  /** The class that declares it: the model, or a superclass of it. */
  TypeElement owner();

  /** The field's name. */
  default String name() {
    return element().getSimpleName().toString();
  }

  /** Whether the field has a modifier, in the end. */
  default boolean is(Modifier modifier) {
    return Lombok.modifiersOf(element()).contains(modifier);
  }
}
