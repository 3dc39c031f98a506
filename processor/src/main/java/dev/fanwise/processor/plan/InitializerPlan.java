package dev.fanwise.processor.plan;

import dev.fanwise.RandomEngine;
import java.util.List;

/**
 * A class to be generated: the waist of the processor. What is before it knows the compiler, what
 * is after it knows the source to write, and neither knows the other.
 *
 * @param packageName the package of the model, and of the generated class
 * @param className the name of the generated class
 * @param modelName the model's name as one says it: {@code Outer.Mlp}
 * @param model the model's type
 * @param isPublic whether the generated class is public
 * @param isFinal whether there are no classes below the model
 * @param suppressed the warnings that the user has been given of the model, which need not be
 *     repeated of generated code, or that only the user's module can cure
 * @param hidesJavaLang whether the package has a class with the name of one of {@code java.lang}
 *     that generated code uses
 * @param generatedAnnotation the qualified name of the JDK's {@code Generated} that the user's
 *     module can see, or null
 * @param engine the random stream
 * @param modules the classes of submodules that share the stream and are drawn here
 * @param members the weights and submodules in the order they are declared, superclass first
 */
public record InitializerPlan(
    String packageName,
    String className,
    String modelName,
    TypeRef model,
    boolean isPublic,
    boolean isFinal,
    List<String> suppressed,
    boolean hidesJavaLang,
    String generatedAnnotation,
    RandomEngine engine,
    List<ModulePlan> modules,
    List<MemberPlan> members) {
  public InitializerPlan {
    modules = List.copyOf(modules);
    suppressed = List.copyOf(suppressed);
    members = List.copyOf(members);
  }

  /** The name of the generated class with its package. */
  public String qualifiedClassName() {
    return packageName.isEmpty() ? className : packageName + "." + className;
  }

  /** The model as a class whose members are drawn. */
  public ModulePlan module() {
    return new ModulePlan("", modelName, model, members);
  }

  /** The weights of the model itself. */
  public List<ParameterPlan> parameters() {
    return members.stream()
        .filter(ParameterPlan.class::isInstance)
        .map(ParameterPlan.class::cast)
        .toList();
  }

  /** The models that the model holds. */
  public List<SubmodulePlan> submodules() {
    return members.stream()
        .filter(SubmodulePlan.class::isInstance)
        .map(SubmodulePlan.class::cast)
        .toList();
  }

  /** Whether all parameters are known without a model object. */
  public boolean isConstant() {
    return members.stream()
        .allMatch(member -> member instanceof ParameterPlan one && one.symbols().isEmpty());
  }
}
