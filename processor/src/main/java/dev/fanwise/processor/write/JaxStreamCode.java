package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.SubmodulePlan;

/** JAX's numbers: every parameter has a key, of the model's seed and its number. */
final class JaxStreamCode implements StreamCode {
  private static final ClassName KEYS = Types.runtime("JaxKeys");

  @Override
  public String bits(InitializerPlan plan) {
    return """
        <p>The bits are those of JAX 0.10: parameter number n, in the order of the fields, draws with
        {@code fold_in(PRNGKey(seed), n)}. So they depend on that order.
        """;
  }

  @Override
  public CodeBlock drawAll() {
    return CodeBlock.of("draw(model, seed, 0)");
  }

  @Override
  public String drawTags() {
    return "\n\n@param number the number of the first parameter\n"
        + "@return the number of the parameter after the last\n";
  }

  @Override
  public MethodSpec.Builder drawing(MethodSpec.Builder method) {
    return method
        .returns(int.class)
        .addParameter(long.class, "seed")
        .addParameter(int.class, "number");
  }

  @Override
  public CodeBlock begin(boolean hasParameters) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (hasParameters) {
      code.add("long key = $T.of(seed);\n", KEYS);
    }
    return code.add("int next = number;\n").build();
  }

  @Override
  public CodeBlock end() {
    return CodeBlock.of("return next;\n");
  }

  @Override
  public CodeBlock drawPart(String qualifier, String method) {
    return CodeBlock.of("next = $L$N(model, seed, next);\n", qualifier, method);
  }

  @Override
  public CodeBlock draw(SubmodulePlan submodule, MemberClasses classes) {
    return SubmoduleWriter.draw(submodule, classes, "next = $L($Z$L, seed, next)");
  }

  @Override
  public CodeBlock next() {
    return CodeBlock.of("$T.fold(key, next++)", KEYS);
  }

  @Override
  public CodeBlock current() {
    return CodeBlock.of("$T.fold(key, next)", KEYS);
  }

  @Override
  public CodeBlock skipped() {
    return CodeBlock.of("next++;\n");
  }

  @Override
  public CodeBlock list(ModulePlan module, ParameterPlan parameter) {
    CodeBlock symbols = SymbolicWriter.fromModel(parameter);
    String draw = drawMethod(parameter);
    CodeBlock adds =
        new FillMethodsWriter(parameter, module.modelName()).hasParts()
            ? CodeBlock.of(
                "list.$L((into, offset, from, count) ->$W$N(into, offset, from, count$L, key))",
                ListWriter.ranges(parameter),
                draw,
                symbols)
            : CodeBlock.of(
                "list.whole(() ->$W$L,$Wweights ->$W$N(weights$L, key))",
                AllocateWriter.newTensor(module, parameter),
                draw,
                symbols);
    return CodeBlock.of("lazy.jax(seed, (key, list) ->$W$L);\n", adds);
  }

  @Override
  public String drawMethod(ParameterPlan parameter) {
    return "draw" + parameter.methodSuffix();
  }

  @Override
  public boolean isPublished(ParameterPlan parameter) {
    return false;
  }

  @Override
  public boolean hasSeed(ParameterPlan parameter) {
    return parameter.isPublished() && parameter.stream().number() >= 0;
  }

  @Override
  public boolean hasParts() {
    return true;
  }

  @Override
  public ParameterSpec source() {
    return ParameterSpec.builder(TypeName.LONG, "key").build();
  }

  @Override
  public CodeBlock keyExpression(ParameterPlan parameter) {
    return CodeBlock.of("$T.fold($T.of(seed),$W$L)", KEYS, KEYS, parameter.stream().number());
  }

  @Override
  public ClassName fill() {
    return Types.runtime("JaxFill");
  }
}
