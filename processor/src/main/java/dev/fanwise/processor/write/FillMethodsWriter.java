package dev.fanwise.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import dev.fanwise.processor.plan.ParameterPlan;
import dev.fanwise.processor.plan.Storage;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The two methods that fill one parameter: the whole of it, and part of it. */
final class FillMethodsWriter {
  private final ParameterPlan parameter;
  private final String modelName;
  private final LawWriter law;
  private final String array;
  private final SymbolicWriter symbolic;
  private final StreamCode stream;

  /**
   * @param modelName the model's name, for messages
   */
  FillMethodsWriter(ParameterPlan parameter, String modelName) {
    this.parameter = parameter;
    this.modelName = modelName;
    this.law = new LawWriter(parameter);
    NameAllocator names = TakenNames.of(parameter);
    // Not by the plan, a record, whose first hash costs a cold javac as Term.isNegativeOf says.
    this.array = names.newName(parameter.name(), FillMethodsWriter.class);
    this.symbolic = new SymbolicWriter(parameter, modelName, names);
    this.stream = StreamCode.of(parameter.engine());
  }

  /**
   *
   *
   * <pre>{@code
   * public static void fillHidden(float[] hidden, long seed) {
   *   Checks.flat("Mlp", "hidden", hidden, 200_704, "[256, 784]");
   *   long key = Keys.fold(seed, 0x5a...L);
   *   ...
   * }
   * }</pre>
   */
  MethodSpec whole() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(stream.drawMethod(parameter))
            .addModifiers(
                stream.isPublished(parameter) ? Modifier.PUBLIC : Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(Types.of(parameter), array)
            .addParameters(symbolic.parameters())
            .addParameter(stream.source());
    if (stream.isPublished(parameter)) {
      method.addJavadoc(Docs.whole(parameter));
    }
    boolean callsPart = callsPart();
    if (!parameter.hasKnownShape()) {
      method.addCode(goesByRows() || callsPart ? CodeBlock.of("") : symbolic.declaredShape());
      method.addCode(
          "$L.check($N);\n", goesByRows() || callsPart ? symbolic.shape() : "shape", array);
    } else {
      method.addCode(
          CheckWriter.ofArray(parameter, CodeBlock.of("$S", modelName), CodeBlock.of("$N", array)));
    }
    if (goesByRows()) {
      CodeBlock symbols = symbolic.arguments();
      return method
          .addCode(
              "$N($N,$W0,$W$L$L,$W$N);\n",
              rowsMethod(),
              array,
              symbolic.dimension(parameter.shape().get(0)),
              symbols,
              stream.source().name())
          .build();
    }
    if (callsPart) {
      return method
          .addCode(
              "$N($N,$W0,$W0,$W$L$L,$W$N);\n",
              method.build().name(),
              array,
              parameter.hasKnownShape()
                  ? Literals.integer(parameter.elements())
                  : array + "." + length(),
              symbolic.arguments(),
              stream.source().name())
          .build();
    }
    if (parameter.law().isRandom()) {
      method.addCode(stream.key(parameter));
    }
    return method.addCode(symbolic.numbers(parameter.stepsOfDraws())).addCode(body()).build();
  }

  /** Whether the whole is filled by the method for parts. */
  private boolean callsPart() {
    return parameter.storage() != Storage.NESTED && (hasShard() || hasParts()) && !isUnrolled();
  }

  private boolean isUnrolled() {
    return parameter.hasKnownShape()
        && law.hasElementExpression()
        && parameter.elements() <= UnrolledFill.MOST;
  }

  /**
   * Some rows of nested arrays, so that threads can share them.
   *
   * <pre>{@code
   * private static void rowsOfHidden(float[][] hidden, int from, int to, long seed) {
   *   long key = Keys.fold(seed, 0x5a...L);
   *   for (int i0 = from; i0 < to; i0++) {
   *     ...
   *   }
   * }
   * }</pre>
   */
  MethodSpec rows() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(rowsMethod())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(Types.of(parameter), array)
            .addParameter(int.class, "from")
            .addParameter(int.class, "to")
            .addParameters(symbolic.parameters())
            .addParameter(stream.source());
    if (parameter.law().isRandom()) {
      method.addCode(stream.key(parameter));
    }
    if (parameter.fanSource() != null) {
      boolean isOwn = parameter.fanSource().field().equals(parameter.name());
      method.addCode(isOwn ? symbolic.declaredShape() : CodeBlock.of(""));
    }
    return method
        .addCode(symbolic.numbers(parameter.stepsOfDraws()))
        .addCode(new NestedFill(parameter, array, symbolic).write())
        .build();
  }

  /**
   * Whether anything calls the method that fills the whole: a model's rows are filled by theirs.
   */
  boolean needsWhole() {
    return !goesByRows() || stream.isPublished(parameter) || stream.hasSeed(parameter);
  }

  /** Whether the parameter is filled row by row. */
  boolean goesByRows() {
    return parameter.storage() == Storage.NESTED && law.goesByRows();
  }

  String rowsMethod() {
    // With "fill" at its beginning it could be the method of a weight that is called hiddenRows.
    return "rowsOf" + parameter.methodSuffix();
  }

  /** How an array or buffer says its length. */
  static String length(ParameterPlan parameter) {
    return parameter.storage() == Storage.BUFFER ? "capacity()" : "length";
  }

  private String length() {
    return length(parameter);
  }

  /**
   *
   *
   * <pre>{@code
   * public static void fillHidden(float[] into, int offset, long from, int count, long seed) {
   *   Checks.shard("Mlp", "hidden", into.length, offset, from, count, 200_704);
   *   long key = Keys.fold(seed, 0x5a...L);
   *   Fill.uniform(into, offset, count, key, from, -0.07595545f, 0.07595545f);
   * }
   * }</pre>
   */
  MethodSpec shard() {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(parameter.fillMethod())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(Docs.shard(parameter))
            .addParameter(Types.flat(parameter), "into")
            .addParameter(int.class, "offset")
            .addParameter(long.class, "from")
            .addParameter(int.class, "count")
            .addParameters(symbolic.parameters())
            .addParameter(long.class, "seed");
    if (hasParts()) {
      return method
          .addCode(
              "$N(into, offset, from, count$L,$W$L);\n",
              stream.drawMethod(parameter),
              symbolic.arguments(),
              stream.keyExpression(parameter))
          .build();
    }
    method.addCode(symbolic.declaredShape()).addCode(shardCheck());
    if (parameter.law().isRandom()) {
      method.addCode(stream.keyOfSeed(parameter));
    }
    return method
        .addCode(symbolic.numbers(parameter.stepsOfDraws()))
        .addCode(law.part("into", "offset", "count", "from"))
        .build();
  }

  /**
   * Part of the parameter, by a key whose number the model may have to count.
   *
   * <pre>{@code
   * private static void drawHidden(float[] into, int offset, long from, int count, long key) {
   *   Checks.shard("Mlp", "hidden", into.length, offset, from, count, 200_704);
   *   JaxFill.uniform(into, offset, count, key, from, -0.07595545f, 0.07595545f);
   * }
   * }</pre>
   */
  MethodSpec part() {
    return MethodSpec.methodBuilder(stream.drawMethod(parameter))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(Types.flat(parameter), "into")
        .addParameter(int.class, "offset")
        .addParameter(long.class, "from")
        .addParameter(int.class, "count")
        .addParameters(symbolic.parameters())
        .addParameter(stream.source())
        .addCode(symbolic.declaredShape())
        .addCode(shardCheck())
        .addCode(symbolic.numbers(parameter.stepsOfDraws()))
        .addCode(law.part("into", "offset", "count", "from"))
        .build();
  }

  /** Whether there is a method that fills a part by a key. */
  boolean hasParts() {
    return stream.hasParts() && law.isDivisible();
  }

  private CodeBlock shardCheck() {
    if (parameter.hasKnownShape()) {
      return CodeBlock.of(
          "$T.shard($S,$W$S,$Winto.$L,$Woffset,$Wfrom,$Wcount,$W$L);\n",
          Types.CHECKS,
          modelName,
          parameter.name(),
          length(),
          Literals.integer(parameter.elements()));
    }
    return CodeBlock.of("shape.checkShard(into.$L, offset, from, count);\n", length());
  }

  /** Whether part of the parameter can be filled alone. */
  boolean hasShard() {
    return law.isDivisible() && stream.hasSeed(parameter);
  }

  /**
   * The method that fills the whole from a seed, where {@link #whole} takes something else.
   *
   * <pre>{@code
   * public static void fillHidden(float[] hidden, long seed) {
   *   drawHidden(hidden, JaxKeys.fold(JaxKeys.of(seed), 0));
   * }
   * }</pre>
   */
  Optional<MethodSpec> wholeOfSeed() {
    if (stream.isPublished(parameter) || !stream.hasSeed(parameter)) {
      return Optional.empty();
    }
    CodeBlock symbols = symbolic.arguments();
    return Optional.of(
        MethodSpec.methodBuilder(parameter.fillMethod())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .addJavadoc(Docs.whole(parameter))
            .addParameter(Types.of(parameter), array)
            .addParameters(symbolic.parameters())
            .addParameter(long.class, "seed")
            .addCode(
                "$N($N$L,$W$L);\n",
                stream.drawMethod(parameter),
                array,
                symbols,
                stream.keyExpression(parameter))
            .build());
  }

  /** The method that checks the dimensions, if they are symbolic. */
  Optional<MethodSpec> shapeMethod() {
    return parameter.hasKnownShape() ? Optional.empty() : Optional.of(symbolic.shapeMethod());
  }

  /** The method that works out the number of the law that depends on fans, if they are symbolic. */
  Optional<MethodSpec> fromFansMethod() {
    return symbolic.fromFansMethod();
  }

  /**
   * The description of a parameter whose numbers are known at run time only.
   *
   * <pre>{@code
   * private static ParameterInfo infoOfKernel(int out, int in) {
   *   SymbolicShape shape = shapeOfKernel("Conv", out, in);
   *   double std = stdOfKernel(shape);
   *   return shape.parameter().scheme("KaimingInit").fans(...).normal(0.0, std);
   * }
   * }</pre>
   */
  MethodSpec infoMethod(CodeBlock info) {
    return MethodSpec.methodBuilder(infoMethodName(parameter))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(Types.PARAMETER_INFO)
        .addParameters(symbolic.parameters())
        .addCode(symbolic.declaredShape())
        .addCode(symbolic.numbers(parameter.steps()))
        .addCode("return $L;\n", info)
        .build();
  }

  static String infoMethodName(ParameterPlan parameter) {
    return "infoOf" + parameter.methodSuffix();
  }

  /** The name of a parameter's stream, in quotes, for a comment. */
  static CodeBlock streamLabel(ParameterPlan parameter) {
    // $S would break a long or manifold name into lines, and so out of the comment.
    return parameter.hasStreamName()
        ? CodeBlock.of("$L", DocText.quoted(parameter.stream().name()))
        : CodeBlock.of("$S", parameter.name());
  }

  private CodeBlock body() {
    if (!parameter.hasKnownShape()) {
      return law.whole(array, array + "." + length(), "0");
    }
    if (isUnrolled()) {
      return new UnrolledFill(parameter, array).write();
    }
    return law.whole(array, Literals.integer(parameter.elements()), "0");
  }
}
