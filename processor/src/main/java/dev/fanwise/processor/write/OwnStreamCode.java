package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.SubmodulePlan;

/** Fanwise's own stream: every parameter is drawn from the model's seed and its name. */
final class OwnStreamCode implements StreamCode {
  @Override
  public String bits(InitializerPlan plan) {
    boolean named = plan.parameters().stream().anyMatch(ParameterPlan::hasStreamName);
    String name = named ? " or {@code @StreamName}" : "";
    String way = plan.submodules().isEmpty() ? "" : ", on the way to it,";
    return Docs.filled(
            "<p>The same seed gives the same bits on every JVM, processor and number of threads. A"
                + " parameter's bits depend on the seed, on its field's name"
                + name
                + way
                + " and on nothing else of the model.")
        + "\n";
  }

  @Override
  public CodeBlock drawAll() {
    return CodeBlock.of("draw(model, seed)");
  }

  @Override
  public MethodSpec.Builder drawing(MethodSpec.Builder method) {
    return method.addParameter(long.class, "seed");
  }

  @Override
  public CodeBlock drawPart(String qualifier, String method) {
    return CodeBlock.of("$L$N(model, seed);\n", qualifier, method);
  }

  @Override
  public CodeBlock draw(SubmodulePlan submodule, MemberClasses classes) {
    return SubmoduleWriter.fill(submodule);
  }

  @Override
  public CodeBlock next() {
    return CodeBlock.of("seed");
  }

  @Override
  public CodeBlock list(ModulePlan module, ParameterPlan parameter) {
    CodeBlock symbols = SymbolicWriter.fromModel(parameter);
    return new FillMethodsWriter(parameter, module.modelName()).hasShard()
        ? CodeBlock.of(
            "lazy.$L((into, offset, from, count) ->$W$N(into, offset, from, count$L, seed));\n",
            ListWriter.ranges(parameter),
            parameter.fillMethod(),
            symbols)
        : CodeBlock.of(
            "lazy.whole(() ->$W$L,$Wweights ->$W$N(weights$L, seed));\n",
            AllocateWriter.newTensor(module, parameter),
            parameter.fillMethod(),
            symbols);
  }

  @Override
  public CodeBlock list(SubmodulePlan submodule, MemberClasses classes) {
    return SubmoduleWriter.listSeeded(submodule);
  }

  @Override
  public boolean hasSeed(ParameterPlan parameter) {
    return true;
  }

  @Override
  public boolean hasElements() {
    return true;
  }

  @Override
  public ParameterSpec source() {
    return ParameterSpec.builder(TypeName.LONG, "seed").build();
  }

  @Override
  public CodeBlock key(ParameterPlan parameter) {
    return keyOfSeed(parameter);
  }

  @Override
  public CodeBlock keyExpression(ParameterPlan parameter) {
    return CodeBlock.of("$T.fold(seed, $L)", Types.KEYS, Literals.hex(parameter.stream().id()));
  }

  @Override
  public CodeBlock keyOfSeed(ParameterPlan parameter) {
    return CodeBlock.of(
        "long key = $L; // the stream of $L\n",
        keyExpression(parameter),
        FillMethodsWriter.streamLabel(parameter));
  }
}
