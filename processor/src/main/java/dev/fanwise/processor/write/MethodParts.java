package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.fanwise.processor.plan.ModulePlan;
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
  private final TypeName model;

  MethodParts(ModulePlan plan) {
    this.plan = plan;
    this.model = Types.of(plan.model());
  }

  /** The type of the model. */
  TypeName model() {
    return model;
  }

  /** A static method with the model as its first parameter. */
  MethodSpec.Builder onModel(String name) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC).addParameter(model, "model");
    plan.typeVariables().forEach(variable -> method.addTypeVariable(Types.of(variable)));
    return method;
  }

  /**
   * The statements themselves, or calls of methods that have some of them each.
   *
   * @param statements what is done for each member; some may be empty
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
}
