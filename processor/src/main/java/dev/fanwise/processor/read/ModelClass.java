package dev.fanwise.processor.read;

import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A class with weights, as it was written: not yet checked.
 *
 * @param element the class
 * @param packageName its package
 * @param enclosing the classes that it is nested in, outermost first, and itself last
 * @param superclasses its superclasses from the top, {@code Object} aside
 * @param weights its weights, inherited ones first, in the order they are declared
 */
public record ModelClass(
    TypeElement element,
    String packageName,
    List<TypeElement> enclosing,
    List<TypeElement> superclasses,
    List<WeightField> weights) {
  public ModelClass {
    enclosing = List.copyOf(enclosing);
    superclasses = List.copyOf(superclasses);
    weights = List.copyOf(weights);
  }

  /** The name as one says it: {@code Outer.Mlp}. */
  public String name() {
    return joinedName(".");
  }

  /** The simple name of the class to generate: {@code Outer_MlpInitializer}. */
  public String initializerName() {
    return joinedName("_") + "Initializer";
  }

  /**
   * Whether weights have no scheme. It may be one that a user composed and another processor has
   * yet to write: before JDK 25 javac does not show annotations whose types are missing.
   */
  public boolean lacksScheme() {
    return weights.stream().anyMatch(field -> field.schemes().isEmpty());
  }

  private String joinedName(String separator) {
    return String.join(
        separator, enclosing.stream().map(type -> type.getSimpleName().toString()).toList());
  }
}
