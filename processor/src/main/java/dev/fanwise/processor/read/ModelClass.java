package dev.fanwise.processor.read;

import dev.fanwise.RandomEngine;
import java.util.List;
import javax.lang.model.element.TypeElement;

/**
 * A class with weights, as it was written: not yet checked.
 *
 * @param line the class and its superclasses
 * @param packageName its package
 * @param initializerName the simple name of the class to generate: {@code Outer_MlpInitializer}
 * @param enclosing the classes that it is nested in, outermost first, and itself last
 * @param engine its random stream
 * @param modules the classes of its submodules, and of theirs, that have its random stream because
 *     they choose none; none if that is Fanwise's own
 * @param symbols the numbers that its dimensions may name
 * @param fields its weights and submodules, inherited ones first, in the order they are declared
 */
public record ModelClass(
    ClassLine line,
    String packageName,
    String initializerName,
    List<TypeElement> enclosing,
    RandomEngine engine,
    List<ModelClass> modules,
    Symbols symbols,
    List<ModelField> fields) {
  public ModelClass {
    enclosing = List.copyOf(enclosing);
    modules = List.copyOf(modules);
    fields = List.copyOf(fields);
  }

  /** The class. */
  public TypeElement element() {
    return line.type();
  }

  /** The same class with the random stream of a model that holds it. */
  ModelClass drawnBy(RandomEngine other) {
    return new ModelClass(
        line, packageName, initializerName, enclosing, other, List.of(), symbols, fields);
  }

  /** The same class with the classes that share its random stream. */
  ModelClass withModules(List<ModelClass> others) {
    return new ModelClass(
        line, packageName, initializerName, enclosing, engine, others, symbols, fields);
  }

  /** Its weights. */
  public List<WeightField> weights() {
    return fields.stream()
        .filter(WeightField.class::isInstance)
        .map(WeightField.class::cast)
        .toList();
  }

  /** Its submodules. */
  public List<SubmoduleField> submodules() {
    return fields.stream()
        .filter(SubmoduleField.class::isInstance)
        .map(SubmoduleField.class::cast)
        .toList();
  }

  /** The name as one says it: {@code Outer.Mlp}. */
  public String name() {
    return String.join(
        ".", enclosing.stream().map(type -> type.getSimpleName().toString()).toList());
  }

  /**
   * Whether weights have no scheme. It may be one that a user composed and another processor has
   * yet to write: before JDK 25 javac does not show annotations whose types are missing.
   */
  public boolean lacksScheme() {
    return weights().stream().anyMatch(field -> field.schemes().isEmpty());
  }
}
