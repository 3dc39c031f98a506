package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.fanwise.processor.plan.ElementType;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.InitializerPlan;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.SubmodulePlan;
import dev.fanwise.processor.plan.Term;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The methods that list what a model is made of: without a model where all is known without one,
 * and for the parameters of a model and of all that it holds.
 */
final class ParametersWriter {
  private static final TypeName LIST =
      ParameterizedTypeName.get(
          com.palantir.javapoet.ClassName.get(List.class), Types.PARAMETER_INFO);

  private final InitializerPlan plan;
  private final MethodParts parts;
  private final MemberClasses classes;
  private final List<MethodSpec> methods = new ArrayList<>();

  ParametersWriter(InitializerPlan plan, MethodParts parts, MemberClasses classes) {
    this.plan = plan;
    this.classes = classes;
    this.parts = parts;
  }

  List<MethodSpec> methods() {
    if (plan.isConstant()) {
      writeConstantList();
      writeListOfModel(CodeBlock.of("return parameters();\n"));
      writeConstantCount();
      writeCountOfModel(CodeBlock.of("return parameterCount();\n"));
    } else {
      writeListOfModel(
          CodeBlock.builder()
              .addStatement("$T parameters = new $T<>()", LIST, ArrayList.class)
              .addStatement(
                  "visitParameters(model, $T.listing(parameters))", Types.PARAMETER_VISITOR)
              .addStatement("return $T.unmodifiableList(parameters)", Collections.class)
              .build());
      writeCountOfModel(
          CodeBlock.of("return $T.count(parameters(model));\n", Types.PARAMETER_INFO));
    }
    writeVisit();
    return methods;
  }

  /**
   *
   *
   * <pre>{@code
   * public static List<ParameterInfo> parameters() {
   *   return Collections.unmodifiableList(
   *       Arrays.asList(
   *           ParameterInfo.of("hidden", 256, 784).scheme("XavierInit").fans(784, 256)
   *               .uniform(0.0438, -0.0759, 0.0759)));
   * }
   * }</pre>
   */
  private void writeConstantList() {
    List<ParameterPlan> all = plan.parameters();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("parameters")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("What the model is made of, in the order of its fields.")
            .returns(LIST);
    if (all.size() <= MethodParts.MEMBERS_A_METHOD) {
      CodeBlock infos = all.stream().map(one -> info(one)).collect(CodeBlock.joining(",\n"));
      methods.add(
          method
              .addCode(
                  "return $T.unmodifiableList(\n$>$>$T.asList(\n$>$>$L));\n$<$<$<$<",
                  Collections.class,
                  Types.ARRAYS,
                  infos)
              .build());
      return;
    }
    List<MethodSpec> further = new ArrayList<>();
    CodeBlock adds =
        parts.of(
            all.stream()
                .map(one -> CodeBlock.of("parameters.add(\n$>$>$L);\n$<$<", info(one)))
                .toList(),
            name ->
                MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(LIST, "parameters"),
            "addParameters",
            "parameters",
            further);
    methods.add(
        method
            .addCode("$T parameters = new $T<>($L);\n", LIST, ArrayList.class, all.size())
            .addCode(adds)
            .addCode("return $T.unmodifiableList(parameters);\n", Collections.class)
            .build());
    methods.addAll(further);
  }

  private void writeListOfModel(CodeBlock body) {
    methods.add(
        parts
            .onModel("parameters")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                plan.isConstant() ? "As {@code parameters()}." : Docs.parametersOfModel(plan))
            .returns(LIST)
            .addCode(body)
            .build());
  }

  private void writeConstantCount() {
    methods.add(
        MethodSpec.methodBuilder("parameterCount")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc("The number of weights.")
            .returns(long.class)
            .addCode("return $L;\n", constantCount())
            .build());
  }

  private CodeBlock constantCount() {
    BigInteger count =
        plan.parameters().stream()
            .map(parameter -> BigInteger.valueOf(parameter.elements()))
            .reduce(BigInteger.ZERO, BigInteger::add);
    if (count.bitLength() >= Long.SIZE) {
      return CodeBlock.of("$T.count(parameters())", Types.PARAMETER_INFO); // which refuses it
    }
    String literal = Literals.integer(count.longValue());
    return CodeBlock.of("$L", literal.endsWith("L") ? literal : literal + "L");
  }

  private void writeCountOfModel(CodeBlock body) {
    methods.add(
        parts
            .onModel("parameterCount")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                plan.isConstant()
                    ? "As {@code parameterCount()}."
                    : "The number of a model's weights.")
            .returns(long.class)
            .addCode(body)
            .build());
  }

  /**
   *
   *
   * <pre>{@code
   * public static void visitParameters(Mlp model, ParameterVisitor visitor) {
   *   List<ParameterInfo> parameters = parameters();
   *   visitor.visit(parameters.get(0), model.hidden);
   *   ...
   * }
   * }</pre>
   */
  private void writeVisit() {
    boolean isConstant = plan.isConstant();
    List<MethodSpec> further = new ArrayList<>();
    List<CodeBlock> visits = new ArrayList<>();
    for (int at = 0; at < plan.members().size(); at++) {
      visits.add(
          plan.members().get(at) instanceof ParameterPlan parameter
              ? CodeBlock.of(
                  "visitor.visit($L,$Wmodel.$N);\n",
                  isConstant ? CodeBlock.of("parameters.get($L)", at) : infoOfModel(parameter),
                  parameter.name())
              : SubmoduleWriter.visit((SubmodulePlan) plan.members().get(at)));
    }
    CodeBlock body =
        parts.of(
            visits,
            name -> {
              MethodSpec.Builder part = parts.onModel(name).addModifiers(Modifier.PRIVATE);
              if (isConstant) {
                part.addParameter(LIST, "parameters");
              }
              return part.addParameter(Types.PARAMETER_VISITOR, "visitor");
            },
            "visitParameters",
            isConstant ? "model, parameters, visitor" : "model, visitor",
            further);
    MethodSpec.Builder visit =
        parts
            .onModel("visitParameters")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                "Hands out each parameter and the array that holds it, in the order of {@code parameters}.")
            .addParameter(Types.PARAMETER_VISITOR, "visitor");
    if (!plan.submodules().isEmpty()) {
      visit.addStatement("check(model, $L)", ListWriter.shapes(plan));
    } else {
      visit.addStatement("$T.model($S, model)", Types.CHECKS, plan.modelName());
    }
    CodeBlock allocate = new AllocateWriter(plan.module(), classes).call();
    if (!allocate.isEmpty()) {
      visit.beginControlFlow("if (visitor.wantsArrays())").addCode(allocate).endControlFlow();
    }
    if (isConstant) {
      visit.addStatement("$T parameters = parameters()", LIST);
    }
    methods.add(visit.addCode(body).build());
    methods.addAll(further);
    if (!isConstant) {
      writeInfos();
    }
  }

  private void writeInfos() {
    for (int at = 0; at < plan.members().size(); at++) {
      if (plan.members().get(at) instanceof ParameterPlan parameter) {
        MethodSpec method =
            new FillMethodsWriter(parameter, plan.modelName()).infoMethod(info(parameter));
        if (classes.areNested()) {
          classes.add(plan.module(), at, method);
        } else {
          methods.add(method);
        }
      }
    }
  }

  /** The call that describes a parameter of a model. */
  static CodeBlock infoOfModel(ParameterPlan parameter) {
    List<CodeBlock> symbols = parameter.symbols().stream().map(SymbolicWriter::read).toList();
    return CodeBlock.of(
        "$N($L)", FillMethodsWriter.infoMethodName(parameter), CodeBlock.join(symbols, ",$W"));
  }

  /** The description of a parameter, an expression over several lines. */
  private static CodeBlock info(ParameterPlan parameter) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (parameter.hasKnownShape()) {
      code.add(
          "$T.of($S, $L)",
          Types.PARAMETER_INFO,
          parameter.name(),
          Literals.dimensions(parameter.shape()));
    } else {
      code.add("shape.parameter()");
    }
    if (parameter.elementType() != ElementType.FLOAT) {
      code.add("$Z.dataType($T.$L)", Types.runtime("DataType"), parameter.elementType().dataType());
    }
    Geometry geometry = parameter.geometry();
    if (parameter.hasKnownShape() && geometry.hasFans() && !geometry.isUsual()) {
      code.add(
          "$Z.layout($T.$L, $T.$L, $L)",
          Types.LAYOUT,
          geometry.layout(),
          Types.CONNECTION,
          geometry.connection(),
          geometry.groups().value());
    }
    code.add(parameter.holder().isLazy() ? "$Z.lazy()" : "");
    code.add("$Z.scheme($S)", parameter.scheme());
    if (parameter.isUnitVariance()) {
      code.add("$Z.unitVariance()");
    }
    if (parameter.steps().stream().anyMatch(step -> step.term() instanceof Term.Residual)) {
      code.add("$Z.scaled(factor)");
    } else if (parameter.resolved().intent().factor() != 1) {
      code.add("$Z.scaled($L)", Literals.of(parameter.resolved().intent().factor()));
    }
    if (parameter.fans() != null) {
      code.add("$Z.fans($L, $L)", fan(parameter.fans().fanIn()), fan(parameter.fans().fanOut()));
    } else if (parameter.geometry().hasFans()) {
      code.add("$Z.fans(shape.$L())", SymbolicWriter.fans(parameter));
    }
    code.add("$Z.$L", new LawWriter(parameter).info());
    return code.build();
  }

  /** A fan: an int literal where that can hold it. */
  private static String fan(double fan) {
    return fan == (int) fan ? Literals.integer((int) fan) : Literals.of(fan);
  }
}
