package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.SubmodulePlan;
import java.util.Optional;

/** PyTorch's numbers: one generator goes from parameter to parameter. */
final class TorchStreamCode implements StreamCode {
  @Override
  public String bits(InitializerPlan plan) {
    return """
        <p>The bits are those of PyTorch 2.13 on a CPU, drawn from one generator in the order of the
        fields. So they depend on that order, and no part of a parameter can be drawn alone.
        """;
  }

  @Override
  public CodeBlock drawAll() {
    return CodeBlock.of("draw(model, $T.seeded(seed))", Types.runtime("TorchGenerator"));
  }

  @Override
  public MethodSpec.Builder drawing(MethodSpec.Builder method) {
    return method.addParameter(source());
  }

  @Override
  public CodeBlock drawPart(String qualifier, String method) {
    return CodeBlock.of("$L$N(model, generator);\n", qualifier, method);
  }

  @Override
  public CodeBlock draw(SubmodulePlan submodule, MemberClasses classes) {
    return SubmoduleWriter.draw(submodule, classes, "$L($Z$L, generator)");
  }

  @Override
  public CodeBlock next() {
    return CodeBlock.of("generator");
  }

  @Override
  public CodeBlock list(ModulePlan module, ParameterPlan parameter) {
    LawWriter law = new LawWriter(parameter);
    if (law.isDivisible() && parameter.law().isKnown()) {
      // PyTorch draws nothing for it, so its place in the sequence does not matter.
      return CodeBlock.of(
          "lazy.$L((into, offset, from, count) -> {\n$>$L$<});\n",
          ListWriter.ranges(parameter),
          law.part("into", "offset", "count", "from"));
    }
    return CodeBlock.of(
        "lazy.torch(seed, () ->$W$L,$W(weights, generator) ->$W$N(weights$L, generator));\n",
        AllocateWriter.newTensor(module, parameter),
        parameter.fillMethod(),
        SymbolicWriter.fromModel(parameter));
  }

  @Override
  public boolean hasSeed(ParameterPlan parameter) {
    return false;
  }

  @Override
  public ParameterSpec source() {
    return ParameterSpec.builder(Types.runtime("TorchGenerator"), "generator").build();
  }

  @Override
  public CodeBlock keyExpression(ParameterPlan parameter) {
    throw new IllegalStateException("PyTorch's numbers have no key: " + parameter.name());
  }

  @Override
  public Optional<CodeBlock> whole(ParameterPlan parameter, CodeBlock sink, String elements) {
    return parameter.law().isRandom()
        ? Optional.of(new TorchLawWriter(parameter).whole(sink, elements))
        : Optional.empty();
  }
}
