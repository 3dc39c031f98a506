package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.fanwise.processor.plan.MemberPlan;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * The method that gives arrays to those fields that have none.
 *
 * <pre>{@code
 * private static void allocateFields(Mlp model) {
 *   model.hidden = model.hidden != null ? model.hidden : new float[200_704];
 * }
 * }</pre>
 */
final class AllocateWriter {
  private final ModulePlan module;
  private final MethodParts parts;
  private final String name;

  AllocateWriter(ModulePlan module, MemberClasses classes) {
    this.module = module;
    this.parts = new MethodParts(module, classes);
    this.name = "allocateFields" + module.suffix();
  }

  /** The method, and those that it is split into where it would be too large. */
  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    if (isNeeded()) {
      List<MethodSpec> further = new ArrayList<>();
      CodeBlock all =
          parts.of(
              module.members().stream().map(this::allocate).toList(),
              part -> parts.onModel(part).addModifiers(Modifier.PRIVATE),
              name,
              "model",
              further);
      methods.add(parts.onModel(name).addModifiers(Modifier.PRIVATE).addCode(all).build());
      methods.addAll(further);
    }
    return methods;
  }

  /** The call of the method, if there is one. */
  CodeBlock call() {
    return isNeeded() ? CodeBlock.of("$N(model);\n", name) : CodeBlock.of("");
  }

  /**
   * The field of a parameter that has its array: {@code model.hidden}, or {@code
   * Objects.requireNonNull(model.hidden)} where the field is declared as one that may be null, so
   * that null checkers know it, too.
   */
  static CodeBlock filled(ParameterPlan parameter) {
    return parameter.isNullable()
        ? CodeBlock.of("$Z$T.requireNonNull(model.$N)", Objects.class, parameter.name())
        : CodeBlock.of("model.$N", parameter.name());
  }

  private boolean isNeeded() {
    return module.parameters().stream().anyMatch(ParameterPlan::isAllocated);
  }

  private CodeBlock allocate(MemberPlan member) {
    if (!(member instanceof ParameterPlan parameter) || !parameter.isAllocated()) {
      return CodeBlock.of("");
    }
    return CodeBlock.of(
        "model.$N =$Wmodel.$N != null ?$Wmodel.$N :$W$L;\n",
        parameter.name(),
        parameter.name(),
        parameter.name(),
        newTensor(module, parameter));
  }

  /** New weights: {@code new float[200_704]}. */
  static CodeBlock newTensor(ModulePlan module, ParameterPlan parameter) {
    CodeBlock elements =
        parameter.hasKnownShape()
            ? CodeBlock.of("$L", Literals.integer(parameter.elements()))
            : CodeBlock.of(
                "$L.flatElements()",
                SymbolicWriter.shapeFromModel(parameter, CodeBlock.of("$S", module.modelName())));
    return switch (parameter.storage()) {
      case FLAT -> CodeBlock.of("new $T[$L]", Types.of(parameter.elementType()), elements);
      case NESTED ->
          CodeBlock.of(
              "new $T[$L]",
              Types.of(parameter.elementType()),
              CodeBlock.join(
                  parameter.shape().stream().map(SymbolicWriter::ofModel).toList(), "]$Z["));
      case BUFFER -> CodeBlock.of("$T.allocate($L)", Types.flat(parameter), elements);
    };
  }
}
