package dev.fanwise.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.ParameterPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/** Writes the class that a plan describes. */
public final class InitializerWriter {
  private static final String PROCESSOR = "dev.fanwise.processor.FanwiseProcessor";

  /**
   * How many parameters one method deals with: a method of more than 8,000 bytes is never compiled,
   * and one of more than 65,535 is no method.
   */
  private static final int PARAMETERS_A_METHOD = 100;

  private final InitializerPlan plan;
  private final TypeName model;
  private final TypeSpec.Builder type;

  /** What both ways to initialise begin with: calls, and the methods that they call. */
  private final CodeBlock preparation;

  private final List<MethodSpec> preparationMethods = new ArrayList<>();

  private InitializerWriter(InitializerPlan plan) {
    this.plan = plan;
    this.model = Types.of(plan.model());
    this.type = TypeSpec.classBuilder(plan.className());
    this.preparation =
        CodeBlock.builder()
            .add(inParts("check", PartKind.PLAIN, this::check, preparationMethods))
            .add(inParts("allocate", PartKind.PLAIN, this::allocate, preparationMethods))
            .build();
  }

  /**
   * The source file of a plan.
   *
   * @param origin the model: the one element that the file comes from
   */
  public static JavaFile write(InitializerPlan plan, Element origin) {
    InitializerWriter writer = new InitializerWriter(plan);
    writer.type.addOriginatingElement(origin);
    writer.writeHead();
    writer.writeInitialize();
    writer.writeInitializeInPool();
    writer.writeFills();
    writer.writeParameters();
    return JavaFile.builder(plan.packageName(), writer.type.build()).indent("  ").build();
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
    if (plan.isDeprecated()) {
      // What the user has been told of the model, the user need not be told of generated code.
      type.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "{$S, $S}", "deprecation", "removal")
              .build());
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
   *   check(model);
   *   allocate(model);
   *   fillHidden(model.hidden, seed);
   *   return model;
   * }
   * }</pre>
   */
  private void writeInitialize() {
    List<MethodSpec> parts = new ArrayList<>();
    CodeBlock fills =
        plan.parameters().size() <= PARAMETERS_A_METHOD
            ? CodeBlock.join(plan.parameters().stream().map(this::fill).toList(), "")
            : inParts("fill", PartKind.SEEDED, this::fill, parts);
    type.addMethod(
        onModel("initialize")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Docs.initialize())
            .returns(model)
            .addParameter(long.class, "seed")
            .addCode(preparation)
            .addCode(fills)
            .addStatement("return model")
            .build());
    type.addMethods(preparationMethods);
    type.addMethods(parts);
  }

  /**
   *
   *
   * <pre>{@code
   * public static Mlp initialize(Mlp model, long seed, ForkJoinPool pool) {
   *   check(model);
   *   allocate(model);
   *   Shards shards = new Shards(pool);
   *   share(model, seed, shards);
   *   shards.fill();
   *   return model;
   * }
   * }</pre>
   */
  private void writeInitializeInPool() {
    List<MethodSpec> parts = new ArrayList<>();
    CodeBlock shares = inParts("share", PartKind.SHARING, this::share, parts);
    type.addMethod(
        onModel("initialize")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(Docs.initializeInPool())
            .returns(model)
            .addParameter(long.class, "seed")
            .addParameter(ForkJoinPool.class, "pool")
            .addCode(preparation)
            .addStatement("$T shards = new $T(pool)", Types.SHARDS, Types.SHARDS)
            .addCode(shares)
            .addStatement("shards.fill()")
            .addStatement("return model")
            .build());
    type.addMethods(parts);
  }

  private CodeBlock share(ParameterPlan parameter) {
    return new FillMethodsWriter(parameter, plan.modelName()).share();
  }

  /** What else than the model a method takes that deals with some of the parameters. */
  private enum PartKind {
    PLAIN("model"),
    SEEDED("model, seed"),
    SHARING("model, seed, shards");

    private final String arguments;

    PartKind(String arguments) {
      this.arguments = arguments;
    }
  }

  /**
   * Methods that do something to each parameter, and the calls of them: one method if it is not too
   * large, else several.
   */
  private CodeBlock inParts(
      String name,
      PartKind kind,
      Function<ParameterPlan, CodeBlock> each,
      List<MethodSpec> methods) {
    List<CodeBlock> blocks =
        plan.parameters().stream().map(each).filter(block -> !block.isEmpty()).toList();
    CodeBlock.Builder calls = CodeBlock.builder();
    boolean several = blocks.size() > PARAMETERS_A_METHOD;
    for (int from = 0; from < blocks.size(); from += PARAMETERS_A_METHOD) {
      int to = Math.min(blocks.size(), from + PARAMETERS_A_METHOD);
      String part = several ? name + (from / PARAMETERS_A_METHOD + 1) : name;
      MethodSpec.Builder method = onModel(part).addModifiers(Modifier.PRIVATE);
      if (kind != PartKind.PLAIN) {
        method.addParameter(long.class, "seed");
      }
      if (kind == PartKind.SHARING) {
        method.addParameter(Types.SHARDS, "shards");
      }
      methods.add(method.addCode(CodeBlock.join(blocks.subList(from, to), "")).build());
      calls.add("$N($L);\n", part, kind.arguments);
    }
    return calls.build();
  }

  private MethodSpec.Builder onModel(String name) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name).addModifiers(Modifier.STATIC).addParameter(model, "model");
    plan.typeVariables().forEach(variable -> method.addTypeVariable(Types.of(variable)));
    return method;
  }

  /**
   *
   *
   * <pre>{@code
   * if (model.hidden != null) {
   *   Checks.flat("Mlp.hidden", model.hidden, 200_704, "[256, 784]");
   * }
   * }</pre>
   */
  private CodeBlock check(ParameterPlan parameter) {
    CodeBlock field = CodeBlock.of("model.$N", parameter.name());
    CodeBlock check = FillMethodsWriter.check(parameter, label(parameter), field);
    if (parameter.isFinal()) {
      return check;
    }
    return CodeBlock.builder()
        .beginControlFlow("if ($L != null)", field)
        .add(check)
        .endControlFlow()
        .build();
  }

  /**
   *
   *
   * <pre>{@code
   * if (model.hidden == null) {
   *   model.hidden = new float[200_704];
   * }
   * }</pre>
   */
  private CodeBlock allocate(ParameterPlan parameter) {
    if (parameter.isFinal()) {
      return CodeBlock.of("");
    }
    return CodeBlock.builder()
        .beginControlFlow("if (model.$N == null)", parameter.name())
        .addStatement("model.$N = $L", parameter.name(), newTensor(parameter))
        .endControlFlow()
        .build();
  }

  private static CodeBlock newTensor(ParameterPlan parameter) {
    String elements = Literals.integer(parameter.elements());
    return switch (parameter.storage()) {
      case FLAT -> CodeBlock.of("new $T[$L]", Types.of(parameter.elementType()), elements);
      case NESTED ->
          CodeBlock.of(
              "new $T[$L]",
              Types.of(parameter.elementType()),
              String.join("][", parameter.shape().stream().map(Literals::integer).toList()));
      case BUFFER -> CodeBlock.of("$T.allocate($L)", Types.flat(parameter), elements);
    };
  }

  private CodeBlock fill(ParameterPlan parameter) {
    return CodeBlock.of("$N(model.$N,$Wseed);\n", parameter.fillMethod(), parameter.name());
  }

  private void writeFills() {
    for (ParameterPlan parameter : plan.parameters()) {
      FillMethodsWriter fills = new FillMethodsWriter(parameter, plan.modelName());
      type.addMethod(fills.whole());
      if (fills.goesByRows()) {
        type.addMethod(fills.rows());
      }
      if (fills.hasShard()) {
        type.addMethod(fills.shard());
      }
    }
  }

  private void writeParameters() {
    new ParametersWriter(plan.parameters(), PARAMETERS_A_METHOD).methods().forEach(type::addMethod);
  }

  private String label(ParameterPlan parameter) {
    return plan.modelName() + "." + parameter.name();
  }
}
