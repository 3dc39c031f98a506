package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.TypeRef;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * Methods that deal with one member of the model after the other: one method if it is not too
 * large, else one that calls several.
 */
final class MethodParts {
  /**
   * How many members one method deals with: a method of more than 8,000 bytes is never compiled,
   * and one of more than 65,535 is no method.
   */
  static final int MEMBERS_A_METHOD = 100;

  private final ModulePlan plan;
  private final MemberClasses classes;
  private final TypeName model;

  MethodParts(ModulePlan plan, MemberClasses classes) {
    this.plan = plan;
    this.classes = classes;
    this.model = Types.of(plan.model());
  }

  /** Whether the model's class has type parameters. */
  boolean isGeneric() {
    return model instanceof ParameterizedTypeName;
  }

  /** The type variable of methods that return a model of a generic class. */
  String modelVariable() {
    String variable = "ModelT";
    for (TypeRef type = plan.model(); type != null; type = type.owner()) {
      if (type.name().equals(variable)) {
        return variable + "_";
      }
    }
    return variable;
  }

  /** A static method with the model as its first parameter. */
  MethodSpec.Builder onModel(String name) {
    return on(model, name);
  }

  /**
   * A static method that returns the model, in the type that it was given in: {@code <ModelT
   * extends Block<?>> ModelT initialize(ModelT model)}.
   */
  MethodSpec.Builder returningModel(String name) {
    if (!isGeneric()) {
      return on(model, name).returns(model);
    }
    TypeVariableName variable = TypeVariableName.get(modelVariable(), model);
    return on(variable, name).addTypeVariable(variable).returns(variable);
  }

  /** As {@link #onModel}, if nothing is read from it: checkers of unused code know this name. */
  MethodSpec.Builder onUnused(String name) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.STATIC)
        .addParameter(model, "unused");
  }

  private static MethodSpec.Builder on(TypeName type, String name) {
    return MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC).addParameter(type, "model");
  }

  /**
   * The statements themselves, or calls of methods that have some of them each.
   *
   * @param statements what is done for each member of the class, in order; some may be empty
   * @param method begins a method of a name, with its parameters
   * @param name what the names of methods begin with
   * @param arguments what the methods are called with
   * @param further where the methods go
   */
  CodeBlock of(
      List<CodeBlock> statements,
      Function<String, MethodSpec.Builder> method,
      String name,
      String arguments,
      List<MethodSpec> further) {
    if (classes.areNested()) {
      return ofNested(statements, method, name, arguments);
    }
    List<CodeBlock> all = statements.stream().filter(block -> !block.isEmpty()).toList();
    if (all.size() <= MEMBERS_A_METHOD) {
      return CodeBlock.join(all, "");
    }
    CodeBlock.Builder calls = CodeBlock.builder();
    for (int from = 0; from < all.size(); from += MEMBERS_A_METHOD) {
      int to = Math.min(all.size(), from + MEMBERS_A_METHOD);
      String part = name + (from / MEMBERS_A_METHOD + 1);
      further.add(method.apply(part).addCode(CodeBlock.join(all.subList(from, to), "")).build());
      calls.add("$N($L);\n", part, arguments);
    }
    return calls.build();
  }

  /** Calls of methods that stand beside those of their members. */
  private CodeBlock ofNested(
      List<CodeBlock> statements,
      Function<String, MethodSpec.Builder> method,
      String name,
      String arguments) {
    CodeBlock.Builder calls = CodeBlock.builder();
    for (int from = 0; from < statements.size(); from += MEMBERS_A_METHOD) {
      int to = Math.min(statements.size(), from + MEMBERS_A_METHOD);
      CodeBlock some = CodeBlock.join(statements.subList(from, to), "");
      if (!some.isEmpty()) {
        String part = name + (from / MEMBERS_A_METHOD + 1);
        classes.add(plan, from, method.apply(part).addCode(some).build());
        calls.add("$L$N($L);\n", classes.qualifier(plan, from), part, arguments);
      }
    }
    return calls.build();
  }
}
