package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.ModulePlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Storage;
import dev.fanwise.processor.plan.StreamFacts;
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
 *   lazy.floats((into, offset, from, count) -> fillHidden(into, offset, from, count, seed));
 *   lazy.whole(() -> new float[4096], weights -> fillMixer(weights, seed));
 *   lazy.addAll(LinearInitializer.lazyParameters(model.head, Keys.fold(seed, 0x5a...L)));
 *   return lazy.list();
 * }
 *
 * // of PyTorch's numbers
 * public static void list(Mlp model, long seed, LazyParameters lazy) {
 *   lazy.torch(seed, () -> new float[12], (weights, generator) -> fillA(weights, generator));
 *   listLinear(model.head, seed, lazy);
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

  /** The methods that return lists. */
  List<MethodSpec> forUsers() {
    List<MethodSpec> lists = new ArrayList<>();
    boolean isOwn = StreamFacts.of(plan.engine()).isByName();
    boolean isConstant = plan.isConstant();
    List<MethodSpec> further = new ArrayList<>();
    CodeBlock adds =
        isOwn
            ? body(plan.module(), further)
            : CodeBlock.of("list($L);\n", arguments(needsModel(plan.module())));
    CodeBlock body =
        CodeBlock.builder()
            .addStatement(
                "$T lazy = new $T($L)",
                LAZY,
                LAZY,
                isConstant ? "parameters()" : "parameters(model)")
            .add(adds)
            .addStatement("return lazy.list()")
            .build();
    if (isConstant) {
      lists.add(
          MethodSpec.methodBuilder("lazyParameters")
              .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
              .addJavadoc(LISTS)
              .returns(LIST)
              .addParameter(long.class, "seed")
              .addCode(body)
              .build());
      lists.add(
          ofModel("As {@code lazyParameters(seed)}.")
              .addStatement("return lazyParameters(seed)")
              .build());
    } else {
      lists.add(
          ofModel(LISTS).addStatement("check(model, $L)", shapes(plan)).addCode(body).build());
    }
    lists.addAll(further);
    return lists;
  }

  /** The methods that add to a list for holders, whose sequence of numbers goes on. */
  List<MethodSpec> forHolders() {
    if (!StreamFacts.of(plan.engine()).isByName()) {
      write(plan.module(), Modifier.PUBLIC);
      plan.modules().forEach(module -> write(module, Modifier.PRIVATE));
    }
    return methods;
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

  private CodeBlock body(ModulePlan module, List<MethodSpec> further) {
    MethodParts parts = new MethodParts(module, classes);
    StreamCode stream = StreamCode.of(plan.engine());
    boolean needsModel = needsModel(module);
    return parts.of(
        module.members().stream()
            .map(
                member ->
                    member instanceof ParameterPlan parameter
                        ? stream.list(module, parameter)
                        : stream.list((SubmodulePlan) member, classes))
            .toList(),
        part -> method(parts, part, needsModel).addModifiers(Modifier.PRIVATE),
        "list" + module.suffix(),
        arguments(needsModel),
        further);
  }

  private static String arguments(boolean needsModel) {
    return needsModel ? "model, seed, lazy" : "seed, lazy";
  }

  private void write(ModulePlan module, Modifier access) {
    MethodParts parts = new MethodParts(module, classes);
    String name = "list" + module.suffix();
    boolean needsModel = needsModel(module);
    List<MethodSpec> further = new ArrayList<>();
    CodeBlock body = body(module, further);
    if (access == Modifier.PRIVATE) {
      // Holders hand over what they have reached, whether or not anything is read from it.
      methods.add(
          listing(needsModel ? parts.onModel(name) : parts.onUnused(name))
              .addModifiers(access)
              .addCode(body)
              .build());
    } else {
      methods.add(
          listing(parts.onModel(name))
              .addModifiers(access)
              .addJavadoc("Adds what {@code lazyParameters} lists; for models that hold this one.")
              .addCode(needsModel ? body : CodeBlock.of("list(seed, lazy);\n"))
              .build());
      if (!needsModel) {
        methods.add(
            method(parts, name, false).addModifiers(Modifier.PRIVATE).addCode(body).build());
      }
    }
    methods.addAll(further);
  }

  /** Whether anything that is listed is read from the model. */
  private static boolean needsModel(ModulePlan module) {
    return module.members().size() > module.parameters().size()
        || !module.parameters().stream().allMatch(one -> one.symbols().isEmpty());
  }

  private static MethodSpec.Builder method(MethodParts parts, String name, boolean needsModel) {
    return listing(
        needsModel
            ? parts.onModel(name)
            : MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC));
  }

  private static MethodSpec.Builder listing(MethodSpec.Builder method) {
    return method.addParameter(long.class, "seed").addParameter(LAZY, "lazy");
  }

  /** The method that takes ranges of what shard methods write to. */
  static String ranges(ParameterPlan parameter) {
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
