package dev.fanwise.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fanwise.RandomEngine;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.Law;
import dev.fanwise.processor.plan.MemberPlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.SubmodulePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** Writes the class that a plan describes. */
public final class InitializerWriter {
  private static final String PROCESSOR = "dev.fanwise.processor.FanwiseProcessor";

  private final InitializerPlan plan;
  private final TypeSpec.Builder type;
  private final MemberClasses classes;
  private final MethodParts parts;

  private InitializerWriter(InitializerPlan plan) {
    this.plan = plan;
    this.type = TypeSpec.classBuilder(plan.className());
    this.classes = new MemberClasses(plan, type);
    this.parts = new MethodParts(plan.module(), classes);
  }

  /** The source file of a plan. */
  public static String write(InitializerPlan plan) {
    InitializerWriter writer = new InitializerWriter(plan);
    writer.writeHead();
    writer.writeInitialize();
    writer.writeInitializeInPool();
    writer.writeCheck();
    writer.type.addMethods(new DrawWriter(plan, writer.classes).methods());
    writer.writeShare();
    writer.type.addMethods(new ListWriter(plan, writer.classes).methods());
    writer.writeAllocate();
    writer.writeFills();
    writer.writeParameters();
    writer.classes.finish();
    return Ascii.of(
        JavaFile.builder(plan.packageName(), writer.type.build()).indent("  ").build().toString());
  }

  private void writeHead() {
    type.addJavadoc(Docs.type(plan));
    if (plan.generatedAnnotation() != null) {
      type.addAnnotation(
          AnnotationSpec.builder(ClassName.bestGuess(plan.generatedAnnotation()))
              .addMember("value", "$S", PROCESSOR)
              .build());
    }
    type.addAnnotation(Types.MARK);
    if (!plan.suppressed().isEmpty()) {
      boolean isOne = plan.suppressed().size() == 1;
      CodeBlock warnings =
          plan.suppressed().stream()
              .map(warning -> CodeBlock.of("$S", warning))
              .collect(CodeBlock.joining(", ", isOne ? "" : "{", isOne ? "" : "}"));
      type.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class).addMember("value", warnings).build());
    }
    if (plan.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    type.addModifiers(Modifier.FINAL);
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
  }

  /**
   *
   *
   * <pre>{@code
   * public static Mlp initialize(Mlp model, long seed) {
   *   check(model, "Mlp");
   *   draw(model, seed);
   *   return model;
   * }
   * }</pre>
   */
  private void writeInitialize() {
    type.addMethod(
        initialize()
            .addStatement("check(model, $S)", plan.modelName())
            .addCode(orOutOfMemory(CodeBlock.of("$L;\n", DrawWriter.drawAll(plan.engine()))))
            .addStatement("return model")
            .build());
  }

  private MethodSpec.Builder initialize() {
    return returningModel("initialize")
        .addJavadoc(Docs.initialize(plan, parts))
        .addParameter(long.class, "seed");
  }

  /**
   * Eclipse's compiler warns of a type variable that is bounded by a final class. Nothing else can
   * return the type that was given, and it has no narrower name for that warning.
   */
  private MethodSpec.Builder returningModel(String name) {
    MethodSpec.Builder method = parts.returningModel(name).addModifiers(Modifier.PUBLIC);
    if (plan.isFinal() && parts.isGeneric()) {
      method.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class).addMember("value", "$S", "all").build());
    }
    return method;
  }

  /**
   *
   *
   * <pre>{@code
   * public static Mlp initialize(Mlp model, long seed, ForkJoinPool pool) {
   *   check(model, "Mlp");
   *   Shards shards = new Shards(pool);
   *   share(model, seed, shards);
   *   shards.fill();
   *   return model;
   * }
   * }</pre>
   */
  private void writeInitializeInPool() {
    type.addMethod(
        returningModel("initialize")
            .addJavadoc(Docs.initializeInPool(plan, parts))
            .addParameter(long.class, "seed")
            .addParameter(ForkJoinPool.class, "pool")
            .addStatement("check(model, $S)", plan.modelName())
            .addStatement("$T shards = new $T(pool)", Types.SHARDS, Types.SHARDS)
            .addCode(orOutOfMemory(CodeBlock.of("share(model, seed, shards);\nshards.fill();\n")))
            .addStatement("return model")
            .build());
  }

  /**
   *
   *
   * <pre>{@code
   * try {
   *   draw(model, seed);
   * } catch (OutOfMemoryError e) {
   *   throw OutOfMemory.of(e, "Mlp", visitor -> visitParameters(model, visitor));
   * }
   * }</pre>
   */
  private CodeBlock orOutOfMemory(CodeBlock statements) {
    return CodeBlock.builder()
        .beginControlFlow("try")
        .add(statements)
        .nextControlFlow("catch ($T e)", OutOfMemoryError.class)
        .addStatement(
            "throw $T.of(e,$W$S,$Wvisitor -> visitParameters(model, visitor))",
            Types.runtime("OutOfMemory"),
            plan.modelName())
        .endControlFlow()
        .build();
  }

  /**
   *
   *
   * <pre>{@code
   * public static void check(Mlp model, CharSequence path) {
   *   if (model.hidden != null) {
   *     Checks.flat(path, "hidden", model.hidden, 200_704, "[256, 784]");
   *   }
   * }
   * }</pre>
   */
  private void writeCheck() {
    MemoryChecks memory = new MemoryChecks(plan);
    CodeBlock path = CodeBlock.of(memory.haveWay() ? "here" : "path");
    List<MethodSpec> further = new ArrayList<>();
    CodeBlock checks =
        parts.of(
            members(parameter -> check(parameter, path), SubmoduleWriter::check),
            name ->
                onModelPrivately(name)
                    .addParameter(
                        memory.haveWay() ? Types.MODEL_PATH : TypeName.get(CharSequence.class),
                        path.toString()),
            "check",
            "model, " + path,
            further);
    MethodSpec.Builder check =
        parts
            .onModel("check")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Docs.check(plan))
            .addParameter(CharSequence.class, "path");
    if (memory.haveWay()) {
      check.addStatement("$T here = $T.of(path, model)", Types.MODEL_PATH, Types.MODEL_PATH);
    } else {
      check.addStatement("$T.model(path, model)", Types.CHECKS);
    }
    type.addMethod(check.addCode(checks).addCode(memory.comparison()).build());
    type.addMethods(further);
  }

  private CodeBlock callOfAllocate() {
    return new AllocateWriter(plan.module(), classes).call();
  }

  /**
   *
   *
   * <pre>{@code
   * public static void share(Mlp model, long seed, Shards shards) {
   *   allocateFields(model);
   *   shards.add(200_704, (from, count) -> fillHidden(model.hidden, from, from, count, seed));
   * }
   * }</pre>
   */
  private void writeShare() {
    List<MethodSpec> further = new ArrayList<>();
    boolean isSequential =
        plan.engine() == RandomEngine.TORCH
            || plan.engine() == RandomEngine.JAX && !plan.submodules().isEmpty();
    CodeBlock shares =
        isSequential
            ? CodeBlock.of("shards.add(() -> $L);\n", DrawWriter.drawAll(plan.engine()))
            : parts.of(
                members(
                    parameter ->
                        new ShareWriter(
                                parameter, new FillMethodsWriter(parameter, plan.modelName()))
                            .write(),
                    SubmoduleWriter::share),
                name ->
                    onModelPrivately(name)
                        .addParameter(long.class, "seed")
                        .addParameter(Types.SHARDS, "shards"),
                "share",
                "model, seed, shards",
                further);
    type.addMethod(
        parts
            .onModel("share")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Docs.share())
            .addParameter(long.class, "seed")
            .addParameter(Types.SHARDS, "shards")
            .addCode(isSequential ? CodeBlock.of("") : callOfAllocate())
            .addCode(shares)
            .build());
    type.addMethods(further);
  }

  /**
   *
   *
   * <pre>{@code
   * public static Net allocate(Net model) {
   *   check(model, "Net");
   *   allocateFields(model);
   *   LinearInitializer.allocate(model.head);
   *   return model;
   * }
   * }</pre>
   */
  private void writeAllocate() {
    List<MethodSpec> further = new ArrayList<>();
    CodeBlock submodules =
        parts.of(
            members(parameter -> CodeBlock.of(""), SubmoduleWriter::allocate),
            this::onModelPrivately,
            "allocate",
            "model",
            further);
    type.addMethod(
        returningModel("allocate")
            .addJavadoc("Gives arrays to fields that are null, as {@code initialize} does.")
            .addStatement("check(model, $S)", plan.modelName())
            .addCode(orOutOfMemory(CodeBlock.of("$L$L", callOfAllocate(), submodules)))
            .addStatement("return model")
            .build());
    type.addMethods(further);
  }

  private MethodSpec.Builder onModelPrivately(String name) {
    return parts.onModel(name).addModifiers(Modifier.PRIVATE);
  }

  private List<CodeBlock> members(
      Function<ParameterPlan, CodeBlock> parameter, Function<SubmodulePlan, CodeBlock> submodule) {
    List<CodeBlock> blocks = new ArrayList<>();
    for (MemberPlan member : plan.members()) {
      blocks.add(
          member instanceof ParameterPlan one
              ? parameter.apply(one)
              : submodule.apply((SubmodulePlan) member));
    }
    return blocks;
  }

  private CodeBlock check(ParameterPlan parameter, CodeBlock path) {
    CodeBlock field = CodeBlock.of("model.$N", parameter.name());
    CodeBlock presence =
        parameter.isFinal() && !parameter.isLazy()
            ? CodeBlock.of(
                "$T.present($L,$W$S,$W$L);\n", Types.CHECKS, path, parameter.name(), field)
            : CodeBlock.of("");
    if (!parameter.hasKnownShape()) {
      CodeBlock shape = SymbolicWriter.shapeFromModel(parameter, path);
      String check = parameter.isAllocated() ? "checkIfPresent" : "check";
      CodeBlock.Builder code = CodeBlock.builder().add(presence);
      CodeBlock call = CodeBlock.of("$L.$L($L);\n", shape, check, field);
      code.add(parameter.isLazy() ? DrawWriter.ifPresent(field, call) : call);
      code.add(drawableCheck(parameter, path));
      return code.build();
    }
    CodeBlock check = FillMethodsWriter.check(parameter, path, field);
    CodeBlock ofArray =
        parameter.isFinal() && !parameter.isLazy()
            ? CodeBlock.of("$L$L", presence, check)
            : DrawWriter.ifPresent(field, check);
    return CodeBlock.of("$L$L", ofArray, drawableCheck(parameter, path));
  }

  /** The check of numbers that are known at run time only; it may refuse the shape, too. */
  private static CodeBlock drawableCheck(ParameterPlan parameter, CodeBlock path) {
    if (parameter.law().isKnown()) {
      return CodeBlock.of("");
    }
    CodeBlock info = ParametersWriter.infoOfModel(parameter);
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(SymbolicWriter.layersChecks(parameter, path));
    if (parameter.hasKnownShape()) {
      return code.add("$T.drawable($L,$W$L);\n", Types.CHECKS, path, info).build();
    }
    CodeBlock shape = SymbolicWriter.shapeFromModel(parameter, path);
    code.add(SymbolicWriter.baseChecks(parameter, shape));
    if (parameter.law() instanceof Law.Symbolic law) {
      code.add("$L;\n", SymbolicWriter.pattern(law, shape));
    }
    return code.add("$L$Z.requireDrawable($Z$L);\n", shape, info).build();
  }

  private void writeFills() {
    FillsWriter fills = new FillsWriter(type, classes);
    fills.write(plan.module());
    plan.modules().forEach(fills::write);
  }

  private void writeParameters() {
    new ParametersWriter(plan, parts, classes).methods().forEach(type::addMethod);
  }
}
