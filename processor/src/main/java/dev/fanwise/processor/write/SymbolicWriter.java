package dev.fanwise.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterSpec;
import dev.fanwise.processor.plan.Dimension;
import dev.fanwise.processor.plan.Geometry;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Step;
import dev.fanwise.processor.plan.Symbol;
import dev.fanwise.processor.plan.Term;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** What methods need to deal with numbers that only the model knows. */
final class SymbolicWriter {
  /** The names of variables where there is a model. */
  private static final Set<String> VARIABLES_BESIDE_MODEL =
      Set.of(
          "model",
          "seed",
          "path",
          "here",
          "shards",
          "from",
          "to",
          "count",
          "visitor",
          "lazy",
          "list",
          "into",
          "offset",
          "weights",
          "generator",
          "key");

  private final ParameterPlan parameter;
  private final String modelName;
  private final NameAllocator names;

  /**
   * @param names the names of the method's variables; those of numbers are added
   */
  SymbolicWriter(ParameterPlan parameter, String modelName, NameAllocator names) {
    this.parameter = parameter;
    this.modelName = modelName;
    this.names = names;
    parameter.symbols().forEach(symbol -> names.newName(symbol.name(), symbol));
  }

  /** The method of a shape that counts fans as a model's library does. */
  static String fans(ParameterPlan parameter) {
    return parameter.streamFacts().hasPlainFans() ? "plainFans" : "fans";
  }

  /** A parameter for each number that only the model knows. */
  List<ParameterSpec> parameters() {
    return parameter.symbols().stream()
        .map(symbol -> ParameterSpec.builder(int.class, names.get(symbol)).build())
        .toList();
  }

  /** These parameters as arguments, each after a comma. */
  CodeBlock arguments() {
    return parameters().stream()
        .map(one -> CodeBlock.of(",$W$N", one.name()))
        .collect(CodeBlock.joining(""));
  }

  /** What a model passes for a parameter's numbers, each after a comma. */
  static CodeBlock fromModel(ParameterPlan parameter) {
    return parameter.symbols().stream()
        .map(symbol -> CodeBlock.of(",$W$L", read(symbol)))
        .collect(CodeBlock.joining(""));
  }

  /** The name of the method's variable that holds a number. */
  String variable(Symbol symbol) {
    return names.get(symbol);
  }

  /** {@code model.inFeatures}, {@code model.inFeatures()} or {@code Conv.IN_FEATURES}. */
  static CodeBlock read(Symbol symbol) {
    CodeBlock member = CodeBlock.of(symbol.isMethod() ? "$N()" : "$N", symbol.name());
    if (symbol.owner() == null) {
      return CodeBlock.of("model.$L", member);
    }
    ClassName owner = Types.className(symbol.owner());
    // A variable hides a class of its name, unless that is named with its package.
    return VARIABLES_BESIDE_MODEL.contains(owner.topLevelClassName().simpleName())
        ? CodeBlock.of("$L.$L", owner.canonicalName(), member)
        : CodeBlock.of("$T.$L", owner, member);
  }

  /** A dimension in a method with these parameters. */
  CodeBlock dimension(Dimension dimension) {
    return dimension.isKnown()
        ? CodeBlock.of("$L", Literals.integer(dimension.value()))
        : CodeBlock.of("$N", names.get(dimension.symbol()));
  }

  /** A dimension where there is only the model. */
  static CodeBlock ofModel(Dimension dimension) {
    return dimension.isKnown()
        ? CodeBlock.of("$L", Literals.integer(dimension.value()))
        : read(dimension.symbol());
  }

  /** The name of the method that checks a field's dimensions. */
  private static String shapeMethod(String suffix) {
    return "shapeOf" + suffix;
  }

  /**
   *
   *
   * <pre>{@code
   * private static SymbolicShape shapeOfKernel(CharSequence model, int out, int in) {
   *   return SymbolicShape.of(model, "kernel", "out, in, 3, 3", out, in, 3, 3);
   * }
   * }</pre>
   */
  MethodSpec shapeMethod() {
    Geometry geometry = parameter.geometry();
    List<Symbol> own = geometry.symbols().toList();
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(shapeMethod(parameter.methodSuffix()))
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(Types.SYMBOLIC_SHAPE)
            .addParameter(CharSequence.class, "model");
    own.forEach(symbol -> method.addParameter(int.class, names.get(symbol)));
    List<CodeBlock> dimensions = geometry.shape().stream().map(this::dimension).toList();
    CodeBlock shape =
        CodeBlock.of(
            "$T.of(model,$W$S,$W$S,$W$L)",
            Types.SYMBOLIC_SHAPE,
            parameter.name(),
            String.join(", ", geometry.shape().stream().map(Dimension::toString).toList()),
            CodeBlock.join(dimensions, ",$W"));
    if (geometry.isUsual() && geometry.parts() == 1) {
      return method.addCode("return $L;\n", shape).build();
    }
    return method.addCode("return $L\n$>$>.as($L);\n$<$<", shape, kind(geometry)).build();
  }

  /** What a shape says besides its dimensions; groups with their name, if they have one. */
  private CodeBlock kind(Geometry geometry) {
    CodeBlock name =
        geometry.groups().isKnown()
            ? CodeBlock.of("")
            : CodeBlock.of("$S,$W", geometry.groups().toString());
    CodeBlock strides =
        geometry.stride().isEmpty()
            ? CodeBlock.of("new int[0]")
            : CodeBlock.of("new int[] {$L}", Literals.arguments(geometry.stride()));
    return CodeBlock.of(
        "$T.$L,$W$T.$L,$W$L$L,$W$L,$W$L",
        Types.LAYOUT,
        geometry.layout(),
        Types.CONNECTION,
        geometry.connection(),
        name,
        dimension(geometry.groups()),
        strides,
        geometry.parts());
  }

  /** {@code shapeOfKernel("Conv", out, in)}, with this method's parameters. */
  CodeBlock shape() {
    return shape(parameter.methodSuffix(), parameter.geometry());
  }

  private CodeBlock shape(String suffix, Geometry geometry) {
    CodeBlock arguments =
        geometry
            .symbols()
            .map(symbol -> CodeBlock.of(",$W$N", names.get(symbol)))
            .collect(CodeBlock.joining(""));
    return CodeBlock.of("$N($S$L)", shapeMethod(suffix), modelName, arguments);
  }

  /** {@code shapeOfKernel(path, model.out, model.in)}. */
  static CodeBlock shapeFromModel(ParameterPlan parameter, CodeBlock model) {
    CodeBlock arguments =
        parameter
            .geometry()
            .symbols()
            .map(symbol -> CodeBlock.of(",$W$L", read(symbol)))
            .collect(CodeBlock.joining(""));
    return CodeBlock.of("$N($L$L)", shapeMethod(parameter.methodSuffix()), model, arguments);
  }

  /**
   * The declaration of {@code shape}, if the shape is symbolic.
   *
   * <pre>{@code
   * SymbolicShape shape = shapeOfKernel("Conv", out, in);
   * }</pre>
   */
  CodeBlock declaredShape() {
    return parameter.hasKnownShape()
        ? CodeBlock.of("")
        : CodeBlock.of("$T shape = $L;\n", Types.SYMBOLIC_SHAPE, shape());
  }

  /**
   * Numbers of the law, where they are worked out at run time; {@code shape} is declared before.
   *
   * <pre>{@code
   * double std = stdOfKernel(shape);
   * double bound = Formulas.bound(std);
   * }</pre>
   */
  CodeBlock numbers(List<Step> steps) {
    CodeBlock.Builder code = CodeBlock.builder();
    CodeBlock source = CodeBlock.of("shape");
    if (parameter.fanSource() != null && !isOwnFans()) {
      source = shape(parameter.fanSource().methodSuffix(), parameter.fanSource().geometry());
    }
    for (Step step : steps) {
      if (step.term().needsFans()) {
        code.add("double $L =$W$N($L);\n", step.name(), fromFansMethod(step), source);
      } else if (step.term() instanceof Term.Residual residual) {
        CodeBlock layers = dimension(residual.layers());
        code.add(layersCheck(parameter, residual, CodeBlock.of("$S", modelName), layers));
        code.add("double $L =$W$L;\n", step.name(), TermWriter.of(residual, layers));
      } else {
        code.add("double $L =$W$L;\n", step.name(), TermWriter.of(step.term()));
      }
    }
    CodeBlock pattern = PatternCall.of(parameter, CodeBlock.of("shape"));
    if (!pattern.isEmpty()) {
      code.add("$T pattern = $L;\n", Types.runtime("Pattern"), pattern);
    }
    return code.build();
  }

  private boolean isOwnFans() {
    return parameter.fanSource().field().equals(parameter.name());
  }

  private String fromFansMethod(Step step) {
    return step.name() + "Of" + parameter.methodSuffix();
  }

  /**
   * The method that works a number out from fans, if there is such a number.
   *
   * <pre>{@code
   * private static double stdOfKernel(SymbolicShape shape) {
   *   return Formulas.kaiming(1.4142135623730951, FanMode.FAN_OUT, shape.fans());
   * }
   * }</pre>
   */
  Optional<MethodSpec> fromFansMethod() {
    return parameter.steps().stream()
        .filter(step -> step.term().needsFans())
        .findFirst()
        .map(
            step ->
                MethodSpec.methodBuilder(fromFansMethod(step))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .returns(double.class)
                    .addParameter(Types.SYMBOLIC_SHAPE, "shape")
                    .addCode(fromFans(step.term()))
                    .build());
  }

  private CodeBlock fromFans(Term term) {
    CodeBlock fans = CodeBlock.of("shape.$L()", fans(parameter));
    if (term instanceof Term.Formula formula) {
      return CodeBlock.of("return $L;\n", TermWriter.of(formula, fans));
    }
    return CodeBlock.of(
        "$T fans = $L;\nreturn $L;\n", Types.runtime("Fans"), fans, TermWriter.of((Term.Mup) term));
  }

  /** The checks of counts of layers, where there is only the model. */
  static CodeBlock layersChecks(ParameterPlan parameter, CodeBlock model) {
    return parameter.steps().stream()
        .map(Step::term)
        .filter(Term.Residual.class::isInstance)
        .map(Term.Residual.class::cast)
        .map(residual -> layersCheck(parameter, residual, model, ofModel(residual.layers())))
        .collect(CodeBlock.joining(""));
  }

  /** The checks of shapes of muP's base model that are legal for some groups only. */
  static CodeBlock baseChecks(ParameterPlan parameter, CodeBlock shape) {
    return parameter.steps().stream()
        .map(Step::term)
        .filter(Term.Mup.class::isInstance)
        .map(term -> ((Term.Mup) term).base())
        .filter(base -> !base.ofFans().groups().isKnown())
        .map(
            base -> CodeBlock.of("$L.requireBase($L);\n", shape, Literals.dimensions(base.shape())))
        .collect(CodeBlock.joining(""));
  }

  /** {@code Checks.layers("Block", "projection", "depth", depth);}. */
  private static CodeBlock layersCheck(
      ParameterPlan parameter, Term.Residual residual, CodeBlock model, CodeBlock layers) {
    return CodeBlock.of(
        "$T.layers($L,$W$S,$W$S,$W$L);\n",
        Types.CHECKS,
        model,
        parameter.name(),
        residual.layers().toString(),
        layers);
  }

  /** The names that these declarations take. */
  static Stream<String> variables() {
    return Stream.of("shape", "std", "bound", "sigma", "factor", "pattern");
  }
}
