package dev.fanwise.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.fanwise.processor.plan.InitializerPlan;
import java.util.concurrent.ForkJoinPool;
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
    TypeSpec.Builder type = writer.type;
    ListWriter lists = new ListWriter(plan, writer.classes);
    writer.writeHead();
    writer.writeInitialize();
    writer.writeInitializeInPool();
    writer.writeFills();
    type.addMethods(new ParametersWriter(plan, writer.parts, writer.classes).methods());
    writer.writeAllocate();
    type.addMethods(lists.forUsers());
    // From here on what holders call, and what all of it calls.
    type.addMethods(new CheckWriter(plan, writer.parts).methods());
    type.addMethods(new DrawWriter(plan, writer.classes).methods());
    type.addMethods(lists.forHolders());
    writer.classes.finish();
    JavaFile file =
        JavaFile.builder(plan.packageName(), type.build())
            .indent("  ")
            .skipJavaLangImports(!plan.hidesJavaLang())
            .build();
    return Ascii.of(Lines.shortened(file.toString()));
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
   *   try {
   *     draw(model, seed);
   *   } catch (OutOfMemoryError e) {
   *     throw OutOfMemory.of(e, "Mlp", visitor -> visitParameters(model, visitor));
   *   }
   *   return model;
   * }
   * }</pre>
   */
  private void writeInitialize() {
    type.addMethod(
        initialize()
            .addStatement("check(model, $S)", plan.modelName())
            .beginControlFlow("try")
            .addStatement("$L", StreamCode.of(plan.engine()).drawAll())
            .nextControlFlow("catch ($T e)", OutOfMemoryError.class)
            .addStatement(
                "throw $T.of(e,$W$S,$Wvisitor -> visitParameters(model, visitor))",
                Types.runtime("OutOfMemory"),
                plan.modelName())
            .endControlFlow()
            .addStatement("return model")
            .build());
  }

  private MethodSpec.Builder initialize() {
    return returningModel("initialize")
        .addJavadoc(Docs.initialize(plan))
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
   *   Shards.fill(
   *       pool, "Mlp", lazyParameters(model, seed), visitor -> visitParameters(model, visitor));
   *   return model;
   * }
   * }</pre>
   */
  private void writeInitializeInPool() {
    type.addMethod(
        returningModel("initialize")
            .addJavadoc(
                "The same on a pool's threads; an interrupt ends it by a {@code CancellationException}.")
            .addParameter(long.class, "seed")
            .addParameter(ForkJoinPool.class, "pool")
            .addStatement("check(model, $S)", plan.modelName())
            .addStatement(
                "$T.fill(pool,$W$S,$WlazyParameters(model, seed),$Wvisitor -> visitParameters(model,"
                    + " visitor))",
                Types.SHARDS,
                plan.modelName())
            .addStatement("return model")
            .build());
  }

  /**
   *
   *
   * <pre>{@code
   * public static Net allocate(Net model) {
   *   check(model, "Net");
   *   Allocation.of("Net", visitor -> visitParameters(model, visitor));
   *   return model;
   * }
   * }</pre>
   */
  private void writeAllocate() {
    type.addMethod(
        returningModel("allocate")
            .addJavadoc("Gives arrays to fields that are null, as {@code initialize} does.")
            .addStatement("check(model, $S)", plan.modelName())
            .addStatement(
                "$T.of($S,$Wvisitor -> visitParameters(model, visitor))",
                Types.runtime("Allocation"),
                plan.modelName())
            .addStatement("return model")
            .build());
  }

  private void writeFills() {
    FillsWriter fills = new FillsWriter(type, classes);
    fills.write(plan.module());
    plan.modules().forEach(fills::write);
  }
}
