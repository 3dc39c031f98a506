package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Storage;
import dev.fanwise.processor.plan.SubmodulePlan;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The methods that list parameters which are drawn without their arrays; for PyTorch's and JAX's
 * streams also those of the submodules that share them.
 *
 * <pre>{@code
 * public static List<LazyParameter> lazyParameters(Mlp model, long seed) {
 *   LazyParameters lazy = new LazyParameters(parameters(model));
 *   list(model, seed, lazy);
 *   return lazy.list();
 * }
 *
 * public static void list(Mlp model, long seed, LazyParameters lazy) {
 *   lazy.floats((into, offset, from, count) -> fillHidden(into, offset, from, count, seed));
 *   lazy.whole(() -> new float[4096], weights -> fillMixer(weights, seed));
 *   LinearInitializer.list(model.head, Keys.fold(seed, 0x5a...L), lazy);
 * }
 * }</pre>
 */
final class ListWriter {
  private static final ClassName LAZY = Types.runtime("LazyParameters");
  private static final String LISTS =
      "Lists the parameters, to be drawn without their arrays: the bits of {@code initialize}.";
  private static final TypeName LIST =
      ParameterizedTypeName.get(ClassName.get(List.class), Types.runtime("LazyParameter"));

  private final InitializerPlan plan;
  private final MemberClasses classes;
  private final List<MethodSpec> methods = new ArrayList<>();

  ListWriter(InitializerPlan plan, MemberClasses classes) {
    this.plan = plan;
    this.classes = classes;
  }

  List<MethodSpec> methods() {
    writeLists();
    write(plan.module(), Modifier.PUBLIC);
    plan.modules().forEach(module -> write(module, Modifier.PRIVATE));
    return methods;
  }

  private void writeLists() {
    if (plan.isConstant()) {
      methods.add(
          MethodSpec.methodBuilder("lazyParameters")
              .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
              .addJavadoc(LISTS)
              .returns(LIST)
              .addParameter(long.class, "seed")
              .addStatement("$T lazy = new $T(parameters())", LAZY, LAZY)
              .addStatement("list(seed, lazy)")
              .addStatement("return lazy.list()")
              .build());
      methods.add(
          ofModel("As {@code lazyParameters(seed)}.")
              .addStatement("return lazyParameters(seed)")
              .build());
      return;
    }
    methods.add(
        ofModel(LISTS)
            .addStatement("check(model, $L)", shapes(plan))
            .addStatement("$T lazy = new $T(parameters(model))", LAZY, LAZY)
            .addStatement("list(model, seed, lazy)")
            .addStatement("return lazy.list()")
            .build());
  }

  private MethodSpec.Builder ofModel(String says) {
    return new MethodParts(plan.module(), classes)
        .onModel("lazyParameters")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(says)
        .returns(LIST)
        .addParameter(long.class, "seed");
  }

  /** The path of a check that looks at no array. */
  static CodeBlock shapes(InitializerPlan plan) {
    return CodeBlock.of("$T.ofVisit($S, model)", Types.MODEL_PATH, plan.modelName());
  }

  private void write(ModulePlan module, Modifier access) {
    MethodParts parts = new MethodParts(module, classes);
    String name = "list" + module.suffix();
    List<CodeBlock> statements =
        module.members().stream()
            .map(
                member ->
                    member instanceof ParameterPlan parameter
                        ? list(module, parameter)
                        : SubmoduleWriter.list(
                            (SubmodulePlan) member, plan.engine(), classes, this::takesModel))
            .toList();
    boolean needsModel = needsModel(module);
    List<MethodSpec> further = new ArrayList<>();
    CodeBlock body =
        parts.of(
            statements,
            part -> method(parts, part, needsModel).addModifiers(Modifier.PRIVATE),
            name,
            needsModel ? "model, seed, lazy" : "seed, lazy",
            further);
    if (access == Modifier.PUBLIC) {
      methods.add(
          method(parts, name, true)
              .addModifiers(access)
              .addJavadoc("Adds what {@code lazyParameters} lists; for models that hold this one.")
              .addCode(needsModel ? body : CodeBlock.of("list(seed, lazy);\n"))
              .build());
    }
    if (access == Modifier.PRIVATE || !needsModel) {
      methods.add(
          method(parts, name, needsModel).addModifiers(Modifier.PRIVATE).addCode(body).build());
    }
    methods.addAll(further);
  }

  /** Whether the method of a module that shares the model's stream takes the module. */
  private boolean takesModel(String suffix) {
    return plan.modules().stream()
        .filter(module -> module.suffix().equals(suffix))
        .allMatch(ListWriter::needsModel);
  }

  /** Whether anything that is listed is read from the model. */
  private static boolean needsModel(ModulePlan module) {
    return module.members().size() > module.parameters().size()
        || !module.parameters().stream().allMatch(one -> one.symbols().isEmpty());
  }

  private static MethodSpec.Builder method(MethodParts parts, String name, boolean needsModel) {
    MethodSpec.Builder method =
        needsModel
            ? parts.onModel(name)
            : MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC);
    return method.addParameter(long.class, "seed").addParameter(LAZY, "lazy");
  }

  private static CodeBlock list(ModulePlan module, ParameterPlan parameter) {
    FillMethodsWriter fills = new FillMethodsWriter(parameter, module.modelName());
    LawWriter law = new LawWriter(parameter);
    CodeBlock symbols = SymbolicWriter.fromModel(parameter);
    if (parameter.engine() == RandomEngine.JAX) {
      return CodeBlock.of("lazy.jax(seed, (key, list) ->$W$L);\n", jax(module, parameter, fills));
    }
    if (fills.hasShard()) {
      return CodeBlock.of(
          "lazy.$L((into, offset, from, count) ->$W$N(into, offset, from, count$L, seed));\n",
          ranges(parameter),
          parameter.fillMethod(),
          symbols);
    }
    if (parameter.engine() == RandomEngine.FANWISE) {
      return CodeBlock.of(
          "lazy.whole(() ->$W$L,$Wweights ->$W$N(weights$L, seed));\n",
          AllocateWriter.newTensor(module, parameter),
          parameter.fillMethod(),
          symbols);
    }
    if (law.isDivisible() && parameter.law().isKnown()) {
      // PyTorch draws nothing for it, so its place in the sequence does not matter.
      return CodeBlock.of(
          "lazy.$L((into, offset, from, count) -> {\n$>$L$<});\n",
          ranges(parameter),
          law.part("into", "offset", "count", "from"));
    }
    return CodeBlock.of(
        "lazy.torch(seed, () ->$W$L,$W(weights, generator) ->$W$N(weights$L, generator));\n",
        AllocateWriter.newTensor(module, parameter),
        parameter.fillMethod(),
        symbols);
  }

  private static CodeBlock jax(
      ModulePlan module, ParameterPlan parameter, FillMethodsWriter fills) {
    CodeBlock symbols = SymbolicWriter.fromModel(parameter);
    String draw = new StreamWriter(parameter).drawMethod();
    return fills.hasParts()
        ? CodeBlock.of(
            "list.$L((into, offset, from, count) ->$W$N(into, offset, from, count$L, key))",
            ranges(parameter),
            draw,
            symbols)
        : CodeBlock.of(
            "list.whole(() ->$W$L,$Wweights ->$W$N(weights$L, key))",
            AllocateWriter.newTensor(module, parameter),
            draw,
            symbols);
  }

  /** The method that takes ranges of what shard methods write to. */
  private static String ranges(ParameterPlan parameter) {
    boolean isBuffer = parameter.storage() == Storage.BUFFER;
    if (parameter.elementType() == ElementType.DOUBLE) {
      return isBuffer ? "doubleBuffers" : "doubles";
    }
    if (parameter.elementType().isHalf()) {
      return "shorts";
    }
    return isBuffer ? "floatBuffers" : "floats";
  }
}
